package labo.machine;

import java.util.List;
import java.util.OptionalDouble;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.ProgramEvent;

/**
 * Takes out what machine B saw once a limit had ended the program: the kernel closes what a killed program held, and
 * that end of the stream is not the program's doing. Pure.
 */
final class Aftermath {
    private Aftermath() {}

    static List<Event> removed(List<Event> events) {
        OptionalDouble killed = events.stream()
                .filter(ProgramEvent.LimitHit.class::isInstance)
                .mapToDouble(Event::time)
                .min();
        return killed.isEmpty()
                ? events
                : events.stream()
                        .filter(event -> event.machine() == MachineName.A || event.time() < killed.getAsDouble())
                        .toList();
    }
}
