package labo.shell;

import java.util.HashMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** A line reader beside which others may write on the terminal. */
final class GuardedReader extends LineReaderImpl {
    GuardedReader(Terminal terminal) {
        super(terminal, "labo", new HashMap<>());
        setOpt(Option.DISABLE_EVENT_EXPANSION);
    }

    /** Writes while nothing that is typed is being shown. */
    void undisturbed(Runnable write) {
        lock.lock();
        try {
            write.run();
        } finally {
            lock.unlock();
        }
    }
}
