package labo.observe.tcp;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Evaluated.BoundName;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Machine A's TCP sockets of a timeline, by the learner's names for them. Pure. */
public final class TcpSockets {
    private final Timeline timeline;
    private final List<TcpPath> paths;

    public TcpSockets(Timeline timeline) {
        this.timeline = timeline;
        this.paths = TcpPaths.of(timeline).stream()
                .filter(path -> path.machine() == MachineName.A && path.socket() != null)
                .toList();
    }

    /** The way of the socket that the learner used last: the new one after an {@code accept}, or the one waited on. */
    public Optional<TcpPath> inHand() {
        Optional<TcpPath> used = lastUsed().flatMap(this::numbered);
        return used.isPresent() ? used : paths.stream().reduce((first, last) -> last);
    }

    /** The way of the socket that has that name now. */
    public Optional<TcpPath> named(String name) {
        return bound().stream()
                .filter(bound -> bound.name().equals(name))
                .findFirst()
                .map(this::numberOf)
                .flatMap(this::numbered);
    }

    /** The names that sockets with a way have now. */
    public List<String> names() {
        return bound().stream()
                .filter(bound -> Optional.ofNullable(numberOf(bound))
                        .flatMap(this::numbered)
                        .isPresent())
                .map(BoundName::name)
                .toList();
    }

    /** A name of that socket, if it has one now. */
    public Optional<String> nameOf(TcpPath path) {
        return bound().stream()
                .filter(bound -> Objects.equals(numberOf(bound), path.socket()))
                .map(BoundName::name)
                .findFirst();
    }

    private Optional<TcpPath> numbered(int socket) {
        return paths.stream()
                .filter(path -> Objects.equals(path.socket(), socket))
                .reduce((first, last) -> last);
    }

    private List<BoundName> bound() {
        return timeline.all(Evaluated.class)
                .reduce((first, last) -> last)
                .map(Evaluated::names)
                .orElse(List.of());
    }

    private Optional<Integer> lastUsed() {
        Optional<Integer> used = Optional.empty();
        for (Event event : timeline.events()) {
            Integer socket = event instanceof Entered entered ? behind(entered.fd(), entered.time()) : usedBy(event);
            if (socket != null && numbered(socket).isPresent()) {
                used = Optional.of(socket);
            }
        }
        return used;
    }

    private @Nullable Integer usedBy(Event event) {
        if (!(event instanceof Call call) || call.source() != trusted()) {
            return null;
        }
        Integer accepted = call.arguments().accepted();
        return accepted == null ? call.socket() : accepted;
    }

    /** The socket behind a descriptor at that time. */
    private @Nullable Integer behind(@Nullable Integer fd, double time) {
        return timeline.calls().stream()
                .filter(call -> fd != null && call.time() <= time)
                .flatMap(call -> java.util.stream.Stream.of(
                        new Holding(call.fd(), call.socket()),
                        new Holding(
                                call.arguments().acceptedFd(), call.arguments().accepted())))
                .filter(holding -> fd != null && fd.equals(holding.fd()) && holding.socket() != null)
                .reduce((first, last) -> last)
                .map(Holding::socket)
                .orElse(null);
    }

    private record Holding(@Nullable Integer fd, @Nullable Integer socket) {}

    private Source trusted() {
        return timeline.facts().traced() ? Source.KERNEL : Source.CODE;
    }

    /** The trusted calls' number for a socket that the interpreter's hook numbers by itself. */
    private @Nullable Integer numberOf(BoundName bound) {
        if (trusted() == Source.CODE) {
            return bound.socket();
        }
        return timeline.codeCalls().stream()
                .filter(call -> bound.socket() != null && bound.socket().equals(made(call)))
                .findFirst()
                .flatMap(this::kernels)
                .map(TcpSockets::made)
                .orElse(null);
    }

    /** The socket that a call made. */
    private static @Nullable Integer made(Call call) {
        if (call.is(CallKind.SOCKET)) {
            return call.socket();
        }
        return call.is(CallKind.ACCEPT) ? call.arguments().accepted() : null;
    }

    private static @Nullable Integer madeFd(Call call) {
        return call.is(CallKind.SOCKET) ? call.fd() : call.arguments().acceptedFd();
    }

    /** The kernel's call behind the interpreter's that made a socket: the nearest that made one of that descriptor. */
    private Optional<Call> kernels(Call code) {
        return timeline.calls(code.callKind()).stream()
                .filter(call -> made(call) != null && Objects.equals(madeFd(call), madeFd(code)))
                .min(Comparator.comparingDouble(call -> Math.abs(call.end() - code.end())));
    }
}
