package labo.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import labo.report.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** The command line: from arguments to an exit code. */
final class Cli {
    private final World world;
    private final Texts texts;

    Cli(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
    }

    /** Runs one command to its end; every failure has been told when this returns. */
    int run(String... arguments) {
        Failures failures = new Failures(world, texts, Arrays.asList(arguments).contains(DisplayOptions.TRACE));
        try {
            return arguments.length == 0 && world.terminal().interactive()
                    ? prompt(failures)
                    : commands(failures).execute(arguments);
        } catch (RuntimeException | Error broken) {
            return failures.tell(broken);
        } finally {
            world.terminal().out().flush();
            world.terminal().err().flush();
        }
    }

    /** What a course in a zip was unpacked to is gone when its command has ended. */
    private static int runAndTidy(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } finally {
            parsed.asCommandLineList().stream()
                    .flatMap(command -> command.getCommandSpec().mixins().values().stream())
                    .map(CommandLine.Model.CommandSpec::userObject)
                    .filter(CourseOptions.class::isInstance)
                    .map(CourseOptions.class::cast)
                    .forEach(CourseOptions::close);
        }
    }

    /** Without arguments there is nothing to parse, and what parses costs a tenth of a second that the prompt has not. */
    private int prompt(Failures failures) {
        try {
            return new RootCommand(world, texts, failures).call();
        } catch (IOException failed) {
            return failures.tell(failed);
        }
    }

    private CommandLine commands(Failures failures) {
        CommandLine root = new CommandLine(new RootCommand(world, texts, failures))
                .addSubcommand(new LessonsCommand(world, texts))
                .addSubcommand(new VerifyCommand(world, texts))
                .addSubcommand(new GradeCommand(world, texts))
                .addSubcommand(new ValidateCommand(world, texts))
                .addSubcommand(new NewLessonCommand(world, texts))
                .addSubcommand(new PrepareCommand(world, texts))
                .addSubcommand(new DiagnosticCommand(world, texts))
                .addSubcommand(new WarmUpCommand(world, texts, failures));
        Terminal terminal = world.terminal();
        return root.setResourceBundle(texts.bundle())
                .setOut(new PrintWriter(terminal.out(), true, terminal.charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.charset()))
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setExecutionStrategy(Cli::runAndTidy)
                .setParameterExceptionHandler(new UsageErrors(world, texts))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.tell(failure));
    }
}
