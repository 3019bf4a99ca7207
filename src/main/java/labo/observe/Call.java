package labo.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished call on a socket of machine A, as the kernel ({@link Source#KERNEL}) or the interpreter
 * ({@link Source#CODE}) saw it.
 *
 * @param time when it could first be seen elsewhere: the start, or the end for accept and recv
 * @param start when it was entered, seconds since the epoch
 * @param end when it returned, seconds since the epoch
 * @param method the system call ({@code accept4}) or the Python method ({@code sendall})
 * @param process the process, in machine A
 * @param thread the kernel's thread number, in machine A
 * @param fd the file descriptor, if there was one
 * @param socket the agent's number for the socket behind it, stable through {@code dup} and {@code fork}
 * @param result what it returned, if it succeeded
 * @param errno the error's name ({@code EADDRINUSE}), if the kernel refused
 * @param exception the Python exception, if it raised one
 * @param message that exception's message
 * @param arguments what was asked and obtained
 * @param line where in the learner's files, if known
 */
public record Call(
        double time,
        double start,
        double end,
        Source source,
        CallKind callKind,
        String method,
        int process,
        int thread,
        @Nullable Integer fd,
        @Nullable Integer socket,
        @Nullable Long result,
        @Nullable String errno,
        @Nullable String exception,
        @Nullable String message,
        Arguments arguments,
        @Nullable CodeLine line)
        implements Event {

    /**
     * The arguments and results that calls on sockets have; absent where the kind has none.
     *
     * @param address bind and connect: the one given; accept: the client's; send and recv: the other side's, if any
     * @param data the first octets sent or received, 4096 at most
     * @param length how many octets went in all
     * @param size how many were asked for (recv)
     * @param accepted the number of the socket that accept made
     */
    public record Arguments(
            @Nullable String family,
            @Nullable String type,
            @Nullable Endpoint address,
            @Nullable Integer backlog,
            @Nullable Octets data,
            @Nullable Integer length,
            @Nullable Integer size,
            @Nullable Integer accepted,
            @Nullable Integer acceptedFd,
            @Nullable String how,
            @Nullable String level,
            @Nullable String option,
            @Nullable String value) {
        /** No argument known. */
        public static final Arguments NONE =
                new Arguments(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public MachineName machine() {
        return MachineName.A;
    }

    @Override
    public String kind() {
        return callKind.term();
    }

    /** Whether the call did what it was asked: neither the kernel nor Python refused. */
    public boolean succeeded() {
        return errno == null && exception == null;
    }

    public boolean is(CallKind kind) {
        return callKind == kind;
    }

    /** Whether it asked a stream for octets, and was told that there will be no more. */
    public boolean endsTheStream() {
        boolean nothing = arguments.length == null || arguments.length == 0;
        boolean asked = arguments.size == null || arguments.size > 0;
        return is(CallKind.RECV) && succeeded() && nothing && asked;
    }

    /** Whether the call concerns that socket. */
    public boolean on(@Nullable Integer number) {
        return number != null && number.equals(socket);
    }

    /** The same call, placed in the learner's code. */
    public Call at(CodeLine place) {
        return new Call(
                time, start, end, source, callKind, method, process, thread, fd, socket, result, errno, exception,
                message, arguments, place);
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail()
                .with("call", method)
                .with("fd", fd)
                .with("socket", socket)
                .with("family", arguments.family)
                .with("type", arguments.type)
                .with("address", arguments.address)
                .with("backlog", arguments.backlog)
                .with("data", arguments.data)
                .with("length", arguments.length)
                .with("size", arguments.size)
                .with("accepted", arguments.accepted)
                .with("acceptedFd", arguments.acceptedFd)
                .with("how", arguments.how)
                .with("level", arguments.level)
                .with("option", arguments.option)
                .with("value", arguments.value)
                .with("result", result)
                .with("errno", errno)
                .with("exception", exception)
                .with("message", message)
                .map();
    }
}
