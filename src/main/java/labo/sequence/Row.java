package labo.sequence;

import labo.observe.Call;
import labo.observe.CodeLine;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import org.jspecify.annotations.Nullable;

/** One row of a diagram: one thing that was seen. */
public sealed interface Row {
    /** Its number in the whole diagram, from 1: what a learner asks about. */
    int number();

    /** When, in seconds since the diagram's beginning. */
    double at();

    /** The states of both ends around it; null where none are known (datagrams, output …). */
    @Nullable
    Passage passage();

    /** Which part of a call a row is. */
    enum Part {
        /** All of it: nothing happened between its start and its end. */
        WHOLE,
        /** Its start: other rows come before its end. */
        BEGUN,
        /** Its end. */
        ENDED
    }

    /**
     * A call on A.
     *
     * @param wokenBy the number of the row that ended the wait, if one did
     */
    record Called(
            int number,
            double at,
            @Nullable Passage passage,
            Call call,
            Part part,
            @Nullable Integer wokenBy) implements Row {}

    /** A call on A that had not returned when the observation ended. */
    record Hanging(int number, double at, @Nullable Passage passage, Entered entered) implements Row {}

    /** What B did or saw. */
    record Acted(int number, double at, @Nullable Passage passage, PeerEvent peer) implements Row {}

    /** What the program did or suffered beside its sockets: start, output, limit, end, exception. */
    record Ran(int number, double at, Event event) implements Row {
        @Override
        public @Nullable Passage passage() {
            return null;
        }
    }

    /**
     * A packet between the machines.
     *
     * @param sender who sent it
     * @param flow between which ends
     * @param opener whose end is the ephemeral one: the machine that began; null if that was not seen
     * @param again whether these octets, or this SYN or FIN, were sent before
     * @param lost whether B treated it as lost on the way
     */
    record Sent(
            int number,
            double at,
            @Nullable Passage passage,
            Packet packet,
            MachineName sender,
            Flow flow,
            @Nullable MachineName opener,
            boolean again,
            boolean lost)
            implements Row {
        public boolean has(String flag) {
            return packet.flags().contains(flag);
        }

        /** Whether it only acknowledges. */
        public boolean acknowledgesOnly() {
            return packet.protocol().equals("tcp")
                    && packet.length() == 0
                    && has("ACK")
                    && !has("SYN")
                    && !has("FIN")
                    && !has("RST");
        }
    }

    /** The line of the learner's code that it belongs to, if it is known. */
    default @Nullable CodeLine line() {
        if (this instanceof Called called) {
            return called.call().line();
        }
        if (this instanceof Hanging hanging) {
            return hanging.entered().line();
        }
        return this instanceof Ran ran && ran.event() instanceof labo.observe.Raised raised ? raised.line() : null;
    }
}
