package labo.report.diagram;

import java.util.HashSet;
import java.util.Set;
import labo.observe.Call;
import labo.sequence.Item;
import labo.sequence.Row;

/** Whether A waits in a call, from line to line. */
final class Waits {
    private final Set<Integer> threads = new HashSet<>();

    /** The next line. */
    void pass(Item item) {
        if (item instanceof Item.Shown shown) {
            pass(shown.row());
        } else if (item instanceof Item.Folded folded) {
            folded.rows().forEach(this::pass);
        }
    }

    private void pass(Row row) {
        if (row instanceof Row.Called called) {
            Call call = called.call();
            switch (called.part()) {
                case BEGUN -> threads.add(call.thread());
                case ENDED -> threads.remove(call.thread());
                case WHOLE -> {}
            }
        } else if (row instanceof Row.Hanging hanging) {
            threads.add(hanging.entered().thread());
        } else if (row instanceof Row.Ran ran && ran.event() instanceof labo.observe.ProgramEvent.Exited) {
            threads.clear();
        }
    }

    boolean any() {
        return !threads.isEmpty();
    }
}
