package labo.catalog;

import java.util.List;

/**
 * A fault found in a text.
 *
 * @param line in that text, from 1
 */
record LintFault(int line, Fault fault, List<String> arguments) {
    LintFault {
        arguments = List.copyOf(arguments);
    }

    static LintFault of(int line, Fault fault, String... arguments) {
        return new LintFault(line, fault, List.of(arguments));
    }
}
