package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import org.junit.jupiter.api.Test;

final class RecordingTest {
    private static final Event STARTED = new ProgramEvent.Started(1, 7);
    private static final Event WROTE = new ProgramEvent.Wrote(2, false, Octets.utf8("x"));
    private static final Event EXITED = new ProgramEvent.Exited(4, 0, null, false);

    private static Event peer(double time) {
        return new PeerEvent(time, "end", "c1", null, null, null, null, null);
    }

    @Test
    void keepsEventsInTheOrderOfArrivalAndRingsAtEach() throws InterruptedException {
        Recording recording = new Recording();
        long before = recording.rings();
        recording.accept(WROTE);
        recording.accept(STARTED);
        assertThat(recording.all()).containsExactly(WROTE, STARTED);
        assertThat(recording.rings()).isEqualTo(before + 2);
        assertThat(recording.awaitRing(before, 0)).isTrue();
        assertThat(recording.any(0, WROTE::equals)).isTrue();
        assertThat(recording.any(recording.size(), WROTE::equals)).isFalse();
        assertThat(recording.count(ProgramEvent.Started.class)).isEqualTo(1);
    }

    @Test
    void doesNotWaitLongerThanItIsAskedTo() throws InterruptedException {
        Recording recording = new Recording();
        assertThat(recording.awaitRing(recording.rings(), 1)).isFalse();
    }

    @Test
    void keepsTheWantedEventsAloneOnceItIsTold() {
        Recording recording = new Recording();
        recording.accept(STARTED);
        recording.only(ProgramEvent.Exited.class::isInstance);
        recording.accept(WROTE);
        recording.accept(EXITED);
        assertThat(recording.all()).containsExactly(STARTED, EXITED);
    }

    @Test
    void theAftermathOfALimitOnMachineBIsTakenOut() {
        Event limit = new ProgramEvent.LimitHit(3, "wall", 20_000);
        assertThat(Aftermath.removed(List.of(STARTED, peer(2.5), limit, peer(3), peer(3.5), EXITED)))
                .containsExactly(STARTED, peer(2.5), limit, EXITED);
    }

    @Test
    void withoutALimitThereIsNoAftermath() {
        List<Event> events = List.of(STARTED, peer(3), EXITED);
        assertThat(Aftermath.removed(events)).isEqualTo(events);
    }
}
