package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import labo.machine.Agent;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;
import labo.observe.Facts;
import org.junit.jupiter.api.Test;

class LabShelfTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private boolean breaks;
    private Semaphore renewals = new Semaphore(Integer.MAX_VALUE);

    private final Labs labs = new Labs() {
        @Override
        public String sandbox() {
            return "docker";
        }

        @Override
        public Lab open() {
            done.add("open");
            return new CountedLab();
        }

        @Override
        public void close() {
            done.add("close all");
        }
    };

    private final LabShelf shelf = new LabShelf(labs, 0);

    private final class CountedLab implements Lab {
        @Override
        public Facts facts() {
            throw new UnsupportedOperationException();
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
        public void renew() throws LabException {
            if (breaks) {
                throw new LabException(LabException.Fault.LOST, "gone");
            }
            renewals.acquireUninterruptibly();
            done.add("renew");
        }

        @Override
        public void close() {
            done.add("close");
        }
    }

    private void use(int mostUses) throws Exception {
        shelf.giveBack(shelf.lend(mostUses));
    }

    @Test
    void aStudentsMachineIsFreshEachTime() throws Exception {
        use(1);
        use(1);
        use(1);
        assertThat(done).containsExactly("open", "renew", "renew");
    }

    @Test
    void aCoursesOwnMachineServesSeveralTimes() throws Exception {
        for (int i = 0; i < 7; i++) {
            use(3);
        }
        assertThat(done).containsExactly("open", "renew", "renew");
    }

    @Test
    void oneWhoMustBeAloneIsAndTheCountBeginsAnew() throws Exception {
        use(3);
        use(1);
        use(3);
        use(3);
        use(3);
        assertThat(done).containsExactly("open", "renew", "renew");
    }

    @Test
    void aLabThatCannotBeRenewedIsClosedAndAnotherIsOpened() throws Exception {
        use(1);
        breaks = true;
        use(1);
        assertThat(done).containsExactly("open", "open", "close");
    }

    @Test
    void twoThreadsHaveTwoLabs() throws Exception {
        LabShelf.Loan one = shelf.lend(3);
        LabShelf.Loan other = shelf.lend(3);
        assertThat(one.lab()).isNotSameAs(other.lab());
        shelf.close();
        assertThat(done).containsExactly("open", "open", "close all");
    }

    @Test
    void nobodyWaitsForARenewalWhileASpareMayBeOpened() throws Exception {
        renewals = new Semaphore(0);
        LabShelf ahead = new LabShelf(labs, 1);
        LabShelf.Loan first = ahead.lend(1);
        ahead.giveBack(first);
        LabShelf.Loan second = ahead.lend(1);
        assertThat(second.lab()).isNotSameAs(first.lab());
        ahead.giveBack(second);
        renewals.release(2);
        LabShelf.Loan third = ahead.lend(1);
        assertThat(third.uses()).isOne();
        assertThat(List.of(first.lab(), second.lab())).contains(third.lab());
        assertThat(done.stream().filter("open"::equals)).hasSize(2);
        ahead.close();
    }

    @Test
    void noMoreLabsAreOpenedThanTheSparesAllow() throws Exception {
        LabShelf ahead = new LabShelf(labs, 2);
        for (int i = 0; i < 20; i++) {
            ahead.giveBack(ahead.lend(1));
        }
        assertThat(done.stream().filter("open"::equals).count()).isBetween(1L, 3L);
        ahead.close();
    }
}
