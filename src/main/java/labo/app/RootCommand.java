package labo.app;

import java.util.concurrent.Callable;
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
    @SuppressWarnings("UnusedVariable") // it adds options that picocli reads
    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine line = spec.commandLine();
            line.usage(line.getOut(), CommandLine.Help.Ansi.OFF);
        }
        return ExitCode.USAGE;
    }
}
