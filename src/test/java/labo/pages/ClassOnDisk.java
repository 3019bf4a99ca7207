package labo.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.classroom.ClassMarks;
import labo.classroom.Gradebook;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import labo.classroom.Student;
import labo.classroom.marks.Ledger;
import labo.classroom.marks.Scale;
import labo.diagnose.Misconceptions;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.lesson.Scenario;
import labo.observe.Ending;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;
import labo.report.diagram.SvgDiagram;
import labo.sequence.Diagram;
import org.jspecify.annotations.Nullable;

/** A class's pages, made from a real book of invented marks. */
final class ClassOnDisk {
    /** What students may be called, and write, to break a page. */
    static final String ATTACK =
            "<img src=x onerror=\"window.pwned=1\">'\"><script>window.pwned=1</script>\u202e\u0000&lt;";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Exercise exercise;
    private final Gradebook book;

    ClassOnDisk(Gradebook book) {
        Reading reading = new CourseReader(Set.copyOf(Misconceptions.ids())).readForUse(Path.of("lessons"));
        this.exercise =
                ((Reading.Read) reading).course().exercise("serveur-tcp").orElseThrow();
        this.book = book;
    }

    /** Enters a student who passed the first checks, {@code passed} of them. */
    void student(String name, int passed) throws IOException {
        student(name, passed, "import socket\n\ns = socket.socket()\ns.bind((\"127.0.0.1\", 8888))\n", "b'Salut'");
    }

    void student(String name, int passed, String source, String observed) throws IOException {
        ObjectNode report = JSON.createObjectNode();
        int score = checks(report.putArray("checks"), passed, observed);
        boolean all = score == exercise.maxScore();
        if (!all) {
            explanation(report.putArray("explanations").addObject(), observed);
            report.putObject("diagrams").put("Un échange", diagram(source));
        }
        enter(name, all ? Outcome.PASSED : Outcome.FAILED, score, report.toString(), source);
    }

    /** Enters a student whose files could not be graded. */
    void refused(String name) throws IOException {
        enter(name, Outcome.REFUSED, 0, null, "");
    }

    private int checks(ArrayNode checks, int passed, String observed) {
        int score = 0;
        int at = 0;
        for (Scenario scenario : exercise.scenarios()) {
            for (CheckSpec spec : scenario.checks()) {
                boolean good = at < passed;
                score += good ? spec.points() : 0;
                ObjectNode check = checks.addObject()
                        .put("id", spec.id())
                        .put("title", spec.title())
                        .put("scenario", scenario.id())
                        .put("status", good ? "passed" : at == passed ? "failed" : "blocked")
                        .put("score", good ? spec.points() : 0)
                        .put("maxScore", spec.points());
                if (at == passed) {
                    check.put("expected", "b'Salut mec.'")
                            .put("observed", observed)
                            .put("line", 4);
                    check.put("diagnosis", "bind-loopback-only");
                }
                at++;
            }
        }
        return score;
    }

    /** A program that printed all that. */
    private static String diagram(String printed) throws IOException {
        Facts facts = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
        List<Event> events = List.of(
                new ProgramEvent.Started(1000.0, 12), new ProgramEvent.Wrote(1000.1, false, Octets.utf8(printed)));
        Diagram diagram = Diagram.of(new Timeline(facts, Ending.of(Ending.How.EXITED), events));
        StringBuilder svg = new StringBuilder();
        new SvgDiagram("fil").render(List.of(new SvgDiagram.Section("Un échange", diagram)), svg);
        return svg.toString();
    }

    private static void explanation(ObjectNode said, String observed) {
        said.put("id", "bind-loopback-only")
                .put("title", "Ton serveur n’écoute que pour sa propre machine")
                .put("happened", "Le socket est attaché à `127.0.0.1`.")
                .put("why", observed)
                .put("look", "L’adresse donnée à `bind`.")
                .put("lesson", "bind")
                .put("line", 4)
                .put("text", "s.bind((\"127.0.0.1\", 8888))");
    }

    private void enter(String name, Outcome outcome, int score, @Nullable String report, String source)
            throws IOException {
        Mark mark = new Mark(
                0,
                exercise.id(),
                new Student(name, name, null),
                outcome,
                score,
                outcome.marked() ? exercise.maxScore() : 0,
                "server.py",
                report == null ? List.of("Aucun programme.") : List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                1234,
                42,
                "docker",
                "");
        book.enter(mark, report, source.isEmpty() ? Map.of() : Map.of("server.py", source));
    }

    int checks() {
        return (int) exercise.scenarios().stream()
                .mapToLong(scenario -> scenario.checks().size())
                .sum();
    }

    /** Writes the pages of all who were entered. */
    void write(Path folder, Similarities similar) throws IOException {
        new ClassPages(new Ledger(Scale.USUAL, Map.of()), id -> "La leçon " + id).write(marks(), similar, folder);
    }

    ClassMarks marks() throws IOException {
        return new ClassMarks(exercise, book.marks(exercise.id()), book);
    }
}
