package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockWatchTest {
    private final AtomicLong wall = new AtomicLong(TimeUnit.DAYS.toNanos(20_000));
    private final AtomicLong monotonic = new AtomicLong(5);
    private long holdUp;

    private ClockWatch watch() {
        return new ClockWatch(
                () -> {
                    long time = wall.get();
                    pass(holdUp);
                    return time;
                },
                monotonic::get);
    }

    private void pass(long nanos) {
        wall.addAndGet(nanos);
        monotonic.addAndGet(nanos);
    }

    @Test
    void timeThatPassesIsNoMatter() {
        ClockWatch watch = watch();
        pass(TimeUnit.MINUTES.toNanos(5));
        assertThat(watch.wasSet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -3, 3, 3_600_000})
    void aClockThatWasSetIsNoticed(long ms) {
        ClockWatch watch = watch();
        pass(TimeUnit.SECONDS.toNanos(1));
        wall.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
        assertThat(watch.wasSet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 0, 2})
    void aClockThatIsNudgedIsNot(long ms) {
        ClockWatch watch = watch();
        wall.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
        assertThat(watch.wasSet()).isFalse();
    }

    /** A busy machine may stop a thread between two looks at two clocks. */
    @Test
    void aThreadThatIsHeldUpBetweenTwoLooksMistakesNothing() {
        ClockWatch watch = watch();
        holdUp = TimeUnit.SECONDS.toNanos(3);
        assertThat(watch.wasSet()).isFalse();
        holdUp = 0;
        assertThat(watch.wasSet()).isFalse();
    }
}
