package labo.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import labo.progress.Notice;
import labo.progress.ProgressStore;
import labo.report.Texts;
import labo.shell.command.Commands;
import labo.shell.text.Look;
import labo.shell.text.Tint;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.Signals;

/** The prompt: from the first screen to the last. */
public final class Shell {
    private static final int SHORT_SEEDS = 1_000_000;
    private static final int COLUMNS = 80;
    private static final int LINES = 24;
    /** A dumb terminal makes a signal of Ctrl-C, and JLine leaves it to the JVM, which would end. */
    private static final String INTERRUPT = "INT";

    private final Setup setup;
    private final Texts texts = new Texts("labo.shell.messages");

    public Shell(Setup setup) {
        this.setup = setup;
    }

    /**
     * Runs until the learner leaves or the terminal goes.
     *
     * @throws IOException if this process has no terminal
     */
    public void run() throws IOException {
        // Lines drawn in the old alternate character set come out as letters in some terminals.
        System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).encoding(setup.charset()).build()) {
            boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
            Object before = dumb ? Signals.register(INTERRUPT, () -> terminal.raise(Terminal.Signal.INT)) : null;
            run(terminal);
            if (dumb) {
                Signals.unregister(INTERRUPT, before);
            }
        }
    }

    /**
     * The same with typed text from a stream, on a terminal that nobody sees.
     *
     * @throws IOException if no such terminal can be made
     */
    public void rehearse(InputStream typed, OutputStream shown) throws IOException {
        // What a real terminal is found with counts too.
        try (Terminal found = TerminalBuilder.builder().system(true).dumb(true).build();
                Terminal terminal =
                        new ExternalTerminal(found.getName(), "xterm-256color", typed, shown, setup.charset())) {
            terminal.setSize(new Size(COLUMNS, LINES));
            run(terminal);
        }
    }

    /** The same, on a given terminal. */
    void run(Terminal terminal) {
        Look look = new Look(setup.colour(), setup.unicode(), setup.charset());
        try (Screen screen = new Screen(terminal, look);
                Backroom backroom = new Backroom(terminal)) {
            setup.workshop().prepare();
            StatusBar status = new StatusBar(screen);
            ProgressStore store = ProgressStore.open(setup.state(), notice -> tell(screen, notice));
            Journey journey = new Journey(setup.course(), store, this::seed, Clock.systemUTC());
            LiveLines lines = new LiveLines(screen, texts, new Narrator(texts, look.symbols()));
            var sockets = new SocketsOnDesk();
            LiveRoom room = new LiveRoom(setup.workshop(), backroom, journey, screen, texts, lines, sockets);
            Desk desk = new Desk(setup, screen, texts, journey, backroom, room, status, new Pager(screen, texts));
            sockets.on(desk);
            Commands commands = Commands.all(desk);
            Prompt prompt = new Prompt(
                    screen, setup.state(), new LabCompleter(commands, desk, room), new PythonHighlighter(look));
            room.meanwhile(new WaitingPrompt(desk, commands, prompt, lines));
            new Conversation(desk, commands, prompt).run();
            screen.flush();
            status.close();
        }
    }

    private long seed() {
        return setup.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1, SHORT_SEEDS));
    }

    private void tell(Screen screen, Notice notice) {
        screen.say(Tint.WARNING, texts.get("progress." + notice.kind(), notice.detail()));
    }

    /** The status line exists after those who tell it about sockets. */
    private static final class SocketsOnDesk implements java.util.function.Consumer<List<labo.machine.SocketState>> {
        private volatile @org.jspecify.annotations.Nullable Desk desk;

        void on(Desk made) {
            desk = made;
        }

        @Override
        public void accept(List<labo.machine.SocketState> sockets) {
            Desk known = desk;
            if (known != null) {
                known.sockets(sockets);
            }
        }
    }
}
