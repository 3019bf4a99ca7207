package labo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import labo.app.LabWorkshop.Machines;
import labo.lesson.Course;
import labo.progress.StateFolder;
import labo.report.Texts;
import labo.shell.Setup;
import labo.shell.Shell;
import labo.shell.Workshop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code labo} without a command. */
@Command(name = "labo", versionProvider = Version.class)
final class RootCommand implements Callable<Integer> {
    private final World world;
    private final Texts texts;
    private final Failures failures;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Mixin
    private LabOptions lab = new LabOptions();

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    RootCommand(World world, Texts texts, Failures failures) {
        this.world = world;
        this.texts = texts;
        this.failures = failures;
    }

    @Override
    public Integer call() throws IOException {
        if (world.terminal().interactive()) {
            return converse();
        }
        if (spec != null) {
            CommandLine line = spec.commandLine();
            line.usage(line.getOut(), CommandLine.Help.Ansi.OFF);
        }
        return ExitCode.USAGE;
    }

    private int converse() throws IOException {
        Course read = world.backstage().course(course.lessons(world));
        List<String> notices = new CopyOnWriteArrayList<>();
        Notices said = new Notices(notices::add, texts);
        Machines machines = timeWait -> world.backstage().labs(lab.sandbox(course, world, said), timeWait);
        Path home = Path.of(System.getProperty("user.home"));
        try (Workshop workshop = new LabWorkshop(
                machines, failures::lines, course.lessons(world).resolveSibling("solutions"), notices)) {
            new Shell(new Setup(
                            read,
                            workshop,
                            StateFolder.of(world.environment(), System.getProperty("os.name"), home),
                            world.path("travail"),
                            world.directory(),
                            lab.chosenSeed(),
                            display.colour(world),
                            world.terminal().unicode(),
                            world.terminal().charset(),
                            world.environment()))
                    .run();
        }
        return ExitCode.DONE;
    }
}
