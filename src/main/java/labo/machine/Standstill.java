package labo.machine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import labo.observe.Ending.Wait;

/**
 * Recognises, by state and not by time, that nothing can happen any more: every thread of the program waits in a call
 * that only the other machine could end, machine B waits too, and nothing is under way between them. Two pictures taken
 * one after the other must agree, so that what moved between the two machines' answers shows.
 */
public final class Standstill {
    private static final Set<String> ENDLESS =
            Set.of("accept", "recv", "send", "connect", "poll", "futex", "child", "read", "signal");

    private Standstill() {}

    /** Whether both pictures show one and the same standstill. */
    public static boolean between(MachineStates first, MachineStates second) {
        return still(first)
                && still(second)
                && first.events() == second.events()
                && first.peerEvents() == second.peerEvents()
                && Objects.equals(first.waits(), second.waits());
    }

    /** Whether both pictures show a program that idles: it only waits, if need be for a moment at a time. */
    static boolean idle(MachineStates first, MachineStates second) {
        return first.alive()
                && idles(first)
                && idles(second)
                && first.events() == second.events()
                && first.peerEvents() == second.peerEvents();
    }

    /** Whether both pictures show that nothing is between the machines and machine B has nothing to do by itself. */
    public static boolean quiet(MachineStates first, MachineStates second) {
        return first.peerWaits()
                && second.peerWaits()
                && settled(first)
                && settled(second)
                && first.events() == second.events()
                && first.peerEvents() == second.peerEvents();
    }

    private static boolean still(MachineStates states) {
        List<Wait> waits = states.waits();
        boolean programStill = !states.alive()
                || (waits != null && !waits.isEmpty() && waits.stream().allMatch(Standstill::endless));
        return programStill && states.peerWaits() && settled(states);
    }

    private static boolean idles(MachineStates states) {
        List<Wait> waits = states.waits();
        return waits != null
                && !waits.isEmpty()
                && waits.stream()
                        .allMatch(wait ->
                                endless(wait) || (wait.bounded() && wait.call().equals("poll")))
                && settled(states);
    }

    private static boolean endless(Wait wait) {
        return !wait.bounded() && ENDLESS.contains(wait.call());
    }

    /** Nothing is between the machines, and nothing that has arrived is about to be read. */
    private static boolean settled(MachineStates states) {
        return quiet(states.socketsA(), states.socketsB())
                && quiet(states.socketsB(), states.socketsA())
                && states.socketsB().stream().noneMatch(SocketState::hasUnreadStream)
                && states.socketsA().stream().noneMatch(socket -> aboutToBeRead(socket, states));
    }

    /** A program may also talk to itself: then the other side of a connection is a socket of the same machine. */
    private static boolean quiet(List<SocketState> here, List<SocketState> there) {
        return here.stream()
                .allMatch(socket -> !socket.inTransit()
                        && (!socket.needsPartner()
                                || Stream.concat(there.stream(), here.stream())
                                        .anyMatch(other -> knows(other, socket))));
    }

    /** A connection that was not accepted yet belongs to no program: where only programs' sockets show, its listener does. */
    private static boolean knows(SocketState there, SocketState here) {
        return here.partnerOf(there) || there.holds(here);
    }

    private static boolean aboutToBeRead(SocketState socket, MachineStates states) {
        List<Wait> waits = states.waits();
        if (socket.receiveQueue() == 0 || !socket.held() || waits == null) {
            return false;
        }
        String reader = socket.listens() ? "accept" : "recv";
        return waits.stream()
                .anyMatch(wait ->
                        wait.call().equals("poll") || (wait.call().equals(reader) && sameDescriptor(wait, socket)));
    }

    private static boolean sameDescriptor(Wait wait, SocketState socket) {
        return wait.fd() == null || socket.fd() == null || wait.fd().equals(socket.fd());
    }
}
