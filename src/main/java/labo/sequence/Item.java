package labo.sequence;

import java.util.List;

/** One line of a shown diagram. */
public sealed interface Item {
    /** A row. */
    record Shown(Row row) implements Item {}

    /** Rows left out, in order; never none. */
    record Folded(List<Row> rows) implements Item {
        public Folded {
            rows = List.copyOf(rows);
        }

        /** The number of the first. */
        public int first() {
            return rows.get(0).number();
        }

        /** The number of the last. */
        public int last() {
            return rows.get(rows.size() - 1).number();
        }
    }
}
