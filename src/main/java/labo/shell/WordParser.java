package labo.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Finds the word to complete: in a command what stands between spaces, in Python a name with its dots. */
final class WordParser implements Parser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.]*$");
    private static final Pattern ARGUMENT = Pattern.compile("\\S*$");

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        String before = line.substring(0, Math.min(cursor, line.length()));
        Matcher word = (line.startsWith("/") ? ARGUMENT : NAME).matcher(before);
        return new Words(line, cursor, word.find() ? word.group() : "");
    }

    private record Words(String line, int cursor, String word) implements ParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
