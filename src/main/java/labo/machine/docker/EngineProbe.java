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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out at once whether an engine answers at an address: its own client would wait for many seconds. */
final class EngineProbe {
    private static final ByteBuffer PING = ByteBuffer.wrap(
                    "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
            .asReadOnlyBuffer();

    private EngineProbe() {}

    /**
     * Asks the engine at {@code address} for a sign of life.
     *
     * @param encrypted whether it speaks TLS; then an accepted connection is sign enough
     * @throws IOException if nothing answers in time
     */
    static void ping(URI address, boolean encrypted, Duration deadline) throws IOException, InterruptedException {
        if ("npipe".equals(address.getScheme())) {
            return;
        }
        SocketAddress socket = socketAddress(address);
        try (SocketChannel channel = SocketChannel.open(
                socket instanceof UnixDomainSocketAddress ? unix() : java.net.StandardProtocolFamily.INET)) {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            // A channel's connect and read have no deadline of their own; closing the channel ends this thread.
            Thread thread = new Thread(() -> ask(channel, socket, encrypted, answer), "labo-engine-probe");
            thread.setDaemon(true);
            thread.start();
            answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
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
            SocketChannel channel, SocketAddress socket, boolean encrypted, CompletableFuture<Void> answer) {
        try {
            channel.connect(socket);
            if (!encrypted) {
                channel.write(PING.duplicate());
                ByteBuffer start = ByteBuffer.allocate(4);
                while (start.hasRemaining() && channel.read(start) >= 0) {
                    // Until the first four octets are there, or the end.
                }
                if (!"HTTP".equals(new String(start.array(), StandardCharsets.US_ASCII))) {
                    throw new IOException("not an engine's answer");
                }
            }
            answer.complete(null);
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
