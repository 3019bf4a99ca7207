package labo.live;

import java.nio.file.Path;
import labo.machine.Labs;
import labo.machine.docker.DockerLabs;
import labo.machine.docker.Engine;
import labo.machine.docker.ImageProgress;
import labo.machine.docker.MachineImage;
import labo.machine.local.LocalLabs;

/** The two sandboxes, by name. */
final class Sandboxes {
    private static final Path GRADER = Path.of("grader");

    private Sandboxes() {}

    static Labs labs(String sandbox) throws Exception {
        return labs(sandbox, false);
    }

    /** @param timeWait whether machine A keeps connections in TIME-WAIT */
    static Labs labs(String sandbox, boolean timeWait) throws Exception {
        if (sandbox.equals("local")) {
            return new LocalLabs(GRADER.resolve("agent"), timeWait);
        }
        MachineImage image = new MachineImage(GRADER);
        try (Engine engine = Engine.find()) {
            image.build(engine, ImageProgress.NONE);
        }
        return new DockerLabs(image, timeWait);
    }
}
