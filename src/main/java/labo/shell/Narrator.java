package labo.shell;

import java.util.Map;
import java.util.Optional;
import labo.observe.Call;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Source;
import labo.report.SafeText;
import labo.report.Texts;
import labo.shell.text.Symbols;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Tells an event in a line: whose it is, what it did, how it came out. */
final class Narrator {
    private static final int MOST_OCTETS = 48;
    private static final Map<String, String> REFUSALS = Map.of(
            "ECONNREFUSED", "refused", "ETIMEDOUT", "timeout", "EHOSTUNREACH", "unreachable", "ECONNRESET", "reset");

    private final Texts texts;
    private final Symbols symbols;

    Narrator(Texts texts, Symbols symbols) {
        this.texts = texts;
        this.symbols = symbols;
    }

    /**
     * The line for an event, if it is one for the learner.
     *
     * @param traced whether the kernel was watched: its word is then the one that is told
     */
    Optional<AttributedString> line(Event event, boolean traced) {
        if (event instanceof Call call) {
            boolean told = traced ? call.source() == Source.KERNEL : reachedTheKernel(call);
            return told ? Optional.of(of(Tint.MACHINE_A, "A", what(call))) : Optional.empty();
        }
        if (event instanceof PeerEvent peer) {
            return Optional.of(of(Tint.MACHINE_B, "B", what(peer)));
        }
        if (event instanceof ProgramEvent.LimitHit limit) {
            return Optional.of(of(Tint.WARNING, "A", texts.get("limit", limit.name())));
        }
        return Optional.empty();
    }

    /** An exception without an error number is Python's own refusal. */
    private static boolean reachedTheKernel(Call call) {
        return call.source() == Source.CODE && (call.exception() == null || call.errno() != null);
    }

    private AttributedString of(Tint tint, String machine, String what) {
        return Screen.parts(tint, "  " + machine + " " + symbols.bar() + " ", tint, SafeText.oneLine(what));
    }

    /** What a call did, in the words of a manual page. */
    String what(Call call) {
        Call.Arguments given = call.arguments();
        String asked = switch (call.callKind()) {
            case SOCKET -> join("socket", given.family(), given.type());
            case BIND -> join("bind", given.address());
            case LISTEN -> join("listen", given.backlog());
            case CONNECT -> join("connect", given.address());
            case ACCEPT -> "accept";
            case SEND -> join("send", shown(given.data()));
            case RECV -> join("recv", given.size());
            case SHUTDOWN -> join("shutdown", given.how());
            case CLOSE -> join("close", call.fd() == null ? null : "fd " + call.fd());
            case SETSOCKOPT -> join("setsockopt", given.option(), given.value());
        };
        return asked + " " + symbols.arrow() + " " + result(call);
    }

    private String result(Call call) {
        if (call.errno() != null) {
            return call.errno();
        }
        if (call.exception() != null) {
            return call.exception();
        }
        Call.Arguments given = call.arguments();
        return switch (call.callKind()) {
            case SOCKET -> call.fd() == null ? "0" : "fd " + call.fd();
            case ACCEPT -> join("fd " + given.acceptedFd(), texts.get("client"), given.address());
            case SEND -> texts.count("octets", given.length() == null ? 0 : given.length());
            case RECV -> given.data() == null ? "b''" : shown(given.data());
            default -> "0";
        };
    }

    private static String join(@Nullable Object... parts) {
        StringBuilder joined = new StringBuilder();
        for (@Nullable Object part : parts) {
            if (part != null) {
                joined.append(joined.length() == 0 ? "" : " ").append(part);
            }
        }
        return joined.toString();
    }

    private static String shown(@Nullable Octets data) {
        if (data == null) {
            return "";
        }
        return data.length() <= MOST_OCTETS
                ? data.python()
                : data.slice(0, MOST_OCTETS).python() + "…";
    }

    /** What machine B did or saw. */
    String what(PeerEvent peer) {
        String errno = peer.errno();
        if (errno != null) {
            String key = "peer." + peer.kind() + "." + REFUSALS.getOrDefault(errno, "failed");
            return texts.get(texts.has(key) ? key : "peer.failed", peer.kind(), errno);
        }
        String key = "peer." + peer.kind();
        return texts.has(key)
                ? texts.get(key, String.valueOf(peer.remote()), String.valueOf(peer.local()), shown(peer.data()))
                : peer.kind();
    }
}
