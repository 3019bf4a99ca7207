package labo.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import labo.lesson.Draw;
import labo.observe.Octets;

/** What the names in a course's templates stand for. Immutable. */
public final class Values {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, Octets> values;

    private Values(Map<String, Octets> values) {
        this.values = values;
    }

    /** Values that are texts. */
    public static Values of(Map<String, String> texts) {
        Map<String, Octets> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, Octets.utf8(text)));
        return new Values(values);
    }

    /**
     * These values, and those drawn from the seed. A name's value depends on the seed, the place and the name alone, so
     * that another draw beside it changes nothing.
     *
     * @param place what tells this draw from others of the same seed: a scenario's id
     */
    public Values drawn(Map<String, Draw> draws, long seed, String place) {
        Map<String, Octets> all = new LinkedHashMap<>(values);
        Map<String, Draw.Derived> derived = new TreeMap<>();
        new TreeMap<>(draws).forEach((name, draw) -> {
            if (draw instanceof Draw.Derived later) {
                derived.put(name, later);
            } else {
                all.put(name, Drawing.draw(draw, generator(seed, place + "/" + name)));
            }
        });
        Values drawn = new Values(Map.copyOf(all));
        derived.forEach((name, draw) -> all.put(name, Drawing.change(draw.change(), drawn.payload(draw.template()))));
        return new Values(all);
    }

    /** Generators whose seeds are close begin alike: the seed is scrambled first. */
    private static Random generator(long seed, String name) {
        return new Random(new SplittableRandom(seed * 31 + name.hashCode()).nextLong());
    }

    /** The octets of a name, or what stands for the name itself if nothing does. */
    Octets octets(String name) {
        return values.getOrDefault(name, Octets.utf8("${" + name + "}"));
    }

    /** The template with each name replaced by its value as text. */
    public String text(String template) {
        return replace(template, name -> octets(name).text());
    }

    /** The regular expression with each name replaced by its value, quoted, one character an octet. */
    String regex(String template) {
        return replace(template, name -> Pattern.quote(octets(name).latin1()));
    }

    private static String replace(String template, UnaryOperator<String> value) {
        return NAME.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    /** The template's octets: its own text in UTF-8, the values as they are. */
    Octets payload(String template) {
        List<Octets> parts = new ArrayList<>();
        Matcher matcher = NAME.matcher(template);
        int at = 0;
        while (matcher.find()) {
            parts.add(Octets.utf8(template.substring(at, matcher.start())));
            parts.add(octets(matcher.group(1)));
            at = matcher.end();
        }
        parts.add(Octets.utf8(template.substring(at)));
        return Octets.join(parts);
    }
}
