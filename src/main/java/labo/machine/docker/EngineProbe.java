package labo.machine.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out at once whether an engine answers at an address: its own client would wait for many seconds. */
final class EngineProbe {
    private static final ByteBuffer PING = ByteBuffer.wrap(
                    "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
            .asReadOnlyBuffer();

    private static final Pattern ENGINE = Pattern.compile("(?im)^Server: Docker/(\\S+)");
    private static final Pattern API = Pattern.compile("(?im)^Api-Version: (\\d+\\.\\d+)\\s*$");

    // The head of an engine's answer has some 300 octets.
    private static final int LONGEST_HEAD = 8192;

    private EngineProbe() {}

    /**
     * What an engine says of itself.
     *
     * @param engine its version: {@code 20.10.24}
     * @param api the version of its API: {@code 1.41}
     */
    record Versions(String engine, String api) {}

    /**
     * Asks the engine at {@code address} for a sign of life.
     *
     * @param encrypted whether it speaks TLS; then an accepted connection is sign enough
     * @return what it says of itself, where it does
     * @throws IOException if nothing answers in time
     */
    static Optional<Versions> ping(URI address, boolean encrypted, Duration deadline)
            throws IOException, InterruptedException {
        if ("npipe".equals(address.getScheme())) {
            return Optional.empty();
        }
        SocketAddress socket = socketAddress(address);
        try (SocketChannel channel = SocketChannel.open(
                socket instanceof UnixDomainSocketAddress ? unix() : java.net.StandardProtocolFamily.INET)) {
            CompletableFuture<Optional<Versions>> answer = new CompletableFuture<>();
            // A channel's connect and read have no deadline of their own; closing the channel ends this thread.
            Thread thread = new Thread(() -> ask(channel, socket, encrypted, answer), "labo-engine-probe");
            thread.setDaemon(true);
            thread.start();
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(address + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(address + " does not answer", e);
        }
    }

    private static java.net.StandardProtocolFamily unix() {
        return java.net.StandardProtocolFamily.UNIX;
    }

    private static SocketAddress socketAddress(URI address) throws IOException {
        if ("unix".equals(address.getScheme())) {
            return UnixDomainSocketAddress.of(address.getPath());
        }
        if (address.getHost() == null || address.getPort() < 0) {
            throw new IOException(address + " is no address of an engine");
        }
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    private static void ask(
            SocketChannel channel,
            SocketAddress socket,
            boolean encrypted,
            CompletableFuture<Optional<Versions>> answer) {
        try {
            channel.connect(socket);
            if (encrypted) {
                answer.complete(Optional.empty());
                return;
            }
            channel.write(PING.duplicate());
            String head = head(channel);
            if (!head.startsWith("HTTP/")) {
                throw new IOException("not an engine's answer");
            }
            answer.complete(versions(head));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    /** The answer as far as the empty line, the end of the stream, or more than any head would be. */
    private static String head(SocketChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LONGEST_HEAD);
        String head = "";
        while (!head.contains("\r\n\r\n") && start.hasRemaining() && channel.read(start) >= 0) {
            head = new String(start.array(), 0, start.position(), StandardCharsets.US_ASCII);
        }
        return head;
    }

    static Optional<Versions> versions(String head) {
        Matcher engine = ENGINE.matcher(head);
        Matcher api = API.matcher(head);
        return engine.find() && api.find()
                ? Optional.of(new Versions(engine.group(1), api.group(1)))
                : Optional.empty();
    }
}
