package labo.app;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on stderr: a bar on a terminal, a line for each part elsewhere. */
final class ProgressOnTerminal implements Progress, AutoCloseable {
    private static final int REFRESH_MS = 200;

    private final String task;
    private final Terminal terminal;
    private @Nullable ProgressBar bar;
    private String last = "";

    ProgressOnTerminal(String task, Terminal terminal) {
        this.task = task;
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(String what, int done, int total) {
        if (!terminal.errIsTerminal()) {
            if (!what.equals(last)) {
                terminal.err().println(task + " [" + done + "/" + total + "] " + what);
                last = what;
            }
            return;
        }
        ProgressBar shown = bar == null ? start(terminal.err(), total) : bar;
        bar = shown;
        shown.maxHint(total);
        shown.stepTo(done);
        shown.setExtraMessage(" " + what);
    }

    private ProgressBar start(PrintStream err, int total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MS)
                .setConsumer(new ConsoleProgressBarConsumer(err, terminal.columns()))
                .continuousUpdate()
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
