package labo.prose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.languagetool.markup.AnnotatedText;
import org.languagetool.markup.AnnotatedTextBuilder;

/** Tells a grammar checker what of a text is no French. */
final class Masks {
    // Code in blocks, tables' rules, comments: nothing is said there.
    private static final String NOTHING = "^ {0,3}(?<fence>`{3,}|~{3,}).*?^ {0,3}\\k<fence>[`~]*[ \\t]*$|^ {4,}[^\\n]*$"
            + "|^[ \\t]*\\|[ \\t|:-]*$|<!--.*?-->|(?<=\\])\\([^)\\s]*\\)|\\*\\*|(?<![\\w*])[*_](?=\\S)|(?<=\\S)[*_](?![\\w*])";
    // Code and terms in a sentence, values, commands, addresses: something stands there.
    private static final String SOMETHING = "(?<ticks>`+)(?!`).+?(?<!`)\\k<ticks>(?!`)"
            + "|<?(?<![a-z])[a-z]{2,10}://[^\\s>)]*>?|\\$\\{[^}\\n]*\\}|(?<![\\w*])\\*[^*\\n]+\\*(?![\\w*])"
            + "|«[\\s\u00A0]labo[^»]*»|(?<!\\S)--[a-z-]+";
    // The two machines, which are women.
    private static final String MACHINE = "(?<![\\p{L}\\d'’(-])[AB](?![\\p{L}\\d'’-])";
    private static final String BREAK =
            "^#+ |^[ \\t]*(?:[-*]|\\d+\\.) +|[ \\t]*\\|[ \\t]*|\\n[ \\t]*\\n|^>|!\\[|\\[|\\]";
    private static final Pattern MARKDOWN = pattern(NOTHING, SOMETHING, BREAK);
    private static final Pattern FORMAT = pattern(
            "%n",
            SOMETHING + "|%(?:\\d+\\$)?[-,0-9.]*[a-zA-Z]|\\{\\d+\\}|'\\$?\\{'(?:\\{\\d\\}'\\}')?|'[^' ]{1,2}'",
            "\\||\\\\n");

    /** What stands for code: names of people, which may be a subject or an object, of either gender. */
    private static final List<String> NAMES = List.of("Camille", "Dominique");

    private static final String NAME_OF_MACHINE = "Denise";

    private Masks() {}

    private static Pattern pattern(String nothing, String something, String breaks) {
        return Pattern.compile(
                "(?<nothing>" + nothing + ")|(?<something>" + something + ")|(?<machine>" + MACHINE + ")|(?<break>"
                        + breaks + ")",
                Pattern.MULTILINE | Pattern.DOTALL);
    }

    static AnnotatedText annotate(Passage passage) {
        Matcher mask = (passage.markdown() ? MARKDOWN : FORMAT).matcher(passage.text());
        AnnotatedTextBuilder annotated = new AnnotatedTextBuilder();
        int at = 0;
        int number = 0;
        while (mask.find()) {
            annotated.addText(passage.text().substring(at, mask.start()));
            annotated.addMarkup(mask.group(), standIn(mask, number++));
            at = mask.end();
        }
        return annotated.addText(passage.text().substring(at)).build();
    }

    private static String standIn(Matcher mask, int number) {
        if (mask.group("something") != null) {
            return NAMES.get(number % NAMES.size());
        }
        if (mask.group("machine") != null) {
            return NAME_OF_MACHINE;
        }
        return mask.group("break") != null && !mask.group().matches("\\[|\\]") ? "\n\n" : "";
    }
}
