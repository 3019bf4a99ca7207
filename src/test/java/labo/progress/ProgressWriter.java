package labo.progress;

import java.nio.file.Path;

/** Another lab, as a process: does steps of one lesson, each under its own name. */
final class ProgressWriter {
    static final int STEPS = 20;

    private ProgressWriter() {}

    public static void main(String[] arguments) {
        ProgressStore store = ProgressStore.open(Path.of(arguments[0]), notice -> {
            throw new IllegalStateException(notice.toString());
        });
        for (int i = 0; i < STEPS; i++) {
            String step = arguments[1] + "-" + i;
            store.update(progress ->
                    progress.change("commune", 1, known -> known.with(step, new StepProgress(true, 0, 0))));
        }
    }
}
