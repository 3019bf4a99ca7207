package labo.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import labo.classroom.ClassMarks;
import labo.classroom.Dossier;
import labo.classroom.Mark;
import labo.classroom.Messages;
import labo.classroom.marks.Ledger;
import labo.classroom.marks.Scale;
import labo.report.SafeText;
import labo.report.Texts;

/** Writes a class's pages into a folder: {@code index.html}, and one for each student. */
public final class ClassPages {
    private final Texts texts = new Texts("labo.pages.messages");
    private final Texts classTexts = Messages.texts();
    private final PageWriter writer = new PageWriter();
    private final Ledger ledger;
    private final UnaryOperator<String> lessonTitles;

    /** @param lessonTitles from a lesson's id to its title */
    public ClassPages(Ledger ledger, UnaryOperator<String> lessonTitles) {
        this.ledger = ledger;
        this.lessonTitles = lessonTitles;
    }

    /**
     * Writes all pages, one after the other: no more than one student's work is held at a time. What is there already is
     * replaced.
     *
     * @param similar what the class page says of programs that look alike
     */
    public void write(ClassMarks all, Similarities similar, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("etudiants"));
        Survey survey = new Survey(all.exercise(), ledger.scale().outOf(), texts);
        List<Mark> marks = all.marks();
        for (int at = 0; at < marks.size(); at++) {
            StudentPage page = page(all, at);
            writer.student(page, folder.resolve(page.row().page()));
            survey.add(page.row(), page.causes());
        }
        writer.classPage(survey.page(similar), folder.resolve("index.html"));
    }

    private StudentPage page(ClassMarks all, int at) throws IOException {
        List<Mark> marks = all.marks();
        Mark mark = marks.get(at);
        Dossier dossier = all.book().dossier(mark);
        DossierReading reading = new DossierReading(dossier, all.exercise(), lessonTitles, texts);
        List<StudentPage.Cause> causes = reading.causes();
        String run = mark.outcome().marked()
                ? texts.get("run", mark.sandbox(), mark.seed(), Numbers.rounded(Numbers.seconds(mark.durationMs())))
                : "";
        StudentRow row = row(mark, causes, reading.cells());
        String best = Numbers.of(ledger.scale().outOf());
        return new StudentPage(
                SafeText.oneLine(all.exercise().title()),
                row,
                mark.outcome().marked() ? texts.get("mark", row.mark(), best) : row.mark(),
                at == 0 ? null : link(marks.get(at - 1)),
                at == marks.size() - 1 ? null : link(marks.get(at + 1)),
                mark.remarks().stream().map(SafeText::oneLine).toList(),
                causes,
                reading.scenarios(),
                reading.sources(),
                reading.pictures(),
                run);
    }

    /** The link from the class page. */
    static ClassPage.Link link(Mark mark) {
        return new ClassPage.Link(name(mark), PageNames.of(mark.student()));
    }

    private static String name(Mark mark) {
        String name = SafeText.oneLine(mark.student().name());
        return name.isBlank() ? SafeText.oneLine(mark.student().key()) : name;
    }

    private StudentRow row(Mark mark, List<StudentPage.Cause> causes, List<Cell> cells) {
        boolean marked = mark.outcome().marked();
        Scale.Given given = marked ? ledger.give(mark) : null;
        return new StudentRow(
                name(mark),
                PageNames.of(mark.student()),
                mark.outcome().term(),
                texts.get("outcome." + mark.outcome().term()),
                given == null ? "—" : Numbers.of(given.given()),
                given == null ? -1 : given.given().doubleValue(),
                marked ? texts.get("points", mark.score(), mark.maxScore()) : "",
                given == null || given.lateness().isZero() ? "" : late(given),
                Numbers.seconds(mark.durationMs()),
                causes.isEmpty() ? "" : causes.get(0).title(),
                cells);
    }

    private String late(Scale.Given given) {
        String late = classTexts.get(
                "late",
                given.lateness().toDays(),
                given.lateness().toHoursPart(),
                given.lateness().toMinutesPart());
        return texts.get("late", late, Numbers.of(given.earned()), Numbers.of(given.penalty()));
    }
}
