package labo.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import org.jspecify.annotations.Nullable;

/**
 * Where two diagrams of one scenario part. What A called, what it wrote, what each machine put on the wire and what B did are
 * compared each in its own order: which of them came first may change from run to run, and so may times, the ephemeral ports
 * and bare acknowledgements.
 *
 * @param before the number of the first row that differs in the earlier diagram; null where nothing stands against the other
 * @param after the same in the later one
 */
public record Difference(@Nullable Integer before, @Nullable Integer after) {
    /** Ports that a system picks itself begin here (Linux, {@code ip_local_port_range}). */
    private static final Pattern EPHEMERAL =
            Pattern.compile("\\b(3276[89]|327[7-9]\\d|32[89]\\d\\d|3[3-9]\\d{3}|[4-6]\\d{4})\\b");

    /** A row that counts. */
    private record Mark(int number, String what) {}

    /** The first difference, if there is one. */
    public static Optional<Difference> between(Diagram before, Diagram after) {
        Map<String, List<Mark>> earlier = lanes(before);
        Map<String, List<Mark>> later = lanes(after);
        List<Difference> all = new ArrayList<>();
        for (String lane : earlier.keySet()) {
            first(earlier.get(lane), later.get(lane)).ifPresent(all::add);
        }
        return all.stream().min(java.util.Comparator.comparingInt(Difference::earliest));
    }

    private int earliest() {
        return Math.min(before == null ? Integer.MAX_VALUE : before, after == null ? Integer.MAX_VALUE : after);
    }

    private static Optional<Difference> first(@Nullable List<Mark> before, @Nullable List<Mark> after) {
        List<Mark> earlier = before == null ? List.of() : before;
        List<Mark> later = after == null ? List.of() : after;
        for (int i = 0; i < Math.max(earlier.size(), later.size()); i++) {
            Mark left = i < earlier.size() ? earlier.get(i) : null;
            Mark right = i < later.size() ? later.get(i) : null;
            if (left == null || right == null || !left.what.equals(right.what)) {
                return Optional.of(new Difference(
                        left == null ? null : Integer.valueOf(left.number),
                        right == null ? null : Integer.valueOf(right.number)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, List<Mark>> lanes(Diagram diagram) {
        Map<String, List<Mark>> lanes = new LinkedHashMap<>();
        for (String lane : List.of("call", "run", "peer", "wire A", "wire B")) {
            lanes.put(lane, new ArrayList<>());
        }
        for (Row row : diagram.rows()) {
            String what = what(row);
            if (what != null) {
                Objects.requireNonNull(lanes.get(lane(row))).add(new Mark(row.number(), what));
            }
        }
        return lanes;
    }

    private static String lane(Row row) {
        if (row instanceof Row.Sent sent) {
            return sent.sender() == MachineName.A ? "wire A" : "wire B";
        }
        if (row instanceof Row.Acted) {
            return "peer";
        }
        return row instanceof Row.Ran ? "run" : "call";
    }

    /** What a row says, without what may change from run to run; null for one that says nothing of its own. */
    private static @Nullable String what(Row row) {
        if (row instanceof Row.Called called) {
            return called.part() == Row.Part.BEGUN ? null : what(called.call());
        }
        if (row instanceof Row.Hanging hanging) {
            return "waits " + hanging.entered().method();
        }
        if (row instanceof Row.Acted acted) {
            PeerEvent peer = acted.peer();
            return said(peer.kind(), peer.as(), peer.errno(), peer.data());
        }
        if (row instanceof Row.Sent sent) {
            return sent.acknowledgesOnly() || sent.again() ? null : what(sent);
        }
        return what(((Row.Ran) row).event());
    }

    private static String what(Call call) {
        Call.Arguments given = call.arguments();
        boolean chosen = call.is(CallKind.BIND) || call.is(CallKind.CONNECT);
        return said(
                call.callKind(),
                call.errno(),
                call.exception(),
                chosen ? given.address() : null,
                given.data(),
                given.length(),
                given.how(),
                given.option(),
                given.value());
    }

    private static String what(Row.Sent sent) {
        String flags = sent.packet().flags().stream()
                .filter(flag -> !flag.equals("PSH") && !flag.equals("ACK"))
                .sorted()
                .collect(Collectors.joining(" "));
        return said(
                sent.packet().protocol(),
                flags,
                sent.packet().length(),
                sent.packet().data(),
                sent.lost());
    }

    private static @Nullable String what(Event event) {
        if (event instanceof ProgramEvent.Wrote wrote) {
            String text = String.format(Locale.ROOT, "%s %s", wrote.error(), wrote.data());
            return EPHEMERAL.matcher(text).replaceAll("?");
        }
        if (event instanceof Raised raised) {
            return said(raised.exception(), raised.message());
        }
        if (event instanceof ProgramEvent.Exited exited) {
            return said("exit", exited.code(), exited.signal());
        }
        return event instanceof ProgramEvent.LimitHit limit ? said("limit", limit.name()) : null;
    }

    private static String said(@Nullable Object... parts) {
        StringBuilder said = new StringBuilder();
        for (@Nullable Object part : parts) {
            said.append(part).append('|');
        }
        return said.toString();
    }
}
