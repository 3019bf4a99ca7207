package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WakeTest {
    @Test
    void rungBeforeTheReadingItNeedNotBegin() {
        Wake wake = new Wake();
        wake.ring();
        assertThat(wake.begin()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void rungDuringTheReadingItEndsItAndLeavesNoInterrupt() {
        Wake wake = new Wake();
        assertThat(wake.begin()).isTrue();
        wake.ring();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(wake.end()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void rungAfterTheReadingItInterruptsNothing() {
        Wake wake = new Wake();
        assertThat(wake.begin()).isTrue();
        assertThat(wake.end()).isFalse();
        wake.ring();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
