package labo.observe;

import java.util.Map;

/** One thing seen on one machine at one moment. Immutable. */
public sealed interface Event permits Call, CodeEvent, ProgramEvent, PeerEvent, Packet {
    /** Seconds since the epoch, on the clock that both machines share. */
    double time();

    /** Where it was seen. */
    MachineName machine();

    /** Who saw it. */
    Source source();

    /** What happened, in the terms of {@code grader/PROTOCOL.md}: {@code bind}, {@code receive}, {@code exit} … */
    String kind();

    /** What else is known: JSON-ready values (strings, numbers, booleans, maps, lists) by English name; no nulls. */
    Map<String, Object> detail();
}
