package labo.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what French typography asks for and a text lacks. Code, addresses and times of day are left alone. */
public final class FrenchTypography {
    private static final String NO_BREAK = "\\u00A0\\u202F";

    private record Rule(Pattern pattern, Fault fault) {
        private Rule(String regex, Fault fault) {
            this(Pattern.compile(regex), fault);
        }
    }

    private static final List<Rule> RULES = List.of(
            // A colon between two digits is a time or a ratio; one in front of a slash is an address.
            new Rule("(?<![" + NO_BREAK + "\\s:;?!»(\\[])(?<mark>[;?!]|:(?![0-9/\\w]))", Fault.TYPO_NO_BREAK_BEFORE),
            new Rule("[ \\t](?<mark>[:;?!»])(?!\\w)", Fault.TYPO_NO_BREAK_BEFORE),
            new Rule("(?<=[^\\s" + NO_BREAK + "])(?<mark>»)", Fault.TYPO_NO_BREAK_BEFORE),
            new Rule("(?<mark>«)(?![" + NO_BREAK + "])", Fault.TYPO_NO_BREAK_AFTER),
            new Rule("(?<mark>\"[^\"\\n]{0,80}\\p{L}[^\"\\n]{0,80}\")", Fault.TYPO_STRAIGHT_QUOTES),
            new Rule("(?<mark>\\.\\.\\.)", Fault.TYPO_ELLIPSIS),
            new Rule("(?:^|[.?!…][\\s" + NO_BREAK + "]+|\\n)(?<mark>A) (?=\\p{Ll})", Fault.TYPO_CAPITAL),
            new Rule(
                    "(?<![\\p{L}])(?<mark>Etat|Ecoute|Ecrire|Ecris|Ecrit|Echec|Echo|Etape|Etre|Eviter|Evite|Evidemment|Ephemere|Ephémère|Egal|Ca)(?![a-z])",
                    Fault.TYPO_CAPITAL),
            new Rule("(?<=\\S)(?<mark> {2,})(?=\\S)", Fault.TYPO_DOUBLE_SPACE));

    private FrenchTypography() {}

    /** The faults of a Markdown text, by line. */
    static List<LintFault> lint(String markdown) {
        String prose = MarkdownText.blankCode(markdown);
        List<LintFault> faults = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(prose);
            while (matcher.find()) {
                faults.add(LintFault.of(
                        Problems.lineAt(prose, matcher.start("mark")), rule.fault(), matcher.group("mark")));
            }
        }
        return faults.stream()
                .sorted(Comparator.comparingInt(LintFault::line))
                .distinct()
                .toList();
    }
}
