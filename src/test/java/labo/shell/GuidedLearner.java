package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import labo.grade.Values;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.shell.text.Markdown;
import labo.shell.text.Symbols;

/** Goes through lessons on a terminal, as their data say; reads off the screen where it is and when it is asked. */
final class GuidedLearner {
    private static final String PYTHON = ">>>";
    private static final String MORE = "...";
    private static final String WAITING = "en attente";
    private static final String HAND = Symbols.UNICODE.hand() + " ";
    static final String NEXT = "Entrée : suite";
    private static final int WIDE = 10_000;

    private final TmuxTerminal terminal;
    private final long seed;

    /** @param seed of the lab's values */
    GuidedLearner(TmuxTerminal terminal, long seed) {
        this.terminal = terminal;
        this.seed = seed;
    }

    /** Reads the first page. */
    void begin() throws Exception {
        untilAsked(screen -> true);
    }

    /** Does each page of the lesson, which is the one shown, up to its end. */
    void goThrough(Lesson lesson) throws Exception {
        List<Page> pages = Page.of(lesson);
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                terminal.press("Enter");
            }
            Page page = pages.get(i);
            String place = lesson.id() + " " + (i + 1) + "/" + pages.size();
            String mark = page instanceof Page.End
                    ? "Leçon terminée : "
                    : HAND + page.title().replace('\u00a0', ' ');
            untilAsked(screen -> footer(screen).startsWith(place + " ") && asksAfter(mark));
            work(page, lesson);
        }
    }

    /** Turns a lesson's last page. */
    void turn() throws Exception {
        terminal.press("Enter");
        terminal.await("another lesson", screen -> !lastOf(screen).equals("Entrée " + Symbols.UNICODE.prompt()));
        untilAsked(screen -> true);
    }

    /** Whether the page has come, and its text is not above what is asked now by chance. */
    private boolean asksAfter(String mark) {
        try {
            List<String> shown = above(terminal.history());
            int last = shown.size() - 1;
            while (last >= 0
                    && !shown.get(last).startsWith(mark)
                    && !shown.get(last).contains(" " + mark)) {
                last--;
            }
            return last >= 0 && last < shown.size() - 1;
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }

    private void work(Page page, Lesson lesson) throws Exception {
        if (page instanceof Page.End) {
            assertThat(flat(terminal.history())).contains(flat("Leçon terminée : " + lesson.title()));
            return;
        }
        Step step = ((Page.Step) page).step();
        if (step instanceof Step.Live live) {
            live(live);
        } else if (step instanceof Step.ChoiceQuiz quiz) {
            choose(quiz);
        } else if (step instanceof Step.FreeQuiz quiz) {
            enter(Values.of(Map.of()).drawn(quiz.draw(), seed, quiz.id()).text(quiz.answer()));
        }
        terminal.await("page done", screen -> footer(screen).endsWith(NEXT));
    }

    private void live(Step.Live step) throws Exception {
        assertThat(step.wrong()).as(step.id()).isNotEmpty();
        for (String statement : step.wrong().get(0).statements()) {
            run(statement);
        }
        assertThat(footer(terminal.screen()))
                .as("%s is not done by %s:\n%s", step.id(), step.wrong().get(0), terminal.screen())
                .doesNotEndWith(NEXT);
        enter("/recommencer");
        for (String statement : step.answer()) {
            run(statement);
        }
    }

    private void run(String statement) throws Exception {
        for (String line : statement.stripTrailing().split("\n", -1)) {
            enter(line);
        }
        if (lastOf(terminal.screen()).equals(MORE)) {
            terminal.press("Enter");
            untilAsked(screen -> !lastOf(screen).equals(MORE));
        }
    }

    private void choose(Step.ChoiceQuiz quiz) throws Exception {
        String shown = flat(terminal.history());
        List<String> numbers = new ArrayList<>();
        for (Step.Choice choice : quiz.choices()) {
            if (choice.right()) {
                numbers.add(number(shown, choice.text()));
            }
        }
        enter(String.join(" ", numbers));
    }

    /** The number before the last choice shown that reads so. */
    private static String number(String shown, String choice) {
        String plain = new Markdown(Symbols.UNICODE)
                .lines(choice, WIDE).stream().map(Object::toString).collect(Collectors.joining(" "));
        Matcher found = Pattern.compile("([0-9]) " + Pattern.quote(flat(plain))).matcher(shown);
        String number = "";
        while (found.find()) {
            number = found.group(1);
        }
        assertThat(number).as("« %s » in:\n%s", plain, shown).isNotEmpty();
        return number;
    }

    /** Types a line, and waits until the next one is asked for; what waits for ever is interrupted. */
    void enter(String line) throws Exception {
        String before = lastOf(terminal.screen());
        terminal.write(line);
        terminal.await(
                "echo of « " + line + " »",
                screen -> !above(screen).isEmpty() && !lastOf(screen).equals(before));
        terminal.press("Enter");
        untilAsked(screen -> true);
    }

    /** Waits for a prompt with nothing behind it, on a screen like that; turns the pager's pages. */
    private void untilAsked(Predicate<String> like) throws Exception {
        while (true) {
            String screen = terminal.await(
                    "a prompt",
                    shown -> isPager(lastOf(shown)) || waits(shown) || (isPrompt(lastOf(shown)) && like.test(shown)));
            String last = lastOf(screen);
            if (isPager(last)) {
                terminal.press("Enter");
            } else if (waits(screen)) {
                terminal.press("C-c");
            } else {
                return;
            }
            terminal.await("an end of « " + last + " »", shown -> !lastOf(shown).equals(last));
        }
    }

    /** Whether a line asks to go on with a text longer than the screen. */
    static boolean isPager(String line) {
        return line.startsWith("— encore ");
    }

    /** Whether a call waits. */
    static boolean waits(String screen) {
        return lastOf(screen).startsWith(WAITING) || lastOf(screen).endsWith("interrompre.");
    }

    /** Whether a line asks for something, and nothing is typed yet. */
    static boolean isPrompt(String line) {
        return line.equals(PYTHON) || line.equals(MORE) || line.endsWith(Symbols.UNICODE.prompt());
    }

    /** The last line above the status line that is not empty. */
    static String lastOf(String screen) {
        List<String> lines = above(screen);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** The lines above the status line that are not empty, without spaces at their ends. */
    private static List<String> above(String screen) {
        List<String> lines = screen.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
        int border = lines.size() - 1;
        while (border >= 0 && !lines.get(border).matches("─+")) {
            border--;
        }
        return border < 0 ? lines : lines.subList(0, border);
    }

    /** The status line. */
    static String footer(String screen) {
        List<String> lines = screen.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static String flat(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
