package labo.machine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import labo.machine.LabException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HostTurnTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("turn");
    }

    /** Another process that has the turn when this returns. */
    private Process otherHolder() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TurnHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("taken");
        return holder;
    }

    private void assertBusy() {
        assertThatThrownBy(() -> HostTurn.take(file, SHORT))
                .isInstanceOfSatisfying(
                        LabException.class, busy -> assertThat(busy.fault()).isEqualTo(LabException.Fault.BUSY));
    }

    /** Somebody who asks on a thread of its own. */
    private FutureTask<Boolean> taker() {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            HostTurn.take(file, LONG).close();
            return true;
        });
        Thread thread = new Thread(task, "taker");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    @Test
    void anotherProcessHasItUntilItGivesItBack() throws Exception {
        Process holder = otherHolder();
        try {
            assertBusy();
            FutureTask<Boolean> next = taker();
            holder.outputWriter().close();
            assertThat(next.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void aKilledProcessGivesItBackToo() throws Exception {
        Process holder = otherHolder();
        FutureTask<Boolean> next = taker();
        holder.destroyForcibly();
        assertThat(next.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherThreadHasItUntilItGivesItBackOnce() throws Exception {
        HostTurn turn = HostTurn.take(file, LONG);
        assertBusy();
        turn.close();
        turn.close();
        try (HostTurn again = HostTurn.take(file, LONG)) {
            assertThat(again).isNotNull();
            assertBusy();
        }
    }

    @Test
    void whoIsInterruptedWhileItWaitsForAnotherProcessTakesNothing() throws Exception {
        Process holder = otherHolder();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> HostTurn.take(file, LONG)).isInstanceOf(InterruptedException.class);
            FutureTask<Boolean> next = taker();
            holder.outputWriter().close();
            assertThat(next.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            holder.destroyForcibly();
        }
    }
}
