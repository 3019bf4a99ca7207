package labo.sequence;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import org.jspecify.annotations.Nullable;

/**
 * Joins what a program wrote in several pieces with nothing between, and leaves out what shows nothing, or shows again what
 * an exception's own row says.
 */
final class Output {
    private static final Octets TRACEBACK = Octets.utf8("Traceback (most recent call last)");

    private Output() {}

    static List<Moment> joined(List<Moment> moments) {
        boolean raised = moments.stream()
                .anyMatch(moment -> moment instanceof Moment.OfEvent other && other.event() instanceof Raised);
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
        return raised ? joined.stream().filter(moment -> !isTraceback(moment)).toList() : joined;
    }

    private static boolean isTraceback(Moment moment) {
        ProgramEvent.Wrote wrote = wrote(moment);
        return wrote != null && wrote.error() && wrote.data().startsWith(TRACEBACK);
    }

    private static ProgramEvent.@Nullable Wrote wrote(Moment moment) {
        return moment instanceof Moment.OfEvent other && other.event() instanceof ProgramEvent.Wrote wrote
                ? wrote
                : null;
    }
}
