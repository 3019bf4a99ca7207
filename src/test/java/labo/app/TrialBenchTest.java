package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import labo.catalog.StepPlaces;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.live.ModelAnswers.Kind;
import labo.live.ModelAnswers.Surprise;
import org.junit.jupiter.api.Test;

class TrialBenchTest {
    private final Told told = new Told();

    /** Surprises where and when a test says so, and keeps what was asked. */
    private static final class Told implements Rehearsal {
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        private boolean always;

        @Override
        public Report program(Exercise exercise, Submission submission, long seed, boolean alone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Surprise> live(Lesson lesson, long seed, boolean alone) {
            asked.add(lesson.id() + (alone ? " alone" : ""));
            boolean fails = lesson.id().equals("accept") && (always || !alone);
            return fails
                    ? List.of(new Surprise(Kind.WRONG_NAME, "entrer", 0, List.of("a", "b"), null, "double-bind"))
                    : List.of();
        }

        @Override
        public void close() {}
    }

    private static Trial live(String id) {
        Lesson lesson = new Lesson(id, 1, "", "", "", List.of(), null, List.of());
        return new LiveTrial(lesson, StepPlaces.of(Path.of("lessons"), id));
    }

    @Test
    void whatComesOutAsPromisedIsTriedOnce() throws Exception {
        TrialBench bench = new TrialBench(told, 2, 1);
        assertThat(bench.run(List.of(live("bind"), live("listen")), (what, done, total) -> {}))
                .allMatch(Trial.Outcome::kept);
        assertThat(told.asked).containsExactlyInAnyOrder("bind", "listen");
        assertThat(bench.recovered()).isEmpty();
    }

    @Test
    void whatDoesNotIsTriedOnceMoreAloneAndSaid() throws Exception {
        TrialBench bench = new TrialBench(told, 1, 1);
        assertThat(bench.run(List.of(live("accept")), (what, done, total) -> {}))
                .allMatch(Trial.Outcome::kept);
        assertThat(told.asked).containsExactly("accept", "accept alone");
        assertThat(bench.recovered()).containsExactly("accept/lesson.yaml");
    }

    @Test
    void whatNeverDoesIsBrokenAndInItsPlace() throws Exception {
        told.always = true;
        TrialBench bench = new TrialBench(told, 1, 1);
        List<Trial.Outcome> outcomes = bench.run(List.of(live("bind"), live("accept")), (what, done, total) -> {});
        assertThat(outcomes.get(0).kept()).isTrue();
        assertThat(outcomes.get(1).broken()).singleElement().satisfies(broken -> {
            assertThat(broken.key()).isEqualTo("validate.live.wrong-name");
            assertThat(broken.words()).containsExactly("a ⏎ b", "aucun", "double-bind");
        });
        assertThat(bench.recovered()).isEmpty();
    }
}
