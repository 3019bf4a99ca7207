package labo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two texts that each show octets as Python does ({@code b'Salut'}), set side by side.
 *
 * @param expected the first text, its octets shortened to what matters if they are long
 * @param observed the second, likewise
 * @param caret the column, from 0, of the first difference in {@code observed}
 * @param octet the 1-based number of the first octet that differs
 */
public record Comparison(String expected, String observed, int caret, int octet) {
    private static final Pattern OPENING = Pattern.compile("(?<!\\w)b(['\"])");
    private static final Pattern UNIT = Pattern.compile("\\\\x[0-9a-f]{2}|\\\\.|.");
    /** How much that is the same is shown before the difference, in octets. */
    private static final int LEAD = 12;

    /**
     * Compares the first octets shown in each text.
     *
     * @param room the columns that each text should fit in, where its octets can be shortened
     * @param ellipsis what stands for octets left out
     * @return empty where a text shows no octets, or both show the same
     */
    public static Optional<Comparison> of(String expected, String observed, int room, String ellipsis) {
        return Literal.in(expected)
                .flatMap(left -> Literal.in(observed).flatMap(right -> compare(left, right, room, ellipsis)));
    }

    private static Optional<Comparison> compare(Literal left, Literal right, int room, String ellipsis) {
        int same = 0;
        int common = Math.min(left.units().size(), right.units().size());
        while (same < common && left.octet(same).equals(right.octet(same))) {
            same++;
        }
        if (same == left.units().size() && same == right.units().size()) {
            return Optional.empty();
        }
        boolean whole = left.width() <= room && right.width() <= room;
        int from = whole || same <= LEAD ? 0 : same - LEAD;
        String shown = right.shown(from, room, ellipsis);
        int caret = right.opening(from, ellipsis).length()
                + String.join("", right.units().subList(from, same)).length();
        return Optional.of(new Comparison(left.shown(from, room, ellipsis), shown, caret, same + 1));
    }

    /** A text taken apart around the octets that it shows; a unit is one octet as written. */
    private record Literal(String before, String quote, List<String> units, String after) {
        static Optional<Literal> in(String text) {
            Matcher opening = OPENING.matcher(text);
            if (!opening.find()) {
                return Optional.empty();
            }
            String quote = opening.group(1);
            List<String> units = new ArrayList<>();
            Matcher unit = UNIT.matcher(text).region(opening.end(), text.length());
            while (unit.lookingAt() && !unit.group().equals(quote)) {
                units.add(unit.group());
                unit.region(unit.end(), text.length());
            }
            boolean closed = unit.regionStart() < text.length();
            return closed
                    ? Optional.of(new Literal(
                            text.substring(0, opening.start()),
                            quote,
                            List.copyOf(units),
                            text.substring(unit.regionStart() + 1)))
                    : Optional.empty();
        }

        /** One octet, whatever quotes stand around it. */
        String octet(int index) {
            String unit = units.get(index);
            return unit.equals("\\'") || unit.equals("\\\"") ? unit.substring(1) : unit;
        }

        int width() {
            return before.length() + 3 + String.join("", units).length() + after.length();
        }

        String opening(int from, String ellipsis) {
            return before + "b" + quote + (from == 0 ? "" : ellipsis);
        }

        String shown(int from, int room, String ellipsis) {
            StringBuilder out = new StringBuilder(opening(from, ellipsis));
            int limit = room - 1 - ellipsis.length() - after.length();
            for (int at = Math.min(from, units.size()); at < units.size(); at++) {
                boolean last = at == units.size() - 1;
                int end = out.length() + units.get(at).length();
                if (end > limit && !(last && end <= limit + ellipsis.length()) && at > from + LEAD) {
                    return out.append(ellipsis).append(quote).append(after).toString();
                }
                out.append(units.get(at));
            }
            return out.append(quote).append(after).toString();
        }
    }
}
