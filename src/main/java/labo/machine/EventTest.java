package labo.machine;

import labo.lesson.EventPattern;
import labo.observe.Event;
import labo.observe.Facts;

/** Tells whether an event is what a pattern describes. Pure. */
@FunctionalInterface
public interface EventTest {
    boolean matches(EventPattern pattern, Event event, Facts facts);
}
