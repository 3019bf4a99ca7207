package labo.lesson;

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

    /** The payload of one text. */
    public static Payload text(String template) {
        return new Payload(List.of(new Text(template)));
    }
}
