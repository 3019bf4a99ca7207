package labo.app;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;

/** Labs of one kind, each lent to one thread at a time; those that lie idle are lent again. */
final class LabShelf implements AutoCloseable {
    private final Labs labs;
    private final Deque<Loan> idle = new ConcurrentLinkedDeque<>();

    /**
     * A lab that is lent.
     *
     * @param uses how often its machine A has been lent, this time included
     */
    record Loan(Lab lab, int uses) {}

    /** @param labs where they come from; closed with the shelf */
    LabShelf(Labs labs) {
        this.labs = labs;
    }

    /**
     * Lends a lab.
     *
     * @param mostUses how often one machine A is lent before it is replaced; 1: it is fresh each time
     */
    Loan lend(int mostUses) throws LabException, InterruptedException {
        Loan last = idle.poll();
        if (last == null) {
            return new Loan(labs.open(), 1);
        }
        return last.uses() < mostUses ? new Loan(last.lab(), last.uses() + 1) : new Loan(renewed(last.lab()), 1);
    }

    private Lab renewed(Lab used) throws LabException, InterruptedException {
        boolean renewed = false;
        try {
            used.renew();
            renewed = true;
            return used;
        } catch (LabException broken) {
            return labs.open();
        } finally {
            if (!renewed) {
                used.close();
            }
        }
    }

    void giveBack(Loan loan) {
        idle.push(loan);
    }

    @Override
    public void close() {
        labs.close();
    }
}
