package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipeTest {
    private static final long DEADLINE_S = 30;

    private final Pipe pipe = new Pipe();
    private final OutputStream in = pipe.in();
    private final InputStream out = pipe.out();

    /** Something done on a thread of its own, that is known to wait before this returns. */
    private static <T> FutureTask<T> waiting(java.util.concurrent.Callable<T> deed) {
        FutureTask<T> task = new FutureTask<>(deed);
        Thread thread = new Thread(task, "pipe-test");
        thread.setDaemon(true);
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return task;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsWrittenIsReadInItsOrderAndThenTheEnd() throws IOException {
        in.write(octets("salut"));
        in.write(octets("?mec!"), 1, 3);
        in.write('.');
        in.close();
        assertThat(out.readAllBytes()).isEqualTo(octets("salutmec."));
        assertThat(out.read()).isEqualTo(-1);
    }

    @Test
    void aReaderGetsWhatThereIsWithoutWaitingForMore() throws IOException {
        in.write(octets("abc"));
        byte[] read = new byte[10];
        assertThat(out.read(read, 2, 2)).isEqualTo(2);
        assertThat(out.read(read, 4, 6)).isEqualTo(1);
        assertThat(read).startsWith(0, 0, 'a', 'b', 'c', 0);
    }

    @Test
    void aWaitingReaderIsWokenByOctets() throws Exception {
        FutureTask<Integer> reader = waiting(out::read);
        assertThat(reader.isDone()).isFalse();
        in.write(0xFF);
        assertThat(reader.get(DEADLINE_S, TimeUnit.SECONDS)).isEqualTo(0xFF);
    }

    @Test
    void aWaitingReaderIsWokenByTheEnd() throws Exception {
        FutureTask<Integer> reader = waiting(out::read);
        in.close();
        assertThat(reader.get(DEADLINE_S, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    @Test
    void aWriterWaitsWhileTooMuchIsUnderWay() throws Exception {
        byte[] much = new byte[9 << 20];
        in.write(much);
        FutureTask<Boolean> writer = waiting(() -> {
            in.write(1);
            in.close();
            return true;
        });
        assertThat(writer.isDone()).isFalse();
        assertThat(out.readAllBytes()).hasSize(much.length + 1);
        assertThat(writer.get(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderWhoLeavesFreesTheWriter() throws Exception {
        in.write(new byte[9 << 20]);
        FutureTask<Boolean> writer = waiting(() -> {
            in.write(1);
            return true;
        });
        out.close();
        assertThatThrownBy(() -> writer.get(DEADLINE_S, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> in.write(2)).isInstanceOf(IOException.class);
    }
}
