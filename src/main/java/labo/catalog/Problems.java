package labo.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects what is wrong in one file, and the French texts to lint in it. */
final class Problems {
    /**
     * A French text.
     *
     * @param line where its first line stands
     * @param literal whether each of its lines has a line of its own in the file
     */
    record Prose(int line, boolean literal, String text) {
        int lineOf(int lineInText) {
            return literal ? line + lineInText - 1 : line;
        }
    }

    // Far more than a lesson says in one text: linting must not take long on a file that is no lesson at all.
    private static final int LONGEST_LINTED = 50_000;

    private final String file;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final List<Prose> proses = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void error(int line, Fault fault, Object... arguments) {
        errors.add(new Finding(file, line, fault.say(arguments)));
    }

    void warn(int line, Fault fault, Object... arguments) {
        warnings.add(new Finding(file, line, fault.say(arguments)));
    }

    void prose(int line, boolean literal, String text) {
        refuseControls(line, text);
        proses.add(new Prose(line, literal, text));
    }

    /** A text that is shown has no sign that a terminal would obey. */
    void refuseControls(int line, String text) {
        text.codePoints()
                .filter(point -> Character.getType(point) == Character.CONTROL && "\n\r\t".indexOf(point) < 0)
                .findFirst()
                .ifPresent(point -> error(line, Fault.TEXT_CONTROL, "%04X".formatted(point)));
    }

    /** Reports {@code word}, unknown here, with the nearest of {@code known}, if one is near. */
    void unknownWord(int line, Fault plain, Fault suggesting, String word, Iterable<String> known) {
        Nearest.to(word, known)
                .ifPresentOrElse(
                        near -> error(line, suggesting, word, near),
                        () -> error(line, plain, word, String.join(", ", known)));
    }

    /** Lints the French texts seen so far. */
    void lintProses(Iterable<String> lessonIds) {
        for (Prose prose : proses) {
            if (prose.text().length() > LONGEST_LINTED) {
                continue;
            }
            FrenchTypography.lint(prose.text()).forEach(fault -> warn(prose.lineOf(fault.line()), fault));
            MarkdownLint.lint(prose.text(), lessonIds).forEach(fault -> warn(prose.lineOf(fault.line()), fault));
        }
    }

    private void warn(int line, LintFault fault) {
        warn(line, fault.fault(), fault.arguments().toArray());
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<Finding> errors() {
        return List.copyOf(errors);
    }

    List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    /** Where {@code offset} is in {@code text}: a line from 1. */
    static int lineAt(CharSequence text, int offset) {
        return 1
                + (int) IntStream.range(0, Math.min(offset, text.length()))
                        .filter(at -> text.charAt(at) == '\n')
                        .count();
    }
}
