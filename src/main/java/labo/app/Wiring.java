package labo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.catalog.SolutionReader;
import labo.catalog.Solutions;
import labo.diagnose.Misconceptions;
import labo.lesson.Course;
import labo.machine.LabException;
import labo.machine.Labs;
import labo.machine.docker.DockerLabs;
import labo.machine.docker.MachineImage;
import labo.machine.local.LocalLabs;
import labo.machine.local.Python;
import labo.report.Texts;

/** Puts the rooms together. */
final class Wiring implements Backstage {
    /** Labs that are renewed while others are in use: one for each of the usual two cores. */
    private static final int SPARES = 2;

    private final Path grader;
    private final Path compiled;
    private final Texts texts;

    /** @param home the project's folder */
    Wiring(Path home, Texts texts) {
        this.grader = home.resolve("grader");
        this.compiled = home.resolve("target").resolve("pycache").toAbsolutePath();
        this.texts = texts;
    }

    @Override
    public Reading read(Path lessons) {
        return readerOf(lessons).readForUse(lessons);
    }

    @Override
    public Reading read(Path lessons, String lesson) {
        return readerOf(lessons).readForUse(lessons, lesson);
    }

    @Override
    public Reading lint(Path lessons) {
        return readerOf(lessons).read(lessons);
    }

    private static CourseReader readerOf(Path lessons) {
        if (!Files.exists(lessons.resolve("course.yaml"))) {
            throw Problem.usage("course.missing", lessons);
        }
        return new CourseReader(misconceptions());
    }

    @Override
    public Solutions solutions(Path folder, Course course) {
        return SolutionReader.read(folder, course, misconceptions());
    }

    private static Set<String> misconceptions() {
        return Set.copyOf(Misconceptions.ids());
    }

    @Override
    public Engine engine() {
        return new DockerEngine(grader, texts);
    }

    @Override
    public Optional<String> python() throws InterruptedException {
        try {
            Python python = Python.find();
            String command = String.join(" ", python.command());
            return Optional.of(
                    texts.get("diagnostic.python.found", python.version().orElse("?"), command));
        } catch (LabException none) {
            return Optional.empty();
        }
    }

    @Override
    public Examiner examiner(Sandbox sandbox) {
        return new LabExaminer(timeWait -> labs(sandbox, timeWait), sandbox == Sandbox.LOCAL ? 0 : SPARES);
    }

    @Override
    public Rehearsal rehearsal(Sandbox sandbox) {
        return new LabRehearsal(timeWait -> labs(sandbox, timeWait), sandbox == Sandbox.LOCAL);
    }

    @Override
    public Labs labs(Sandbox sandbox, boolean timeWait) {
        return switch (sandbox) {
            case DOCKER -> new DockerLabs(new MachineImage(grader), timeWait);
            case LOCAL -> new LocalLabs(grader.resolve("agent"), timeWait, compiled);
        };
    }
}
