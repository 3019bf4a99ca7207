package labo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import labo.classroom.ClassMarks;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import labo.classroom.marks.Ledger;
import labo.classroom.marks.MarksLines;
import labo.classroom.marks.MarksTable;
import labo.pages.ClassPages;
import labo.pages.Resemblances;
import labo.pages.Similarities;
import labo.report.SafeText;
import labo.report.Texts;

/** What a graded class leaves: files in one folder, and a few lines on stdout. */
final class ClassOutput {
    private final Path folder;
    private final Ledger ledger;
    private final World world;
    private final Texts texts;
    private final UnaryOperator<String> lessonTitles;
    private final boolean compared;

    /**
     * What a class leaves in {@code folder}.
     *
     * @param lessonTitles from a lesson's id to its title
     * @param compared whether programs that look alike are looked for
     */
    ClassOutput(
            Path folder,
            Ledger ledger,
            World world,
            Texts texts,
            UnaryOperator<String> lessonTitles,
            boolean compared) {
        this.folder = folder;
        this.ledger = ledger;
        this.world = world;
        this.texts = texts;
        this.lessonTitles = lessonTitles;
        this.compared = compared;
    }

    /** Writes everything, and gives the exit code. */
    int write(ClassMarks all) throws IOException, InterruptedException {
        file("notes.csv", out -> new MarksTable(ledger).write(all.marks(), out));
        Similarities similar = compared ? new Resemblances().find(all, folder) : Similarities.NONE;
        new ClassPages(ledger, lessonTitles).write(all, similar, folder);
        file("notes.jsonl", out -> new MarksLines(ledger).write(all.marks(), out));
        summary(all.marks());
        return count(all.marks(), Outcome.AGAIN) == 0 ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private void summary(List<Mark> marks) {
        print(texts.get(
                "class.done",
                marks.size(),
                count(marks, Outcome.PASSED),
                count(marks, Outcome.FAILED),
                count(marks, Outcome.REFUSED),
                count(marks, Outcome.AGAIN)));
        for (Mark mark : marks) {
            if (!mark.outcome().marked()) {
                String why = String.join(" ", mark.remarks());
                print(texts.get(
                        "class.unmarked",
                        texts.get("class.outcome." + mark.outcome().term()),
                        mark.student().name(),
                        why));
            }
        }
        print(texts.get("class.written", folder));
    }

    private static int count(List<Mark> marks, Outcome outcome) {
        return (int) marks.stream().filter(mark -> mark.outcome() == outcome).count();
    }

    private void print(String line) {
        world.terminal().out().println(SafeText.oneLine(line));
    }

    /** Writes into what it is given. */
    @FunctionalInterface
    private interface Content {
        void write(Appendable out) throws IOException;
    }

    /** Replaces the file at one stroke. */
    private void file(String name, Content content) throws IOException {
        Path draft = Files.createTempFile(folder, ".labo-", ".tmp");
        try {
            try (var out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
