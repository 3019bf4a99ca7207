package labo.shell.command;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import labo.shell.Desk;
import labo.shell.Screen;
import labo.shell.text.PythonTokens;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;

/** {@code /solution}: a program that passes, and how the learner's differs; once passed, or after the last hint. */
final class SolutionCommand implements Command {
    @Override
    public String name() {
        return "solution";
    }

    @Override
    public void run(Desk desk, String argument) {
        Screen screen = desk.screen();
        Optional<Desk.Program> program = desk.program();
        if (program.isEmpty()) {
            screen.say(Tint.WARNING, desk.texts().get("program.none"));
            return;
        }
        boolean earned = desk.journey().here().done()
                || desk.journey().here().hints() >= desk.hints().size();
        if (!earned) {
            screen.say(Tint.WARNING, desk.texts().get("solution.not-yet"));
            return;
        }
        Optional<String> solution = desk.workshop().solution(program.get().exercise());
        if (solution.isEmpty()) {
            screen.say(Tint.WARNING, desk.texts().get("solution.none"));
            return;
        }
        desk.page(page(desk, program.get(), solution.get()));
    }

    private static List<AttributedString> page(Desk desk, Desk.Program program, String solution) {
        List<AttributedString> page = new ArrayList<>();
        page.add(Tint.TITLE.of(desk.texts().get("solution.title")));
        solution.stripTrailing().lines().forEach(line -> page.add(PythonTokens.colour("    " + line)));
        page.add(AttributedString.EMPTY);
        page.add(Tint.TITLE.of(desk.texts().get("solution.diff", desk.shown(program.file()))));
        try {
            page.addAll(diff(
                    java.nio.file.Files.readAllLines(program.file()),
                    solution.stripTrailing().lines().toList()));
        } catch (IOException unreadable) {
            page.add(Tint.WARNING.of(desk.texts().get("solution.unreadable", desk.shown(program.file()))));
        }
        return page;
    }

    /** What to take away, and what to add. */
    static List<AttributedString> diff(List<String> own, List<String> right) {
        List<AttributedString> lines = new ArrayList<>();
        for (DiffRow row :
                DiffRowGenerator.create().lineNormalizer(line -> line).build().generateDiffRows(own, right)) {
            switch (row.getTag()) {
                case EQUAL -> lines.add(Tint.FAINT.of("    " + row.getOldLine()));
                case DELETE -> lines.add(Tint.BAD.of("  - " + row.getOldLine()));
                case INSERT -> lines.add(Tint.GOOD.of("  + " + row.getNewLine()));
                case CHANGE -> {
                    lines.add(Tint.BAD.of("  - " + row.getOldLine()));
                    lines.add(Tint.GOOD.of("  + " + row.getNewLine()));
                }
            }
        }
        return lines;
    }
}
