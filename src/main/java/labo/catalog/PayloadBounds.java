package labo.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.lesson.Draw;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;

/** How many octets a script's payloads can come to, whatever is drawn: a few lines can ask for more than a machine has. */
final class PayloadBounds {
    /** No script of a course comes near, and a machine holds it easily. */
    static final long MOST_OCTETS = 64L << 20;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}\\n]*)\\}");
    private static final int LONGEST_WORD = 16;
    private static final int LONGEST_NUMBER = 11;
    private static final int LONGEST_ADDRESS = 40;

    private final Map<String, Long> sizes = new HashMap<>();

    /** @param texts the values that are texts, by name */
    PayloadBounds(Map<String, String> texts) {
        texts.forEach((name, text) -> sizes.put(name, octetsOf(text)));
    }

    /** These names can come to so much, too. */
    PayloadBounds plus(Map<String, Draw> draws) {
        PayloadBounds all = new PayloadBounds(Map.of());
        all.sizes.putAll(sizes);
        draws.forEach((name, draw) -> all.sizes.put(name, octetsOf(draw)));
        return all;
    }

    private static long octetsOf(String text) {
        return 4L * text.length();
    }

    private static long octetsOf(Draw draw) {
        if (draw instanceof Draw.Words words) {
            return (long) words.count() * LONGEST_WORD;
        }
        if (draw instanceof Draw.Text text) {
            return text.length();
        }
        if (draw instanceof Draw.RandomOctets octets) {
            return octets.length();
        }
        if (draw instanceof Draw.NotUtf8 octets) {
            return octets.length();
        }
        if (draw instanceof Draw.OneOf oneOf) {
            return oneOf.values().stream()
                    .mapToLong(PayloadBounds::octetsOf)
                    .max()
                    .orElse(0);
        }
        return LONGEST_NUMBER;
    }

    /** The most that these payloads can come to, in octets. */
    long most(Stream<Payload> payloads) {
        return payloads.flatMap(payload -> payload.parts().stream())
                .mapToLong(this::most)
                .reduce(0, PayloadBounds::sum);
    }

    private long most(Payload.Part part) {
        if (part instanceof Payload.Repeated repeated) {
            return product(most(repeated.part()), repeated.times());
        }
        if (part instanceof Payload.Text text) {
            return sum(octetsOf(text.template()), references(text.template()));
        }
        return part instanceof Payload.Hex hex ? hex.digits().length() / 2 : 0;
    }

    private long references(String template) {
        long octets = 0;
        for (Matcher reference = REFERENCE.matcher(template); reference.find(); ) {
            octets = sum(octets, sizes.getOrDefault(reference.group(1), (long) LONGEST_ADDRESS));
        }
        return octets;
    }

    /** All that a script sends or waits for. */
    static Stream<Payload> of(List<ScriptStep> script) {
        return script.stream().flatMap(PayloadBounds::of);
    }

    private static Stream<Payload> of(ScriptStep step) {
        if (step instanceof ScriptStep.Send send) {
            return send.pieces().stream();
        }
        if (step instanceof ScriptStep.SendTo sendTo) {
            return Stream.of(sendTo.data());
        }
        if (step instanceof ScriptStep.Receive receive) {
            return receive.until() instanceof ScriptStep.Until.AsManyAs many
                    ? Stream.of(many.payload())
                    : receive.until() instanceof ScriptStep.Until.Seen seen ? Stream.of(seen.payload()) : Stream.of();
        }
        return Stream.of();
    }

    // Sums and products that stop at more than is ever allowed.
    private static long sum(long one, long other) {
        return Math.min(one + other, 2 * MOST_OCTETS);
    }

    private static long product(long one, long times) {
        return one == 0 ? 0 : times > 2 * MOST_OCTETS / one ? 2 * MOST_OCTETS : one * times;
    }
}
