package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A container's standard streams. Passes its stdout on; its stderr is not for us. */
final class Attachment extends ResultCallback.Adapter<Frame> {
    private static final Duration ATTACH = Duration.ofSeconds(10);

    private final OutputStream stdout;

    private Attachment(OutputStream stdout) {
        this.stdout = stdout;
    }

    /**
     * Takes hold of the streams of a container that has not been started: it must not speak before somebody listens.
     *
     * @param stdin what the container will read; its end is the end of the container's
     * @param stdout where its output goes; closed at the end
     * @throws IOException if the engine gives no stream in time
     */
    static Attachment to(DockerClient client, String container, InputStream stdin, OutputStream stdout)
            throws IOException, InterruptedException {
        Attachment attachment = client.attachContainerCmd(container)
                .withStdIn(stdin)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .exec(new Attachment(stdout));
        if (!attachment.awaitStarted(ATTACH.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("no stream within " + ATTACH);
        }
        return attachment;
    }

    @Override
    public void onNext(Frame frame) {
        if (frame.getStreamType() == StreamType.STDOUT) {
            try {
                stdout.write(frame.getPayload());
            } catch (IOException nobodyReadsAnyMore) {
                end();
            }
        }
    }

    @Override
    public void onComplete() {
        endStdout();
        super.onComplete();
    }

    @Override
    public void onError(Throwable throwable) {
        endStdout();
        super.onError(throwable);
    }

    private void endStdout() {
        try {
            stdout.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Lets go of the streams. */
    void end() {
        try {
            close();
        } catch (IOException e) {
            // The connection is of no more use, closed or not.
        }
    }
}
