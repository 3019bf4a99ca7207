package labo.sequence;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import org.jspecify.annotations.Nullable;

/** Joins what a program wrote in several pieces with nothing between, and leaves out what shows nothing. */
final class Output {
    private Output() {}

    static List<Moment> joined(List<Moment> moments) {
        List<Moment> joined = new ArrayList<>();
        for (Moment moment : moments) {
            ProgramEvent.Wrote next = wrote(moment);
            ProgramEvent.Wrote last = joined.isEmpty() ? null : wrote(joined.get(joined.size() - 1));
            if (next != null && last != null && next.error() == last.error()) {
                Octets all = Octets.join(List.of(last.data(), next.data()));
                joined.set(
                        joined.size() - 1, new Moment.OfEvent(new ProgramEvent.Wrote(last.time(), last.error(), all)));
            } else if (next == null || !next.data().text().isBlank()) {
                joined.add(moment);
            }
        }
        return joined;
    }

    private static ProgramEvent.@Nullable Wrote wrote(Moment moment) {
        return moment instanceof Moment.OfEvent other && other.event() instanceof ProgramEvent.Wrote wrote
                ? wrote
                : null;
    }
}
