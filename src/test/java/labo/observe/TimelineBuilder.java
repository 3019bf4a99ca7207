package labo.observe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds timelines, one event after the other, a millisecond apart. Each call is told twice, by the kernel and by the
 * interpreter, unless Python refused it before the kernel heard of it.
 */
public final class TimelineBuilder {
    public static final String ADDRESS_A = "10.7.0.11";
    public static final String ADDRESS_B = "10.7.0.12";
    private static final double STEP = 0.001;

    private final List<Event> events = new ArrayList<>();
    private final String file;
    private double time = 1000;
    private Ending ending = Ending.of(Ending.How.EXITED);
    private @Nullable Scan scan;

    private TimelineBuilder(String file) {
        this.file = file;
        events.add(new ProgramEvent.Started(time, 7));
    }

    /** A program in that file has been started. */
    public static TimelineBuilder program(String file) {
        return new TimelineBuilder(file);
    }

    private double next() {
        time += STEP;
        return time;
    }

    /** What the call was given and gave. */
    public static final class Arguments {
        private @Nullable String type;
        private @Nullable Endpoint address;
        private @Nullable Octets data;
        private @Nullable Integer length;
        private @Nullable Integer size;
        private @Nullable Integer accepted;
        private @Nullable String how;
        private @Nullable String option;

        private Call.Arguments build() {
            return new Call.Arguments(
                    null, type, address, null, data, length, size, accepted, accepted, how, null, option, null);
        }
    }

    private TimelineBuilder call(
            CallKind kind,
            String method,
            int line,
            int socket,
            @Nullable String errno,
            @Nullable String exception,
            @Nullable String message,
            Arguments arguments) {
        double start = next();
        boolean refusedByPython = exception != null && errno == null;
        if (!refusedByPython) {
            events.add(new Call(
                    start,
                    start,
                    start + STEP / 10,
                    Source.KERNEL,
                    kind,
                    kind.term(),
                    7,
                    7,
                    socket + 2,
                    socket,
                    0L,
                    errno,
                    null,
                    null,
                    arguments.build(),
                    null));
        }
        events.add(new Call(
                start,
                start,
                start + STEP / 10,
                Source.CODE,
                kind,
                method,
                7,
                7,
                socket + 2,
                socket,
                0L,
                errno,
                exception,
                message,
                arguments.build(),
                new CodeLine(file, line)));
        return this;
    }

    public TimelineBuilder socket(int line, int socket, String type) {
        Arguments arguments = new Arguments();
        arguments.type = type;
        return call(CallKind.SOCKET, "socket", line, socket, null, null, null, arguments);
    }

    public TimelineBuilder bind(int line, int socket, String host, int port) {
        return call(CallKind.BIND, "bind", line, socket, null, null, null, to(host, port));
    }

    public TimelineBuilder connect(int line, int socket, String host, int port) {
        return call(CallKind.CONNECT, "connect", line, socket, null, null, null, to(host, port));
    }

    private static Arguments to(String host, int port) {
        Arguments arguments = new Arguments();
        arguments.address = new Endpoint(host, port);
        return arguments;
    }

    public TimelineBuilder listen(int line, int socket) {
        return call(CallKind.LISTEN, "listen", line, socket, null, null, null, new Arguments());
    }

    public TimelineBuilder accept(int line, int socket, int accepted) {
        Arguments arguments = new Arguments();
        arguments.accepted = accepted;
        return call(CallKind.ACCEPT, "accept", line, socket, null, null, null, arguments);
    }

    public TimelineBuilder recv(int line, int socket, String text) {
        return recv(line, socket, text, 1024);
    }

    public TimelineBuilder recv(int line, int socket, String text, int size) {
        Arguments arguments = octets(text);
        arguments.size = size;
        return call(CallKind.RECV, "recv", line, socket, null, null, null, arguments);
    }

    public TimelineBuilder recvfrom(int line, int socket, String text, String host, int port) {
        Arguments arguments = octets(text);
        arguments.address = new Endpoint(host, port);
        return call(CallKind.RECV, "recvfrom", line, socket, null, null, null, arguments);
    }

    public TimelineBuilder sendto(int line, int socket, String text, String host, int port) {
        Arguments arguments = octets(text);
        arguments.address = new Endpoint(host, port);
        return call(CallKind.SEND, "sendto", line, socket, null, null, null, arguments);
    }

    public TimelineBuilder sendall(int line, int socket, String text) {
        return call(CallKind.SEND, "sendall", line, socket, null, null, null, octets(text));
    }

