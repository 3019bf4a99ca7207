package labo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;

/** Plays the steps of {@code serveur-tcp}'s scripts with a server on loopback, as a plain client would. */
final class Exchange implements AutoCloseable {
    private static final long RETRY_NS = 200_000;
    private static final long PATIENCE_NS = 10_000_000_000L;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final int BUFFER = 65_536;

    private final int port;
    private final Map<String, Socket> connections = new HashMap<>();

    Exchange(int port) {
        this.port = port;
    }

    void play(List<ScriptStep> script) throws IOException {
        for (ScriptStep step : script) {
            play(step);
        }
    }

    private void play(ScriptStep step) throws IOException {
        if (step instanceof ScriptStep.Connect connect) {
            connections.put(connect.as(), connected());
        } else if (step instanceof ScriptStep.Send send) {
            send(connection(send.as()), send);
        } else if (step instanceof ScriptStep.Receive receive) {
            receive(connection(receive.as()).getInputStream(), receive.until());
        } else if (step instanceof ScriptStep.Shutdown shutdown) {
            connection(shutdown.as()).shutdownOutput();
        } else if (step instanceof ScriptStep.Close close) {
            connection(close.as()).close();
        } else if (!(step instanceof ScriptStep.Await || step instanceof ScriptStep.AwaitIdle)) {
            throw new IllegalArgumentException("not in serveur-tcp: " + step);
        }
    }

    private Socket connection(String name) {
        return Objects.requireNonNull(connections.get(name), name);
    }

    /** There is no tracer to tell when the server listens: it is tried until it does. */
    private Socket connected() throws IOException {
        long end = System.nanoTime() + PATIENCE_NS;
        while (true) {
            try {
                Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (ConnectException refused) {
                if (System.nanoTime() > end) {
                    throw refused;
                }
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private static void send(Socket socket, ScriptStep.Send send) throws IOException {
        boolean first = true;
        for (Payload piece : send.pieces()) {
            if (!first) {
                LockSupport.parkNanos(send.pauseMs() * NANOS_PER_MS);
            }
            first = false;
            socket.getOutputStream().write(piece.octets());
        }
    }

    private static void receive(InputStream in, ScriptStep.Until until) throws IOException {
        if (until instanceof ScriptStep.Until.AsManyAs many) {
            in.readNBytes(many.payload().octets().length);
        } else if (until instanceof ScriptStep.Until.End) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // What the server says is not judged here.
            }
        } else {
            throw new IllegalArgumentException("not in serveur-tcp: " + until);
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : connections.values()) {
            socket.close();
        }
    }
}
