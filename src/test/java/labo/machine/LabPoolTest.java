package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import labo.machine.LabPool.Lease;
import labo.observe.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LabPoolTest {
    private static final long DEADLINE_S = 30;

    /** A lab whose machines do nothing; renewing it waits for a permit. */
    private static final class FakeLab implements Lab {
        private final FakeLabs labs;
        private int renewals;
        private volatile boolean closed;

        FakeLab(FakeLabs labs) {
            this.labs = labs;
        }

        @Override
        public Facts facts() {
            return new Facts("fake", false, false, "10.0.0.1", "10.0.0.2");
        }

        @Override
        public Agent a() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Agent b() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void renew() throws LabException, InterruptedException {
            labs.renewing.add(this);
            labs.mayRenew.acquire();
            if (labs.failRenewal) {
                throw new LabException(LabException.Fault.LOST, "not this time");
            }
            renewals++;
        }

        @Override
        public void close() {
            closed = true;
            labs.closed.add(this);
        }
    }

    private static final class FakeLabs implements Labs {
        private final List<FakeLab> opened = new ArrayList<>();
        private final BlockingQueue<FakeLab> renewing = new LinkedBlockingQueue<>();
        private final BlockingQueue<FakeLab> closed = new LinkedBlockingQueue<>();
        private final Semaphore mayOpen = new Semaphore(1_000);
        private final Semaphore mayRenew = new Semaphore(1_000);
        private final int most;
        private volatile boolean failRenewal;
        private volatile @Nullable LabException failOpening;

        FakeLabs(int most) {
            this.most = most;
        }

        @Override
        public String sandbox() {
            return "fake";
        }

        @Override
        public int most() {
            return most;
        }

        @Override
        public Lab open() throws LabException, InterruptedException {
            mayOpen.acquire();
            LabException failure = failOpening;
            if (failure != null) {
                throw failure;
            }
            FakeLab lab = new FakeLab(this);
            synchronized (opened) {
                opened.add(lab);
            }
            return lab;
        }

        int howManyOpened() {
            synchronized (opened) {
                return opened.size();
            }
        }

        @Override
        public void close() {
            throw new AssertionError("the labs are the caller's");
        }
    }

    private final FakeLabs labs = new FakeLabs(10);

    /** Somebody who asks for a lab on a thread of its own, and is known to wait before this returns. */
    private static final class Taker {
        private final FutureTask<Lease> task;
        private final Thread thread;

        Taker(LabPool pool) {
            CountDownLatch begun = new CountDownLatch(1);
            task = new FutureTask<>(() -> {
                begun.countDown();
                return pool.take();
            });
            thread = new Thread(task, "taker");
            thread.setDaemon(true);
            thread.start();
            await(begun);
            while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Lease lease() throws Exception {
            return task.get(DEADLINE_S, TimeUnit.SECONDS);
        }

        boolean waits() {
            return !task.isDone();
        }
    }

    @Test
    void aLabGivenBackIsRenewedBeforeItIsLentAgain() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            labs.mayRenew.drainPermits();
            Lease first = pool.take();
            FakeLab lab = (FakeLab) first.lab();
            assertThat(lab.renewals).isZero();
            first.close();
            assertThat(labs.renewing.poll(DEADLINE_S, TimeUnit.SECONDS)).isSameAs(lab);
            Taker next = new Taker(pool);
            assertThat(next.waits()).isTrue();
            labs.mayRenew.release();
            assertThat(next.lease().lab()).isSameAs(lab);
            assertThat(lab.renewals).isEqualTo(1);
            assertThat(labs.howManyOpened()).isEqualTo(1);
        }
    }

    @Test
    void givingBackTwiceGivesBackOnce() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            Lease first = pool.take();
            first.close();
            Lease second = pool.take();
            first.close();
            Taker third = new Taker(pool);
            assertThat(third.waits()).isTrue();
            second.close();
            assertThat(third.lease().lab()).isSameAs(first.lab());
        }
    }

    @Test
    void thereAreNeverMoreLabsThanItsSize() throws Exception {
        try (LabPool pool = new LabPool(labs, 2)) {
            Lease first = pool.take();
            Lease second = pool.take();
            assertThat(first.lab()).isNotSameAs(second.lab());
            Taker third = new Taker(pool);
            assertThat(third.waits()).isTrue();
            assertThat(labs.howManyOpened()).isEqualTo(2);
            second.close();
            assertThat(third.lease().lab()).isSameAs(second.lab());
        }
    }

    @Test
    void thereAreNeverMoreLabsThanTheSandboxCanHave() {
        try (LabPool pool = new LabPool(new FakeLabs(1), 4)) {
            assertThat(pool.size()).isEqualTo(1);
        }
    }

    @Test
    void whoAsksFirstIsServedFirst() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            Lease held = pool.take();
            Taker first = new Taker(pool);
            Taker second = new Taker(pool);
            Taker third = new Taker(pool);
            held.close();
            Lease one = first.lease();
            assertThat(second.waits()).isTrue();
            one.close();
            Lease two = second.lease();
            assertThat(third.waits()).isTrue();
            two.close();
            third.lease().close();
        }
    }

    @Test
    void aLabThatCannotBeRenewedIsClosedAndReplaced() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            Lease first = pool.take();
            labs.failRenewal = true;
            first.close();
            Lease second = pool.take();
            assertThat(second.lab()).isNotSameAs(first.lab());
            assertThat(((FakeLab) first.lab()).closed).isTrue();
            assertThat(((FakeLab) second.lab()).closed).isFalse();
            assertThat(labs.howManyOpened()).isEqualTo(2);
        }
    }

    @Test
    void aFailureToOpenReachesTheTakerAndTheNextTriesAgain() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            labs.failOpening = new LabException(LabException.Fault.NO_IMAGE, "no image");
            assertThatThrownBy(pool::take)
                    .isInstanceOfSatisfying(
                            LabException.class,
                            failure -> assertThat(failure.fault()).isEqualTo(LabException.Fault.NO_IMAGE));
            labs.failOpening = null;
            assertThat(pool.take().lab().facts().sandbox()).isEqualTo("fake");
        }
    }

    @Test
    void nobodyWaitsForEverWhenNoLabCanBeOpened() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            labs.mayOpen.drainPermits();
            labs.failOpening = new LabException(LabException.Fault.NO_ENGINE, "no engine");
            List<Taker> takers = List.of(new Taker(pool), new Taker(pool), new Taker(pool));
            labs.mayOpen.release(100);
            for (Taker taker : takers) {
                assertThatThrownBy(taker::lease)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(LabException.class);
            }
        }
    }

    @Test
    void anInterruptedTakerLeavesItsTurnToTheNext() throws Exception {
        try (LabPool pool = new LabPool(labs, 1)) {
            Lease held = pool.take();
            Taker hasty = new Taker(pool);
            Taker patient = new Taker(pool);
            hasty.thread.interrupt();
            assertThatThrownBy(hasty::lease).hasCauseInstanceOf(InterruptedException.class);
            held.close();
            assertThat(patient.lease().lab()).isSameAs(held.lab());
        }
    }

    @Test
    void closingClosesWhatIsLentAndWhatIsBeingRenewed() throws Exception {
        LabPool pool = new LabPool(labs, 2);
        Lease lent = pool.take();
        Lease given = pool.take();
        labs.mayRenew.drainPermits();
        given.close();
        assertThat(labs.renewing.poll(DEADLINE_S, TimeUnit.SECONDS)).isSameAs(given.lab());

        pool.close();
        assertThat(labs.closed).containsExactlyInAnyOrder((FakeLab) lent.lab(), (FakeLab) given.lab());
        lent.close();
        assertThat(labs.renewing).isEmpty();
    }

    @Test
    void closingClosesWhatIsFreshAndNotLent() throws Exception {
        LabPool pool = new LabPool(labs, 1);
        Lease held = pool.take();
        Taker hasty = new Taker(pool);
        held.close();
        Lease fresh = hasty.lease();
        fresh.close();
        assertThat(labs.renewing.poll(DEADLINE_S, TimeUnit.SECONDS)).isSameAs(fresh.lab());

        pool.close();
        assertThat(labs.closed).containsExactly((FakeLab) fresh.lab());
    }

    @Test
    void closingEndsTheWaitOfTakers() throws Exception {
        LabPool pool = new LabPool(labs, 1);
        Lease held = pool.take();
        Taker taker = new Taker(pool);
        pool.close();
        assertThatThrownBy(taker::lease).hasCauseInstanceOf(LabException.class);
        assertThatThrownBy(pool::take).isInstanceOf(LabException.class);
        assertThat(((FakeLab) held.lab()).closed).isTrue();
    }

    @Test
    void aLabThatIsBeingOpenedWhenThePoolClosesIsNotLeftOpen() throws Exception {
        labs.mayOpen.drainPermits();
        LabPool pool = new LabPool(labs, 1);
        Taker taker = new Taker(pool);
        pool.close();
        assertThatThrownBy(taker::lease).hasCauseInstanceOf(LabException.class);
        labs.mayOpen.release();
        assertThat(labs.howManyOpened()).isZero();
    }
}
