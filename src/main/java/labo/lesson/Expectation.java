package labo.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check looks for in a timeline: the whole vocabulary. */
public sealed interface Expectation {
    /**
     * Events happened, at least and at most so many times.
     *
     * @param most null: any number
     */
    record Happened(
            EventPattern pattern, int least, @Nullable Integer most) implements Expectation {}

    /** Events happened one after the other. */
    record InOrder(List<EventPattern> patterns) implements Expectation {
        public InOrder {
            patterns = List.copyOf(patterns);
        }
    }

    /** What machine B's endpoint received in all. */
    record Received(String by, OctetMatch match) implements Expectation {}

    /** What the program received in all on connections (or in datagrams). */
    record Taken(OctetMatch match) implements Expectation {}

    /** What the program wrote. */
    record Wrote(boolean error, OctetMatch match) implements Expectation {}

    /** What the program wrote in all, on stdout and on stderr, in order. */
    record Said(OctetMatch match) implements Expectation {}

    /**
     * How the program ended.
     *
     * @param codes the accepted exit codes
     * @param orWaiting it may also still wait in one of these calls ({@code accept}), machine B having finished
     */
    record Ended(List<Integer> codes, List<String> orWaiting) implements Expectation {
        public Ended {
            codes = List.copyOf(codes);
            orWaiting = List.copyOf(orWaiting);
        }
    }

    /** No exception went uncaught and no limit was hit. */
    record NoCrash() implements Expectation {}

    /**
     * The program makes its calls itself: it imports none of these modules.
     *
     * @param modules top-level names
     */
    record OwnCalls(List<String> modules) implements Expectation {
        public OwnCalls {
            modules = List.copyOf(modules);
        }
    }
}
