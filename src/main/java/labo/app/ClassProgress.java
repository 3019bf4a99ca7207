package labo.app;

import java.text.DecimalFormat;
import labo.classroom.BatchListener;
import labo.classroom.Mark;
import labo.classroom.Student;
import labo.report.SafeText;
import labo.report.Texts;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How a class comes along, on stderr: a bar with rate and remaining time on a terminal, a line a mark elsewhere. */
final class ClassProgress implements BatchListener, AutoCloseable {
    private static final int REFRESH_MS = 200;

    private final Terminal terminal;
    private final Texts texts;
    private @Nullable ProgressBar bar;
    private int done;
    private int total;

    ClassProgress(Terminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
    }

    @Override
    public void planned(int known, int toDo) {
        total = toDo;
        if (known > 0) {
            terminal.err().println(texts.count("class.known", known));
        }
        if (toDo > 0 && terminal.errIsTerminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(texts.get("class.task"))
                    .setInitialMax(toDo)
                    .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MS)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
                    .showSpeed(new DecimalFormat("0.0"))
                    .continuousUpdate()
                    .build();
        }
    }

    @Override
    public void begun(Student student) {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.setExtraMessage(" " + SafeText.oneLine(student.name()));
        }
    }

    @Override
    public void entered(Mark mark) {
        done++;
        ProgressBar shown = bar;
        if (shown != null) {
            shown.step();
        } else {
            String outcome = texts.get("class.outcome." + mark.outcome().term(), mark.score(), mark.maxScore());
            terminal.err()
                    .println("[" + done + "/" + total + "] "
                            + SafeText.oneLine(mark.student().name()) + " : " + outcome);
        }
    }

    @Override
    public void close() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
        }
    }
}
