package labo.machine.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The process that containers and networks belong to, as written on their labels.
 *
 * @param host the machine (or container) whose process numbers {@code pid} is one of
 * @param pid the process
 * @param start when it began, milliseconds since the epoch; tells it from a later process of the same number
 */
record Owner(String host, long pid, long start) {
    static final String HOST = "labo.host";
    static final String PID = "labo.pid";
    static final String START = "labo.start";

    // The system reckons a process's start from its boot time, which may be off by a second from one time to the next.
    private static final long START_SLACK_MS = 2_000;

    /** This process. */
    static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(hostName() + "/" + pidNamespace(), self.pid(), startOf(self));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String pidNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    Map<String, String> labels() {
        return Map.of(HOST, host, PID, Long.toString(pid), START, Long.toString(start));
    }

    /** The owner that labels name, if they do. */
    static Optional<Owner> of(Map<String, String> labels) {
        String host = labels.get(HOST);
        try {
            return host == null
                    ? Optional.empty()
                    : Optional.of(new Owner(
                            host,
                            Long.parseLong(labels.getOrDefault(PID, "")),
                            Long.parseLong(labels.getOrDefault(START, ""))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether that process is of this machine and has ended. */
    boolean isGone() {
        return host.equals(self().host)
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> Math.abs(startOf(process) - start) <= START_SLACK_MS)
                        .isEmpty();
    }
}
