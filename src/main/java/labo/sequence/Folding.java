package labo.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds what repeats and what is long. Used once. */
final class Folding {
    private static final int LONGEST_PERIOD = 14;
    private static final int FEWEST_TIMES = 3;
    /** A fold takes a line itself: it must save some. */
    private static final int FEWEST_ROWS = 4;

    /** How much of a long transfer is shown at its beginning, and at its end. */
    private static final int TRANSFER_HEAD = 8;

    private static final int TRANSFER_TAIL = 4;

    private final List<Row> rows;
    private final BitSet hidden = new BitSet();

    private Folding(List<Row> rows) {
        this.rows = rows;
    }

    static Folding of(List<Row> rows) {
        Folding folding = new Folding(rows);
        folding.foldRepeats();
        folding.foldTransfers();
        return folding;
    }

    /** All rows, in about {@code most} lines. */
    List<Item> whole(int most) {
        List<Item> items = items();
        int head = most * 2 / 3;
        return items.size() <= most ? items : joined(items, head, items.size() - (most - head - 1));
    }

    /** About {@code most} lines, the row at {@code focus} among them. */
    List<Item> around(int focus, int most) {
        hidden.clear(focus);
        List<Item> items = items();
        if (items.size() <= most) {
            return items;
        }
        int at = 0;
        while (last(items.get(at)) < focus + 1) {
            at++;
        }
        int from = Math.max(0, Math.min(at - most * 2 / 3, items.size() - most + 1));
        int to = Math.min(items.size(), from + most - 1);
        List<Item> before = joined(items.subList(0, to), 0, from);
        return to == items.size() ? before : joined(concat(before, items.subList(to, items.size())), before.size(), -1);
    }

    private static List<Item> concat(List<Item> first, List<Item> second) {
        List<Item> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static int last(Item item) {
        return item instanceof Item.Shown shown ? shown.row().number() : ((Item.Folded) item).last();
    }

    /** The items with those from one index to another (to the end, if it is negative) folded into one. */
    private static List<Item> joined(List<Item> items, int from, int to) {
        int end = to < 0 ? items.size() : to;
        if (end <= from) {
            return items;
        }
        List<Row> folded = new ArrayList<>();
        for (Item item : items.subList(from, end)) {
            if (item instanceof Item.Shown shown) {
                folded.add(shown.row());
            } else if (item instanceof Item.Folded more) {
                folded.addAll(more.rows());
            }
        }
        List<Item> all = new ArrayList<>(items.subList(0, from));
        all.add(new Item.Folded(folded));
        all.addAll(items.subList(end, items.size()));
        return all;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            int end = hidden.get(at) ? Math.min(rows.size(), hidden.nextClearBit(at)) : at;
            if (end - at > 1) {
                items.add(new Item.Folded(rows.subList(at, end)));
                at = end;
            } else {
                items.add(new Item.Shown(rows.get(at)));
                at++;
            }
        }
        return items;
    }

    private void foldRepeats() {
        int[] shapes = shapes();
        int at = 0;
        while (at < shapes.length) {
            int end = at;
            for (int period = 1; period <= LONGEST_PERIOD && end == at; period++) {
                end = foldRepeat(shapes, at, period);
            }
            at = Math.max(at + 1, end);
        }
    }

    /** Folds all but the first of what comes again and again from there; returns where it ends, or {@code at} if none. */
    private int foldRepeat(int[] shapes, int at, int period) {
        int same = at + period;
        while (same < shapes.length && shapes[same] == shapes[same - period]) {
            same++;
        }
        int times = (same - at) / period;
        int end = at + times * period;
        if (times < FEWEST_TIMES || end - at - period < FEWEST_ROWS) {
            return at;
        }
        hidden.set(at + period, end);
        return end;
    }

    private int[] shapes() {
        Map<String, Integer> numbers = new HashMap<>();
        return rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(Shape.of(row), shape -> numbers.size()))
                .toArray();
    }

    private void foldTransfers() {
        int at = 0;
        while (at < rows.size()) {
            int end = at;
            while (end < rows.size() && Shape.isTransfer(rows.get(end))) {
                end++;
            }
            if (end - at >= TRANSFER_HEAD + TRANSFER_TAIL + FEWEST_ROWS) {
                hidden.set(at + TRANSFER_HEAD, end - TRANSFER_TAIL);
            }
            at = Math.max(at + 1, end);
        }
    }
}
