package labo.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import labo.app.LabWorkshop.Machines;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.report.Texts;
import labo.shell.Setup;
import labo.shell.Shell;
import labo.shell.Workshop;
import picocli.CommandLine.Command;

/**
 * For the launcher: goes through what a start of the prompt does and what grading a program does, on a terminal that nobody
 * sees, so that the archive of classes made meanwhile holds what they need. Its code tells whether containers had their part.
 */
@Command(name = "prechauffer", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    /** Turns the first page's screens, asks for what comes early, and leaves. Nothing here waits for a machine. */
    private static final String TYPED = "\n\n\n\n/aide\n\n\n/lecons\n\n/aller socket\n\n\n/quitter\n";

    private final World world;
    private final Texts texts;
    private final Failures failures;

    WarmUpCommand(World world, Texts texts, Failures failures) {
        this.world = world;
        this.texts = texts;
        this.failures = failures;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Course course = world.backstage().course(world.home().resolve("lessons"));
        turnPages(course);
        boolean containers = world.backstage()
                .engine()
                .status()
                .filter(Engine.Status::imageReady)
                .isPresent();
        Exercise exercise = course.exercises().get(0);
        for (Sandbox sandbox : containers ? Sandbox.values() : new Sandbox[] {Sandbox.LOCAL}) {
            grade(exercise, right(exercise), sandbox);
            grade(exercise, starter(exercise), sandbox);
        }
        return containers ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private Path starter(Exercise exercise) {
        return world.home()
                .resolve("lessons")
                .resolve(exercise.id())
                .resolve("starter")
                .resolve(exercise.file());
    }

    private Path right(Exercise exercise) throws IOException {
        Path folder = world.home().resolve("solutions").resolve(exercise.id()).resolve("right");
        try (Stream<Path> programs = Files.list(folder)) {
            return programs.sorted().findFirst().orElseGet(() -> starter(exercise));
        }
    }

    /** What comes out does not matter. */
    private void grade(Exercise exercise, Path program, Sandbox sandbox) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal unseen =
                new Terminal(nowhere, nowhere, StandardCharsets.UTF_8, false, false, false, true, Terminal.COMFORTABLE);
        World quiet = new World(world.home(), world.directory(), world.environment(), unseen, world.backstage());
        new Cli(quiet, texts).run("verifier", exercise.id(), program.toString(), "--bac", sandbox.term());
    }

    private void turnPages(Course course) throws IOException {
        Path folder = Files.createTempDirectory("labo-");
        Machines machines = timeWait -> world.backstage().labs(Sandbox.LOCAL, timeWait);
        try (Workshop workshop =
                new LabWorkshop(machines, failures::lines, world.home().resolve("solutions"), List.of())) {
            new Shell(setup(course, workshop, folder))
                    .rehearse(
                            new ByteArrayInputStream(TYPED.getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream());
        } finally {
            remove(folder);
        }
    }

    private Setup setup(Course course, Workshop workshop, Path folder) {
        return new Setup(
                course,
                workshop,
                folder,
                folder,
                folder,
                OptionalLong.empty(),
                true,
                true,
                StandardCharsets.UTF_8,
                Map.of());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(WarmUpCommand::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
