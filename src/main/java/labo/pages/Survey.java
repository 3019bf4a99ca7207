package labo.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.report.SafeText;
import labo.report.Texts;

/** Gathers a class, student by student, into its page; keeps of each no more than a row of the table. */
final class Survey {
    private static final int BARS = 10;
    private static final double PERCENT = 100.0;

    private final Exercise exercise;
    private final BigDecimal outOf;
    private final Texts texts;
    private final List<StudentRow> rows = new ArrayList<>();
    private final Map<String, List<ClassPage.Link>> traps = new LinkedHashMap<>();

    Survey(Exercise exercise, BigDecimal outOf, Texts texts) {
        this.exercise = exercise;
        this.outOf = outOf;
        this.texts = texts;
    }

    /** Adds one student. */
    void add(StudentRow row, List<StudentPage.Cause> causes) {
        rows.add(row);
        causes.stream()
                .map(StudentPage.Cause::title)
                .distinct()
                .forEach(title -> traps.computeIfAbsent(title, first -> new ArrayList<>())
                        .add(new ClassPage.Link(row.name(), row.page())));
    }

    ClassPage page(Similarities similar) {
        List<ClassPage.Check> checks = checks();
        return new ClassPage(
                SafeText.oneLine(exercise.title()),
                exercise.id(),
                facts(),
                histogram(),
                checks,
                rows,
                checks.stream()
                        .filter(check -> check.failed() > 0)
                        .sorted(Comparator.comparingInt(ClassPage.Check::failed).reversed())
                        .toList(),
                traps.entrySet().stream()
                        .map(trap -> new ClassPage.Trap(trap.getKey(), trap.getValue()))
                        .sorted(Comparator.comparingInt(
                                        (ClassPage.Trap trap) -> trap.students().size())
                                .reversed())
                        .toList(),
                similar);
    }

    private List<ClassPage.Fact> facts() {
        List<ClassPage.Fact> facts = new ArrayList<>();
        facts.add(fact("students", String.valueOf(rows.size())));
        for (String outcome : List.of("passed", "failed", "again", "refused")) {
            long count =
                    rows.stream().filter(row -> row.outcome().equals(outcome)).count();
            if (count > 0) {
                facts.add(fact(outcome, String.valueOf(count)));
            }
        }
        double[] marks = marks();
        if (marks.length > 0) {
            double mean = java.util.Arrays.stream(marks).average().orElse(0);
            facts.add(fact("mean", texts.get("mark", Numbers.rounded(mean), Numbers.of(outOf))));
            facts.add(fact("median", texts.get("mark", Numbers.rounded(median(marks)), Numbers.of(outOf))));
        }
        double seconds = rows.stream().mapToDouble(StudentRow::seconds).sum();
        facts.add(fact("time", texts.get("seconds", Numbers.rounded(seconds))));
        return facts;
    }

    private ClassPage.Fact fact(String key, String value) {
        return new ClassPage.Fact(texts.get("class." + key), value);
    }

    private double[] marks() {
        return rows.stream()
                .mapToDouble(StudentRow::order)
                .filter(mark -> mark >= 0)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private List<ClassPage.Bar> histogram() {
        int[] counts = new int[BARS];
        double best = outOf.doubleValue();
        for (double mark : marks()) {
            counts[Math.min(BARS - 1, (int) (mark / best * BARS))]++;
        }
        int most = Math.max(1, java.util.Arrays.stream(counts).max().orElse(1));
        List<ClassPage.Bar> bars = new ArrayList<>();
        BigDecimal width = outOf.divide(BigDecimal.valueOf(BARS));
        for (int at = 0; at < BARS; at++) {
            String from = Numbers.of(width.multiply(BigDecimal.valueOf(at)).stripTrailingZeros());
            String to = Numbers.of(width.multiply(BigDecimal.valueOf(at + 1L)).stripTrailingZeros());
            String range = texts.get(at == BARS - 1 ? "range.last" : "range", from, to);
            bars.add(new ClassPage.Bar(range, counts[at], (int) Math.round(counts[at] * PERCENT / most)));
        }
        return bars;
    }

    private List<ClassPage.Check> checks() {
        List<CheckSpec> specs = exercise.scenarios().stream()
                .flatMap(scenario -> scenario.checks().stream())
                .toList();
        List<ClassPage.Check> checks = new ArrayList<>();
        for (int at = 0; at < specs.size(); at++) {
            checks.add(check(at, specs.get(at)));
        }
        return checks;
    }

    private ClassPage.Check check(int at, CheckSpec spec) {
        int failed = count(at, "failed");
        int graded = rows.size() - count(at, "none");
        int share = graded == 0 ? 0 : (int) Math.round(failed * PERCENT / graded);
        return new ClassPage.Check(
                at + 1, spec.id(), SafeText.oneLine(spec.title()), spec.points(), failed, count(at, "blocked"), share);
    }

    private int count(int check, String term) {
        return (int) rows.stream()
                .filter(row -> row.cells().get(check).term().equals(term))
                .count();
    }
}
