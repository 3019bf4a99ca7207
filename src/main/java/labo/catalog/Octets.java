package labo.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;

/** Reads payloads and what octets must be. */
final class Octets {
    /** The keys of a payload's parts. */
    static final List<String> FORMS = List.of("text", "hex", "repeat", "parts");

    private static final List<String> MATCHES =
            List.of("exact", "contains", "one-of", "matches", "nothing", "not", "all");
    private static final int MOST_TIMES = 1_000_000;
    private static final int LONGEST_REGEX = 1_000;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");

    private Octets() {}

    /** A payload: a text, or a block of one of the {@link #FORMS}. */
    static Payload payload(Value value, Names names) {
        if (!value.isSection()) {
            return Payload.text(value.template(names));
        }
        Section form = value.section();
        Payload payload = payload(form, names);
        form.finish();
        return payload;
    }

    /** The payload whose form is among the keys of {@code form}. */
    static Payload payload(Section form, Names names) {
        return new Payload(form.oneOf(FORMS).map(key -> parts(key, form, names)).orElse(List.of()));
    }

    private static List<Payload.Part> parts(String key, Section form, Names names) {
        return switch (key) {
            case "text" ->
                List.of(new Payload.Text(
                        form.value(key).map(value -> value.template(names)).orElse("")));
            case "hex" -> List.of(hex(form));
            case "repeat" -> List.of(repeated(form.section(key), names));
            default ->
                form.filledList(key).stream()
                        .flatMap(part -> payload(part, names).parts().stream())
                        .toList();
        };
    }

    private static Payload.Part hex(Section form) {
        String digits = form.text("hex").replace(" ", "");
        if (!HEX.matcher(digits).matches()) {
            form.problems().error(form.line("hex"), Fault.HEX_BAD, digits);
        }
        return new Payload.Hex(digits);
    }

    private static Payload.Part repeated(Section form, Names names) {
        int times = form.wholeNumber("times", 1, MOST_TIMES);
        Payload.Part part = form.oneOf(List.of("text", "hex"))
                .map(key -> parts(key, form, names).get(0))
                .orElse(new Payload.Text(""));
        form.finish();
        return new Payload.Repeated(part, times);
    }

    /** A block of one or several matches, all of which must hold. */
    static OctetMatch match(Value value, Names names) {
        Section form = value.section();
        OctetMatch match = match(form, names);
        form.finish();
        return match;
    }

    /** The matches among the keys of {@code form}. */
    static OctetMatch match(Section form, Names names) {
        List<OctetMatch> matches = new ArrayList<>();
        for (String key : MATCHES) {
            form.value(key).ifPresent(value -> matches.add(match(key, value, form, names)));
        }
        if (matches.isEmpty()) {
            form.oneOf(MATCHES);
        }
        return matches.size() == 1 ? matches.get(0) : new OctetMatch.All(matches);
    }

    private static OctetMatch match(String key, Value value, Section form, Names names) {
        return switch (key) {
            case "exact" -> new OctetMatch.Exact(payload(value, names));
            case "contains" -> new OctetMatch.Contains(payload(value, names));
            case "one-of" ->
                new OctetMatch.OneOf(form.filledList(key).stream()
                        .map(item -> payload(item, names))
                        .toList());
            case "matches" -> new OctetMatch.Matches(regex(value, names));
            case "nothing" -> nothing(form);
            case "not" -> new OctetMatch.Not(match(value, names));
            default ->
                new OctetMatch.All(form.filledList(key).stream()
                        .map(item -> match(item, names))
                        .toList());
        };
    }

    private static OctetMatch nothing(Section form) {
        form.mustBeTrue("nothing");
        return new OctetMatch.Nothing();
    }

    private static String regex(Value value, Names names) {
        String regex = value.template(names);
        if (regex.length() > LONGEST_REGEX) {
            // What compiles it goes as deep as its brackets do.
            value.problems().error(value.line(), Fault.REGEX_TOO_LONG, LONGEST_REGEX);
            return "";
        }
        try {
            // A value is put in quoted: any letter stands for it.
            Pattern.compile(Names.replaceAll(regex, "x"));
        } catch (PatternSyntaxException e) {
            value.problems().error(value.line(), Fault.REGEX_BAD, regex);
        }
        return regex;
    }
}
