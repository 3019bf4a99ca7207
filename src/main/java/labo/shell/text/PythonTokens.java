package labo.shell.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours Python, whole or still being typed. */
public final class PythonTokens {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");
    private static final Set<String> BUILTINS = Set.of(
            "abs",
            "bool",
            "bytearray",
            "bytes",
            "callable",
            "chr",
            "dict",
            "dir",
            "enumerate",
            "filter",
            "float",
            "format",
            "hasattr",
            "help",
            "hex",
            "id",
            "input",
            "int",
            "isinstance",
            "iter",
            "len",
            "list",
            "map",
            "max",
            "min",
            "next",
            "object",
            "open",
            "ord",
            "print",
            "range",
            "repr",
            "reversed",
            "round",
            "set",
            "sorted",
            "str",
            "sum",
            "super",
            "tuple",
            "type",
            "vars",
            "zip",
            "Exception",
            "OSError",
            "TypeError",
            "ValueError",
            "KeyboardInterrupt",
            "ConnectionError",
            "TimeoutError");

    /** A string may lack its end: it is being typed. */
    private static final Pattern TOKEN = Pattern.compile("(?<comment>#[^\\n]*)"
            + "|(?<text>[bBrRfFuU]{0,2}(?:\"\"\"(?:\\\\.|(?!\"\"\")[\\s\\S])*(?:\"\"\"|$)"
            + "|'''(?:\\\\.|(?!''')[\\s\\S])*(?:'''|$)"
            + "|\"(?:\\\\.|[^\"\\\\\\n])*(?:\"|$|(?=\\n))"
            + "|'(?:\\\\.|[^'\\\\\\n])*(?:'|$|(?=\\n))))"
            + "|(?<number>\\b(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?))"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)");

    private PythonTokens() {}

    /** The source with its colours; its text is unchanged. */
    public static AttributedString colour(String source) {
        AttributedStringBuilder out = new AttributedStringBuilder(source.length());
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (matcher.find()) {
            out.append(source.substring(at, matcher.start()));
            boolean attribute = matcher.start() > 0 && source.charAt(matcher.start() - 1) == '.';
            out.append(matcher.group(), tint(matcher, attribute).style());
            at = matcher.end();
        }
        return out.append(source.substring(at)).toAttributedString();
    }

    private static Tint tint(Matcher matcher, boolean attribute) {
        if (matcher.group("comment") != null) {
            return Tint.COMMENT;
        }
        if (matcher.group("text") != null) {
            return Tint.TEXT;
        }
        if (matcher.group("number") != null) {
            return Tint.NUMBER;
        }
        String name = matcher.group("name");
        if (KEYWORDS.contains(name)) {
            return Tint.KEYWORD;
        }
        return BUILTINS.contains(name) && !attribute ? Tint.BUILTIN : Tint.PLAIN;
    }
}
