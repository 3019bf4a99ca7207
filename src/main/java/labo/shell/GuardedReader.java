package labo.shell;

import java.util.HashMap;
import org.jline.keymap.KeyMap;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * A line reader beside which others may write on the terminal. It reads Ctrl-C as a key: as a signal it would also reach
 * whatever process the lab is starting.
 */
final class GuardedReader extends LineReaderImpl {
    private static final String INTERRUPT = "labo-interrupt";

    GuardedReader(Terminal terminal) {
        super(terminal, "labo", new HashMap<>());
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        getWidgets().put(INTERRUPT, this::interrupt);
        getKeyMaps().values().forEach(keys -> keys.bind(new Reference(INTERRUPT), KeyMap.ctrl('C')));
    }

    private boolean interrupt() {
        state = State.INTERRUPT;
        return true;
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