    /** A {@code send} of which the kernel took only {@code text}. */
    public TimelineBuilder send(int line, int socket, String text, int asked) {
        Arguments arguments = octets(text);
        arguments.size = asked;
        return call(CallKind.SEND, "send", line, socket, null, null, null, arguments);
    }

    private static Arguments octets(String text) {
        Arguments arguments = new Arguments();
        arguments.data = Octets.utf8(text);
        arguments.length = Octets.utf8(text).length();
        return arguments;
    }

    public TimelineBuilder shutdown(int line, int socket) {
        return call(CallKind.SHUTDOWN, "shutdown", line, socket, null, null, null, new Arguments());
    }

    public TimelineBuilder shutdown(int line, int socket, String how) {
        Arguments arguments = new Arguments();
        arguments.how = how;
        return call(CallKind.SHUTDOWN, "shutdown", line, socket, null, null, null, arguments);
    }

    public TimelineBuilder close(int line, int socket) {
        return call(CallKind.CLOSE, "close", line, socket, null, null, null, new Arguments());
    }

    public TimelineBuilder setsockopt(int line, int socket, String option) {
        Arguments arguments = new Arguments();
        arguments.option = option;
        return call(CallKind.SETSOCKOPT, "setsockopt", line, socket, null, null, null, arguments);
    }

    /** The kernel refuses; Python raises. */
    public TimelineBuilder refused(
            CallKind kind, int line, int socket, String errno, String exception, String message) {
        return call(kind, kind.term(), line, socket, errno, exception, message, new Arguments());
    }

    /** The kernel refuses an address; Python raises. */
    public TimelineBuilder refused(
            CallKind kind, int line, int socket, String host, int port, String errno, String exception) {
        return call(kind, kind.term(), line, socket, errno, exception, errno, to(host, port));
    }

    /** Python raises before the kernel hears of the call. */
    public TimelineBuilder raises(CallKind kind, int line, int socket, String exception, String message) {
        return call(kind, kind.term(), line, socket, null, exception, message, new Arguments());
    }

    /** A call that may block has begun. */
    public TimelineBuilder entered(int line, String method) {
        events.add(new Entered(next(), method, 7, 3, new CodeLine(file, line)));
        return this;
    }

    public TimelineBuilder uncaught(int line, String exception, String message) {
        return uncaught(line, exception, message, null);
    }

    public TimelineBuilder uncaught(int line, String exception, String message, @Nullable String text) {
        events.add(new Raised(next(), exception, message, new CodeLine(file, line), text));
        return exit(1);
    }

    public TimelineBuilder stdout(String text) {
        events.add(new ProgramEvent.Wrote(next(), false, Octets.utf8(text)));
        return this;
    }

    public TimelineBuilder peer(String kind, String as) {
        return peer(kind, as, null, null);
    }

    public TimelineBuilder peer(String kind, String as, @Nullable String text) {
        return peer(kind, as, text, null);
    }

    /** Machine B listens, on its own address. */
    public TimelineBuilder peerListens(int port) {
        return peer("listen", "srv", null, new Endpoint(ADDRESS_B, port));
    }

    private TimelineBuilder peer(String kind, String as, @Nullable String text, @Nullable Endpoint local) {
        Octets data = text == null ? null : Octets.utf8(text);
        events.add(new PeerEvent(
                next(), kind, as, null, local, null, data, data == null ? null : Integer.valueOf(data.length())));
        return this;
    }

    public TimelineBuilder exit(int code) {
        events.add(new ProgramEvent.Exited(next(), code, null, false));
        return this;
    }

    public TimelineBuilder limit(String name) {
        events.add(new ProgramEvent.LimitHit(next(), name, 1));
        events.add(new ProgramEvent.Exited(next(), null, "SIGKILL", true));
        return this;
    }

    /** Neither machine could go on; the program waited in that call, and the lab ended it. */
    public TimelineBuilder stuckIn(int line, String method) {
        return entered(line, method).stuckIn(List.of(new Ending.Wait(method, 3, false)));
    }

    /** Neither machine can go on; so the program's threads wait. */
    public TimelineBuilder stuckIn(List<Ending.Wait> waits) {
        ending = new Ending(Ending.How.STUCK, waits);
        events.add(new ProgramEvent.Exited(next(), null, "SIGKILL", true));
        return this;
    }

    public TimelineBuilder scan(Scan facts) {
        scan = facts;
        return this;
    }

    /** In machine A, traced: the kernel's word is the trusted one. */
    public Timeline build() {
        List<Event> all = new ArrayList<>(events);
        if (scan != null) {
            all.add(scan);
        }
        return new Timeline(new Facts("docker", true, false, ADDRESS_A, ADDRESS_B), ending, all);
    }
}
