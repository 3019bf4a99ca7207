package labo.app;

import java.nio.file.Path;
import java.util.Optional;
import labo.machine.LabException;
import labo.machine.docker.ImageProgress;
import labo.machine.docker.MachineImage;
import labo.report.Texts;

/** The engine that the docker sandbox would use. */
final class DockerEngine implements Engine {
    private static final int WHOLE = 100;

    private final MachineImage image;
    private final Texts texts;

    DockerEngine(Path grader, Texts texts) {
        this.image = new MachineImage(grader);
        this.texts = texts;
    }

    @Override
    public Optional<Status> status() throws InterruptedException {
        try (var engine = labo.machine.docker.Engine.find()) {
            return Optional.of(new Status(engine.version(), image.tag(), state(engine)));
        } catch (LabException none) {
            return Optional.empty();
        }
    }

    private Image state(labo.machine.docker.Engine engine) {
        if (image.isBuilt(engine)) {
            return Image.READY;
        }
        return image.isStale(engine) ? Image.STALE : Image.ABSENT;
    }

    @Override
    public void build(Progress progress) throws LabException, InterruptedException {
        try (var engine = labo.machine.docker.Engine.find()) {
            image.build(
                    engine,
                    (phase, fraction) -> progress.at(texts.get("image." + phase), percent(phase, fraction), WHOLE));
        }
    }

    /** How far the whole is: making the base takes most of the time. */
    private static int percent(ImageProgress.Phase phase, double fraction) {
        int start = switch (phase) {
            case BASE, PULL -> 5;
            case IMPORT -> 75;
            case BUILD -> 85;
        };
        int length = phase == ImageProgress.Phase.IMPORT ? 10 : 15;
        return start + (int) (length * Math.max(0, fraction));
    }
}
