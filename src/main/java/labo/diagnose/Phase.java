package labo.diagnose;

import java.util.Locale;
import java.util.ResourceBundle;
import labo.lesson.Exercise;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Timeline;

/** How far a program came: what can honestly be said of a failure that no misconception explains. */
public enum Phase {
    NEVER_BOUND,
    BOUND_NOT_LISTENING,
    LISTENING_NOT_ACCEPTING,
    ACCEPTED_SILENT,
    ANSWERED_NOT_CLOSED,
    BOUND_NOT_RECEIVING,
    RECEIVED_SILENT,
    NEVER_CONNECTED,
    CONNECTED_SILENT,
    NEVER_SENT,
    SENT_NOT_RECEIVED,
    RECEIVED_NOT_PRINTED,
    WENT_THROUGH;

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("labo.diagnose.misconceptions", Locale.FRENCH);

    /** The last phase that the program reached, of those that its role and transport have. */
    public static Phase of(Timeline timeline, Exercise exercise) {
        boolean tcp = exercise.transport() == Exercise.Transport.TCP;
        return exercise.role() == Exercise.Role.SERVER
                ? (tcp ? tcpServer(timeline) : udpServer(timeline))
                : client(timeline, tcp);
    }

    private static Phase tcpServer(Timeline timeline) {
        if (!did(timeline, CallKind.BIND)) {
            return NEVER_BOUND;
        }
        if (!did(timeline, CallKind.LISTEN)) {
            return BOUND_NOT_LISTENING;
        }
        if (!did(timeline, CallKind.ACCEPT)) {
            return LISTENING_NOT_ACCEPTING;
        }
        if (!did(timeline, CallKind.SEND)) {
            return ACCEPTED_SILENT;
        }
        return closedConversation(timeline) ? WENT_THROUGH : ANSWERED_NOT_CLOSED;
    }

    /** An end by itself closes, too: the kernel does it for the program. */
    private static boolean closedConversation(Timeline timeline) {
        boolean left = timeline.exit().filter(exit -> !exit.stopped()).isPresent();
        return left
                || timeline.calls(CallKind.ACCEPT).stream()
                        .filter(Call::succeeded)
                        .anyMatch(accept -> timeline.calls().stream()
                                .filter(call -> call.is(CallKind.CLOSE) || call.is(CallKind.SHUTDOWN))
                                .anyMatch(call -> call.succeeded()
                                        && call.on(accept.arguments().accepted())));
    }

    private static Phase udpServer(Timeline timeline) {
        if (!did(timeline, CallKind.BIND)) {
            return NEVER_BOUND;
        }
        if (!received(timeline)) {
            return BOUND_NOT_RECEIVING;
        }
        return did(timeline, CallKind.SEND) ? WENT_THROUGH : RECEIVED_SILENT;
    }

    private static Phase client(Timeline timeline, boolean tcp) {
        if (tcp && !connected(timeline)) {
            return NEVER_CONNECTED;
        }
        if (!did(timeline, CallKind.SEND)) {
            return tcp ? CONNECTED_SILENT : NEVER_SENT;
        }
        if (!received(timeline)) {
            return SENT_NOT_RECEIVED;
        }
        return timeline.output(false).isEmpty() ? RECEIVED_NOT_PRINTED : WENT_THROUGH;
    }

    /** A connection begun without waiting is one, if something was then sent or received on it. */
    private static boolean connected(Timeline timeline) {
        return did(timeline, CallKind.CONNECT) || did(timeline, CallKind.SEND) || received(timeline);
    }

    private static boolean did(Timeline timeline, CallKind kind) {
        return timeline.firstSuccess(kind).isPresent();
    }

    private static boolean received(Timeline timeline) {
        return timeline.calls(CallKind.RECV).stream().anyMatch(call -> call.succeeded() && Case.lengthOf(call) > 0);
    }

    /** The key of its sentence, after {@code phase.}: lower case, with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A French sentence that says it. */
    public String sentence() {
        return BUNDLE.getString("phase." + id());
    }
}
