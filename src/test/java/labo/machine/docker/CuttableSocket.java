package labo.machine.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to an engine that can be cut, as if the engine had died, without harm to others who use the engine. */
final class CuttableSocket implements AutoCloseable {
    private final Path path;
    private final UnixDomainSocketAddress engine;
    private final ServerSocketChannel listener;
    private final Set<Channel> connections = ConcurrentHashMap.newKeySet();

    CuttableSocket(Path path, URI engine) throws IOException {
        this.path = path;
        this.engine = UnixDomainSocketAddress.of(engine.getPath());
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        start(this::acceptAll);
    }

    URI address() {
        return URI.create("unix://" + path);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "cuttable-socket");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                SocketChannel server = SocketChannel.open(engine);
                connections.add(client);
                connections.add(server);
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            }
        } catch (IOException cut) {
            cut();
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer octets = ByteBuffer.allocate(1 << 16);
        try {
            while (from.read(octets) >= 0) {
                octets.flip();
                while (octets.hasRemaining()) {
                    to.write(octets);
                }
                octets.clear();
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed, one way or the other.
        }
    }

    /** Ends all conversations with the engine, and lets no new one begin. */
    void cut() {
        closeQuietly(listener);
        connections.forEach(CuttableSocket::closeQuietly);
    }

    @Override
    public void close() {
        cut();
    }
}
