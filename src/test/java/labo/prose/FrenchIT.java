package labo.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.SpellingCheckRule;

/**
 * Spelling and grammar of every lesson, hint, diagnosis and screen text. The project's own words are in {@code words.txt};
 * the rules that are silenced, each with its reason, in {@code silenced.txt}. It needs no engine, but half a minute of the
 * processor's time: too long for a unit test.
 */
class FrenchIT {
    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(FrenchIT.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /**
     * A rule that is silenced.
     *
     * @param in the words about which alone it is; empty: everywhere
     */
    private record Silenced(String rule, String in, String reason) {
        private static final Pattern LINE =
                Pattern.compile("(?<rule>[A-Z_0-9]+)(?: in \"(?<in>[^\"]+)\")?: (?<reason>.+)");

        static Silenced of(String line) {
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            String in = parts.group("in");
            return new Silenced(parts.group("rule"), in == null ? "" : in, parts.group("reason"));
        }

        boolean covers(RuleMatch match, String text) {
            if (in.isEmpty() || !match.getRule().getId().equals(rule)) {
                return false;
            }
            String words = Stream.of(in.split("\\s+", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+"));
            return Pattern.compile(words)
                    .matcher(text)
                    .results()
                    .anyMatch(found -> found.start() <= match.getToPos() && match.getFromPos() <= found.end());
        }
    }

    private static List<Silenced> silenced() throws IOException {
        return lines("silenced.txt").stream().map(Silenced::of).toList();
    }

    private static JLanguageTool checker() throws IOException {
        JLanguageTool checker = new JLanguageTool(Languages.getLanguageForShortCode("fr"));
        checker.disableRules(silenced().stream()
                .filter(silenced -> silenced.in().isEmpty())
                .map(Silenced::rule)
                .toList());
        for (Rule rule : checker.getAllActiveRules()) {
            if (rule instanceof SpellingCheckRule spelling) {
                spelling.addIgnoreTokens(lines("words.txt"));
            }
        }
        return checker;
    }

    private static String told(Passage passage, RuleMatch match) {
        int from = Math.max(0, match.getFromPos() - 30);
        int to = Math.min(passage.text().length(), match.getToPos() + 30);
        String around = passage.text().substring(from, to).replaceAll("\\s+", " ");
        String found = passage.text().substring(match.getFromPos(), match.getToPos());
        return passage.place(match.getFromPos()) + ": [" + match.getRule().getId() + "] « " + found + " » : "
                + match.getMessage() + " — …" + around + "…";
    }

    @Test
    void everyTextIsFrench() throws IOException {
        JLanguageTool checker = checker();
        List<Silenced> silenced = silenced();
        List<String> faults = new ArrayList<>();
        for (Passage passage : Passages.of(Path.of(""))) {
            for (RuleMatch match : checker.check(Masks.annotate(passage))) {
                if (silenced.stream().noneMatch(one -> one.covers(match, passage.text()))) {
                    faults.add(told(passage, match));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everySilencedRuleExists() throws IOException {
        List<String> known = new JLanguageTool(Languages.getLanguageForShortCode("fr"))
                .getAllRules().stream().map(Rule::getId).distinct().toList();
        assertThat(silenced()).extracting(Silenced::rule).isSubsetOf(known);
    }
}
