package labo.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of what machine B plays, in the terms of {@code grader/PROTOCOL.md}. {@code as} names one of B's endpoints.
 * Ports are templates: a number or {@code ${name}}.
 */
public sealed interface ScriptStep {
    /** Starts machine A's program; a script without this step starts it first of all. */
    record Start() implements ScriptStep {}

    /** Waits until machine A has done this since the run began: the last one, where the program is started again. */
    record Await(EventPattern pattern) implements ScriptStep {}

    /** Waits until machine A's program has done all that it can do by itself: it waits for machine B. */
    record AwaitIdle() implements ScriptStep {}

    /** Waits until machine A's program has ended. */
    record AwaitExit() implements ScriptStep {}

    /** Ends machine A's program; {@link Start} starts it again. */
    record Stop() implements ScriptStep {}

    /** Ends machine A's program and starts it again. */
    record Restart() implements ScriptStep {}

    /**
     * Connects to machine A.
     *
     * @param receiveBuffer SO_RCVBUF in octets, or null for the system's
     */
    record Connect(
            String as, String port, boolean eager, @Nullable Integer receiveBuffer) implements ScriptStep {}

    /** Listens for machine A's connections. */
    record Listen(String as, String port) implements ScriptStep {}

    /** Waits for one. */
    record Accept(String on, String as, boolean eager) implements ScriptStep {}

    /** Sends each piece by itself, {@code pauseMs} milliseconds apart. */
    record Send(String as, List<Payload> pieces, int pauseMs) implements ScriptStep {
        public Send {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Waits for octets.
     *
     * @param withinMs gives up after so many milliseconds, or null: never (the lab sees when all is stuck)
     */
    record Receive(String as, Until until, @Nullable Integer withinMs) implements ScriptStep {}

    /** What ends a {@link Receive}. */
    sealed interface Until {
        /** As many octets as the payload has. */
        record AsManyAs(Payload payload) implements Until {}

        /** So many octets. */
        record Count(int octets) implements Until {}

        /** These octets have been seen. */
        record Seen(Payload payload) implements Until {}

        /** The other side has finished sending. */
        record End() implements Until {}

        /** At least one octet. */
        record Anything() implements Until {}
    }

    /** Finishes sending (half-close); reading goes on. */
    record Shutdown(String as) implements ScriptStep {}

    /** Closes. */
    record Close(String as) implements ScriptStep {}

    /** Resets the connection. */
    record Reset(String as) implements ScriptStep {}

    /** Opens a UDP socket; {@code port} null: any. */
    record Udp(String as, @Nullable String port) implements ScriptStep {}

    /** Sends a datagram to machine A's port; {@code port} null: to whom the last one came from. */
    record SendTo(String as, Payload data, @Nullable String port) implements ScriptStep {}

    /** Waits for a datagram; {@code lose}: as if it had been lost on the way. */
    record ReceiveFrom(String as, boolean lose, @Nullable Integer withinMs) implements ScriptStep {}

    /** Lets time pass, as a part of what is shown. */
    record Pause(int ms) implements ScriptStep {}
}
