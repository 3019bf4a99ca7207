package labo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.grade.Grader;
import labo.grade.Plan;
import labo.grade.Report;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.live.LabSession;
import labo.live.LiveListener;
import labo.live.LiveSession;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;
import labo.observe.Timeline;
import labo.shell.Workshop;
import org.jspecify.annotations.Nullable;

/** The prompt's machines: one lab, opened in the background, for live sessions and grading in turn. */
final class LabWorkshop implements Workshop {
    private final Machines choice;
    private final Function<Exception, List<String>> words;
    private final Path solutions;
    private final List<String> notices;
    private final Grader grader = new Grader();
    private @Nullable FutureTask<Opened> opening;
    private @Nullable LiveSession session;
    private boolean used;
    private boolean timeWait;

    /** Finds where labs come from. */
    interface Machines {
        /**
         * In the background.
         *
         * @param timeWait whether machine A keeps connections in TIME-WAIT
         */
        Labs choose(boolean timeWait) throws Exception;
    }

    /** A lab and where it came from. */
    private record Opened(Labs labs, Lab lab) {}

    /**
     * @param choice finds the sandbox; run in the background
     * @param words a failure in French
     * @param notices filled by {@code choice} with what the learner should know
     */
    LabWorkshop(Machines choice, Function<Exception, List<String>> words, Path solutions, List<String> notices) {
        this.choice = choice;
        this.words = words;
        this.solutions = solutions;
        this.notices = notices;
    }

    @Override
    public synchronized void prepare() {
        if (opening == null) {
            boolean kind = timeWait;
            FutureTask<Opened> task = new FutureTask<>(() -> open(kind));
            opening = task;
            used = false;
            Thread thread = new Thread(task, "opening");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private Opened open(boolean kind) throws Exception {
        Labs labs = choice.choose(kind);
        try {
            return new Opened(labs, labs.open());
        } catch (LabException | InterruptedException failed) {
            labs.close();
            throw failed;
        }
    }

    /** A lab of that kind, on which nothing has run. */
    private Lab fresh(boolean lingering) throws LabException, InterruptedException {
        endSession();
        if (timeWait != lingering) {
            discard();
            timeWait = lingering;
        }
        Lab lab = opened();
        if (used) {
            lab.renew();
        }
        used = true;
        return lab;
    }

    /** The lab, as it is now. */
    private Lab opened() throws LabException, InterruptedException {
        prepare();
        FutureTask<Opened> task = opening;
        if (task == null) {
            throw new IllegalStateException("nothing is being opened");
        }
        try {
            return task.get().lab();
        } catch (ExecutionException failed) {
            discard();
            throw asLabException(failed.getCause());
        }
    }

    private static LabException asLabException(@Nullable Throwable cause) {
        if (cause instanceof LabException lab) {
            return lab;
        }
        return new LabException(LabException.Fault.NO_START, String.valueOf(cause));
    }

    @Override
    public LiveSession live(Lesson lesson, long seed, LiveListener listener) throws LabException, InterruptedException {
        LiveSession opened = LabSession.open(fresh(lesson.timeWait()), lesson, seed, listener);
        session = opened;
        return opened;
    }

    private void endSession() {
        LiveSession last = session;
        session = null;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public CaptureTarget captureTo(Path target, Optional<Path> program)
            throws LabException, InterruptedException, Refused {
        try {
            CaptureFile file = CaptureFile.at(target, program.stream().toList());
            if (!opened().facts().captured()) {
                throw Problem.usage("capture.local");
            }
            return observed -> write(file, observed);
        } catch (Problem refused) {
            throw new Refused(refused);
        } catch (IOException unwritable) {
            throw new Refused(new UncheckedIOException(unwritable));
        }
    }

    private static int write(CaptureFile file, Collection<Timeline> observed) throws Refused {
        try {
            return file.write(observed);
        } catch (IOException unwritable) {
            throw new Refused(new UncheckedIOException(unwritable));
        }
    }

    @Override
    public Report grade(Exercise exercise, Path file, Plan plan) throws LabException, InterruptedException, Refused {
        try {
            return grader.grade(
                    exercise, SubmissionReader.read(List.of(file), exercise.file()), fresh(exercise.timeWait()), plan);
        } catch (Problem refused) {
            throw new Refused(refused);
        } catch (IOException unreadable) {
            throw new Refused(new UncheckedIOException(unreadable));
        }
    }

    /** The first right program; the lines that say what it is a solution of are the catalogue's. */
    @Override
    public Optional<String> solution(Exercise exercise) {
        Path folder = solutions.resolve(exercise.id()).resolve("right");
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> first = files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .findFirst();
            return first.isEmpty() ? Optional.empty() : Optional.of(withoutHeader(first.get()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static String withoutHeader(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .dropWhile(line -> line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public List<String> explain(Exception failure) {
        Throwable cause = failure instanceof Refused ? failure.getCause() : failure;
        if (cause instanceof UncheckedIOException io) {
            return words.apply(io.getCause());
        }
        return words.apply(cause instanceof Exception told ? told : failure);
    }

    @Override
    public Optional<String> notice() {
        return notices.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notices));
    }

    @Override
    public synchronized void discard() {
        FutureTask<Opened> task = opening;
        opening = null;
        session = null;
        if (task != null) {
            close(task);
        }
    }

    private static void close(FutureTask<Opened> task) {
        if (task.cancel(true)) {
            return;
        }
        try {
            task.get().labs().close();
        } catch (ExecutionException neverOpened) {
            // There is nothing to give back.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        discard();
    }
}
