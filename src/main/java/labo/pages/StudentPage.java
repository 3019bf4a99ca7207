package labo.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One student's work, the cause first. All texts are harmless, none is escaped but the pictures, which are markup of our own.
 *
 * @param title the exercise's, French
 * @param row the student, as the class's table has it
 * @param mark what is given and out of how many; a dash where there is no mark
 * @param previous the student before, by name, or null
 * @param next the one after, or null
 * @param remarks French: how the files were understood, or why there is no mark
 * @param causes misconceptions recognised, the first first
 * @param scenarios what was played, with its checks
 * @param sources the submitted files
 * @param pictures sequence diagrams
 * @param run where, with which seed, how long
 */
public record StudentPage(
        String title,
        StudentRow row,
        String mark,
        ClassPage.@Nullable Link previous,
        ClassPage.@Nullable Link next,
        List<String> remarks,
        List<Cause> causes,
        List<Scenario> scenarios,
        List<Source> sources,
        List<Picture> pictures,
        String run) {
    public StudentPage {
        remarks = List.copyOf(remarks);
        causes = List.copyOf(causes);
        scenarios = List.copyOf(scenarios);
        sources = List.copyOf(sources);
        pictures = List.copyOf(pictures);
    }

    /**
     * A misconception.
     *
     * @param anchor the line's fragment on this page; empty where no line is known
     * @param lesson what to read: the lesson's title
     * @param lessonId and its id
     */
    public record Cause(
            String title,
            String happened,
            String why,
            String look,
            String place,
            String text,
            String anchor,
            String lesson,
            String lessonId) {}

    /** One exchange that was played. */
    public record Scenario(String title, List<Check> checks) {
        public Scenario {
            checks = List.copyOf(checks);
        }
    }

    /**
     * One check.
     *
     * @param facts what was expected, what was observed, and what else is known: a label and a value each
     * @param anchor the line's fragment on this page; empty where no line is known
     */
    public record Check(
            String title, Cell cell, String points, List<ClassPage.Fact> facts, String place, String anchor) {
        public Check {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A submitted file.
     *
     * @param note French: what is left out; empty if nothing
     */
    public record Source(String name, List<Line> lines, String note) {
        public Source {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a file.
     *
     * @param number from 1
     * @param anchor its fragment
     * @param notes what is said of it; empty for most lines
     */
    public record Line(int number, String anchor, String text, List<String> notes) {
        public Line {
            notes = List.copyOf(notes);
        }
    }

    /** A sequence diagram: SVG, drawn by us, in which everything of a program's is escaped. */
    public record Picture(String title, String svg) {}
}
