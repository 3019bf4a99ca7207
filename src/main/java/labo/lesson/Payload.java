package labo.lesson;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Octets as a course writes them: parts, one after the other. */
public record Payload(List<Part> parts) {
    public Payload {
        parts = List.copyOf(parts);
    }

    /** A part of a payload. */
    public sealed interface Part {}

    /** UTF-8 text in which {@code ${name}} stands for a value. */
    public record Text(String template) implements Part {}

    /** Octets in hexadecimal. */
    public record Hex(String digits) implements Part {}

    /** A part that comes several times. */
    public record Repeated(Part part, int times) implements Part {}

    /** The octets, once no {@code ${name}} is left. */
    public byte[] octets() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(part -> write(part, out));
        return out.toByteArray();
    }

    private static void write(Part part, ByteArrayOutputStream out) {
        if (part instanceof Text text) {
            out.writeBytes(text.template().getBytes(StandardCharsets.UTF_8));
        } else if (part instanceof Hex hex) {
            out.writeBytes(HexFormat.of().parseHex(hex.digits()));
        } else if (part instanceof Repeated repeated) {
            for (int i = 0; i < repeated.times(); i++) {
                write(repeated.part(), out);
            }
        }
    }

    /** The payload of one text. */
    public static Payload text(String template) {
        return new Payload(List.of(new Text(template)));
    }
}
