package labo.sequence;

import labo.observe.CallKind;
import labo.observe.ProgramEvent;

/** What makes two rows alike: all but their times, ports and octets. */
final class Shape {
    private Shape() {}

    static String of(Row row) {
        if (row instanceof Row.Called called) {
            return String.join(
                    " ",
                    "call",
                    called.call().kind(),
                    called.part().name(),
                    String.valueOf(called.call().errno()),
                    String.valueOf(called.call().exception()),
                    String.valueOf(called.call().line()));
        }
        if (row instanceof Row.Sent sent) {
            return String.join(
                    " ",
                    "packet",
                    sent.sender().name(),
                    sent.packet().protocol(),
                    String.join("+", sent.packet().flags().stream().sorted().toList()),
                    sent.packet().length() > 0 ? "data" : "",
                    sent.again() ? "again" : "",
                    sent.lost() ? "lost" : "");
        }
        if (row instanceof Row.Acted acted) {
            return "peer " + acted.peer().kind() + " " + acted.peer().errno();
        }
        return row instanceof Row.Hanging
                ? "hanging"
                : "program " + ((Row.Ran) row).event().kind();
    }

    /** Whether it is part of a plain exchange of octets. */
    static boolean isTransfer(Row row) {
        if (row instanceof Row.Called called) {
            return called.call().succeeded()
                    && (called.call().is(CallKind.SEND) || called.call().is(CallKind.RECV));
        }
        if (row instanceof Row.Sent sent) {
            boolean plain = sent.acknowledgesOnly() || sent.packet().length() > 0;
            return plain && !sent.again() && !sent.lost() && !sent.has("SYN") && !sent.has("FIN") && !sent.has("RST");
        }
        if (row instanceof Row.Acted acted) {
            return switch (acted.peer().kind()) {
                case "send", "receive", "sendto", "recvfrom" -> acted.peer().succeeded();
                default -> false;
            };
        }
        return row instanceof Row.Ran ran && ran.event() instanceof ProgramEvent.Wrote;
    }
}
