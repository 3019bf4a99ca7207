package labo.app;

import java.util.List;
import java.util.stream.Collectors;
import labo.report.SafeText;
import labo.report.Texts;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in French what picocli found wrong with a command line. */
final class UsageErrors implements IParameterExceptionHandler {
    private final World world;
    private final Texts texts;

    UsageErrors(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        var err = world.terminal().err();
        err.println(texts.get("error.what", SafeText.oneLine(said(failure))));
        err.println(texts.get("error.do", texts.get("usage.see", name)));
        return ExitCode.USAGE;
    }

    private String said(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument == null) {
            return texts.get("usage.wrong", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof OverwrittenOptionException) {
            return texts.get("usage.twice", name(argument));
        }
        return value(argument, failure);
    }

    private String value(ArgSpec argument, ParameterException failure) {
        String given = String.valueOf(failure.getValue());
        if (argument.type().isEnum()) {
            return texts.get(
                    "usage.not-one-of", given, name(argument), String.join(", ", argument.completionCandidates()));
        }
        boolean number = argument.type() == long.class || argument.type() == Long.class || argument.type() == int.class;
        return texts.get(number ? "usage.not-a-number" : "usage.bad-value", given, name(argument));
    }

    private String unmatched(UnmatchedArgumentException failure) {
        String first = failure.getUnmatched().get(0);
        List<String> suggestions = failure.getSuggestions();
        boolean hasCommands = !failure.getCommandLine().getSubcommands().isEmpty();
        String key = failure.isUnknownOption()
                ? "usage.unknown-option"
                : hasCommands ? "usage.unknown-command" : "usage.too-many";
        String said = texts.get(key, first);
        return suggestions.isEmpty() ? said : said + texts.get("usage.suggest", String.join(", ", suggestions));
    }

    private String missing(List<ArgSpec> missing) {
        String names = missing.stream().map(UsageErrors::name).collect(Collectors.joining(", "));
        boolean value = missing.size() == 1 && missing.get(0) instanceof OptionSpec;
        return texts.get(value ? "usage.missing-value" : "usage.missing", names);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
