package labo.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import labo.machine.LabException;
import labo.report.SafeText;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;

/** The one place where failures become French sentences and exit codes. */
final class Failures {
    private final World world;
    private final Texts texts;
    private final boolean trace;

    Failures(World world, Texts texts, boolean trace) {
        this.world = world;
        this.texts = texts;
        this.trace = trace;
    }

    /** Tells {@code failure}, and gives the exit code that goes with it. */
    int tell(Throwable failure) {
        lines(failure).forEach(world.terminal().err()::println);
        if (trace) {
            failure.printStackTrace(world.terminal().err());
        }
        return problem(failure).exitCode();
    }

    /** What happened, why, and what to do, a line each. */
    List<String> lines(Throwable failure) {
        Problem problem = problem(failure);
        List<String> lines = new ArrayList<>();
        add(lines, "error.what", problem.key(), problem);
        add(lines, "error.why", problem.key() + ".why", problem);
        add(lines, "error.do", problem.key() + ".do", problem);
        return lines;
    }

    private void add(List<String> lines, String frame, String key, Problem problem) {
        if (texts.has(key)) {
            lines.add(texts.get(frame, SafeText.oneLine(texts.get(key, problem.arguments()))));
        }
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof LabException lab) {
            return Problem.environment("fault." + lab.fault(), said(lab));
        }
        if (failure instanceof InterruptedException) {
            return Problem.environment("interrupted");
        }
        if (failure instanceof AccessDeniedException denied) {
            return Problem.usage("file.unreadable", file(denied));
        }
        if (failure instanceof FileSystemException file) {
            return Problem.usage("file.failed", file(file), said(file));
        }
        if (failure instanceof IOException io) {
            return Problem.environment("io", said(io));
        }
        return Problem.environment("unexpected", failure.getClass().getSimpleName(), said(failure));
    }

    private static String file(FileSystemException failure) {
        String file = failure.getFile();
        return file == null ? "?" : file;
    }

    private static String said(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
