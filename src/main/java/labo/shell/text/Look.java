package labo.shell.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * What a terminal can show.
 *
 * @param colour whether colours may be used
 * @param unicode whether symbols beyond ASCII may be used
 * @param charset what it is written in
 */
public record Look(boolean colour, boolean unicode, Charset charset) {
    private static final Map<Character, String> INSTEAD = Map.of(
            '\u00a0', " ", '\u202f', " ", '«', "\"", '»', "\"", '’', "'", '…', "...", '→', "->", '—', "-", '–', "-");

    public Symbols symbols() {
        return unicode ? Symbols.UNICODE : Symbols.ASCII;
    }

    /** The text as this terminal can show it: without colours, or with plainer characters, where it must. */
    public AttributedString shown(AttributedString text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return colour ? text : new AttributedString(text.toString());
        }
        AttributedStringBuilder out = new AttributedStringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String shown = shown(text.charAt(i), encoder);
            if (colour) {
                out.append(shown, text.styleAt(i));
            } else {
                out.append(shown);
            }
        }
        return out.toAttributedString();
    }

    private static String shown(char character, CharsetEncoder encoder) {
        if (encoder.canEncode(character)) {
            return String.valueOf(character);
        }
        String instead = INSTEAD.get(character);
        if (instead != null) {
            return instead;
        }
        String base = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return encoder.canEncode(base) ? base : "?";
    }
}
