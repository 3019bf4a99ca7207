package labo.shell.command;

import java.util.ArrayList;
import java.util.List;
import labo.lesson.Lesson;
import labo.shell.Desk;
import labo.shell.Journey;
import labo.shell.Page;
import labo.shell.Screen;
import labo.shell.text.Symbols;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;

/** {@code /lecons}: the lessons in order, with what is done. */
final class LessonsCommand implements Command {
    private static final int IDS = 14;

    @Override
    public String name() {
        return "lecons";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public void run(Desk desk, String argument) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Tint.TITLE.of(desk.journey().course().title()));
        desk.journey().course().lessons().forEach(lesson -> lines.add(line(desk, lesson)));
        lines.add(Tint.FAINT.of(desk.texts().get("lessons.how")));
        desk.page(lines);
    }

    private static AttributedString line(Desk desk, Lesson lesson) {
        Journey journey = desk.journey();
        Symbols symbols = desk.screen().symbols();
        boolean done = journey.done(lesson);
        boolean here = lesson.equals(journey.lesson());
        int doneCount = journey.doneCount(lesson);
        String symbol = done ? symbols.done() : here ? symbols.hand() : symbols.todo();
        AttributedString line = Screen.parts(
                done ? Tint.GOOD : here ? Tint.TITLE : Tint.FAINT,
                String.format("  %s %2d ", symbol, lesson.number()),
                here ? Tint.TITLE : Tint.CODE,
                lesson.id() + " ".repeat(Math.max(1, IDS - lesson.id().length())),
                done ? Tint.FAINT : Tint.PLAIN,
                lesson.title(),
                Tint.FAINT,
                done || doneCount == 0
                        ? ""
                        : "  " + doneCount + "/" + (Page.of(lesson).size() - 1));
        return line.columnLength() <= desk.screen().width()
                ? line
                : line.columnSubSequence(0, desk.screen().width());
    }
}
