package labo.pages;

import java.util.List;

/**
 * A class at a glance. All texts are harmless and on one line, none is escaped.
 *
 * @param title the exercise's, French
 * @param exercise its id
 * @param facts how many, how good, how long: a label and a value each
 * @param histogram of the marks given
 * @param checks the exercise's, in order
 * @param rows the students, by name
 * @param hardest checks that someone failed, those failed most first
 * @param misconceptions those recognised, the most frequent first
 * @param similar programs that look alike
 */
public record ClassPage(
        String title,
        String exercise,
        List<Fact> facts,
        List<Bar> histogram,
        List<Check> checks,
        List<StudentRow> rows,
        List<Check> hardest,
        List<Trap> misconceptions,
        Similarities similar) {
    /** A label and what it says. */
    public record Fact(String label, String value) {}

    /**
     * One bar of a histogram.
     *
     * @param range the marks in it, French
     * @param count how many have one of them
     * @param height of 100, where the highest bar has 100
     */
    public record Bar(String range, int count, int height) {}

    /**
     * One check, and what the class made of it.
     *
     * @param number from 1
     * @param failed how many failed it
     * @param blocked how many never came to it
     * @param share of those graded who failed it, in percent
     */
    public record Check(int number, String id, String title, int points, int failed, int blocked, int share) {}

    /** A misconception, and in whose programs it was recognised. */
    public record Trap(String title, List<Link> students) {
        public Trap {
            students = List.copyOf(students);
        }
    }

    /** A student's name and page. */
    public record Link(String name, String page) {}

    public ClassPage {
        facts = List.copyOf(facts);
        histogram = List.copyOf(histogram);
        checks = List.copyOf(checks);
        rows = List.copyOf(rows);
        hardest = List.copyOf(hardest);
        misconceptions = List.copyOf(misconceptions);
    }
}
