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

    private final Runnable onResize;

    /** @param onResize called once the line being typed fits a window that has changed */
    GuardedReader(Terminal terminal, Runnable onResize) {
        super(terminal, "labo", new HashMap<>());
        this.onResize = onResize;
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        getWidgets().put(INTERRUPT, this::interrupt);
        getKeyMaps().values().forEach(keys -> keys.bind(new Reference(INTERRUPT), KeyMap.ctrl('C')));
    }

    private boolean interrupt() {
        state = State.INTERRUPT;
        return true;
    }

    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        super.handleSignal(signal);
        if (signal == Terminal.Signal.WINCH) {
            onResize.run();
        }
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
