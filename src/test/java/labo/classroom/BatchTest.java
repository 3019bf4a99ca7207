package labo.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import labo.check.Verdict;
import labo.lesson.CheckSpec;
import labo.machine.LabException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final String EXERCISE = ClassFixture.EXERCISE.id();

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Gradebook book;

    private final Heard heard = new Heard();
    private final Map<String, AtomicInteger> graded = new HashMap<>();

    private static final class Heard implements BatchListener {
        private int known;
        private int toDo;
        private final List<String> entered = new ArrayList<>();

        @Override
        public void planned(int known, int toDo) {
            this.known = known;
            this.toDo = toDo;
        }

        @Override
        public void begun(Student student) {}

        @Override
        public void entered(Mark mark) {
            entered.add(mark.student().key());
        }
    }

    private record Given(Student student, String source) implements HandIn {
        @Override
        public Collected collect() {
            return source.isEmpty()
                    ? new Collected.Refused("Le dépôt est vide.")
                    : new Collected.Ready(ClassFixture.submission(source), List.of(), ClassFixture.NOW);
        }
    }

    private static Given given(String key, String source) {
        return new Given(new Student(key, key, null), source);
    }

    @BeforeEach
    void open() throws IOException {
        book = Gradebook.open(folder.resolve("carnet.db"));
    }

    @AfterEach
    void close() throws IOException {
        book.close();
    }

    private Batch batch(Terms terms, Examination examination) {
        Examination counting = submission -> {
            String source = submission.files().values().iterator().next().text();
            synchronized (graded) {
                graded.computeIfAbsent(source, any -> new AtomicInteger()).incrementAndGet();
            }
            return examination.grade(submission);
        };
        return new Batch(book, counting, terms, ClassFixture.CLOCK, heard);
    }

    private Batch passing() {
        return batch(ClassFixture.terms(), submission -> ClassFixture.report(submission, new Verdict.Passed()));
    }

    private int count(String source) {
        AtomicInteger count = graded.get(source);
        return count == null ? 0 : count.get();
    }

    private Mark mark(String key) throws IOException {
        return book.mark(EXERCISE, new Student(key, key, null)).orElseThrow();
    }

    @Test
    void whatHasItsMarkIsNotGradedAgain() throws Exception {
        List<Given> handIns = List.of(given("a", "1"), given("b", "2"), given("c", ""));
        assertThat(passing().run(handIns, 2, false)).isEqualTo(Batch.End.COMPLETE);
        assertThat(passing().run(handIns, 2, false)).isEqualTo(Batch.End.COMPLETE);
        assertThat(heard.known).isEqualTo(3);
        assertThat(heard.toDo).isZero();
        assertThat(heard.entered).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(count("1")).isEqualTo(1);
        assertThat(mark("a").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(mark("c").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(mark("c").remarks()).containsExactly("Le dépôt est vide.");
    }

    @Test
    void anotherFileExerciseImageOrSeedIsGradedAgainAndHistoryStays() throws Exception {
        List<Given> handIns = List.of(given("a", "1"));
        passing().run(handIns, 1, false);
        CheckSpec other = new CheckSpec("bind", "Autre", 5, List.of(), ClassFixture.CHECK.expectation(), null, null);
        Terms same = ClassFixture.terms();
        for (Terms terms : List.of(
                new Terms(ClassFixture.exercise(EXERCISE, other), same.sandbox(), same.image(), same.seed()),
                new Terms(same.exercise(), same.sandbox(), "labo-machine:2", same.seed()),
                new Terms(same.exercise(), "local", same.image(), same.seed()),
                new Terms(same.exercise(), same.sandbox(), same.image(), 43))) {
            batch(terms, submission -> ClassFixture.report(submission, new Verdict.Passed()))
                    .run(handIns, 1, false);
        }
        assertThat(count("1")).isEqualTo(5);
        passing().run(List.of(given("a", "2")), 1, false);
        assertThat(count("2")).isEqualTo(1);
        assertThat(book.history(EXERCISE, new Student("a", "a", null))).hasSize(6);
    }

    @Test
    void onDemandAllIsGradedAgain() throws Exception {
        List<Given> handIns = List.of(given("a", "1"));
        passing().run(handIns, 1, false);
        passing().run(handIns, 1, true);
        assertThat(count("1")).isEqualTo(2);
        assertThat(book.history(EXERCISE, new Student("a", "a", null))).hasSize(2);
    }

    @Test
    void aLabThatFailsOnceIsTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        batch(ClassFixture.terms(), submission -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new LabException(LabException.Fault.LOST, "agent a");
                    }
                    return ClassFixture.report(submission, new Verdict.Passed());
                })
                .run(List.of(given("a", "1")), 1, false);
        assertThat(mark("a").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aLabThatFailsTwiceGivesNoMarkAndIsGradedTheNextTime() throws Exception {
        List<Given> handIns = List.of(given("a", "1"), given("b", "2"));
        Batch failing = batch(ClassFixture.terms(), submission -> {
            if (submission.files().values().iterator().next().text().equals("1")) {
                throw new LabException(LabException.Fault.LOST, "agent a");
            }
            return ClassFixture.report(submission, new Verdict.Inconclusive("machine b"));
        });
        assertThat(failing.run(handIns, 1, false)).isEqualTo(Batch.End.COMPLETE);
        assertThat(count("1")).isEqualTo(2);
        assertThat(count("2")).isEqualTo(2);
        assertThat(mark("a").outcome()).isEqualTo(Outcome.AGAIN);
        assertThat(mark("a").outcome().marked()).isFalse();
        assertThat(mark("a").remarks()).singleElement().asString().contains("agent a");
        assertThat(mark("b").outcome()).isEqualTo(Outcome.AGAIN);
        passing().run(handIns, 1, false);
        assertThat(mark("a").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(mark("b").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void ourOwnMistakeWithOneNeverStopsTheOthers() throws Exception {
        List<Given> handIns = List.of(given("a", "1"), given("b", "2"), given("c", "3"));
        Batch batch = batch(ClassFixture.terms(), submission -> {
            return switch (submission.files().values().iterator().next().text()) {
                case "1" -> throw new IllegalStateException("notre erreur");
                case "2" -> throw new StackOverflowError();
                default -> ClassFixture.report(submission, new Verdict.Passed());
            };
        });
        assertThat(batch.run(handIns, 2, false)).isEqualTo(Batch.End.COMPLETE);
        assertThat(mark("a").outcome()).isEqualTo(Outcome.AGAIN);
        assertThat(mark("a").remarks()).singleElement().asString().contains("notre erreur");
        assertThat(mark("b").outcome()).isEqualTo(Outcome.AGAIN);
        assertThat(mark("c").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aLostEngineEndsTheBatchAndTheSameCommandGoesOn() throws Exception {
        List<Given> handIns = List.of(given("a", "1"), given("b", "2"), given("c", "3"));
        Batch batch = batch(ClassFixture.terms(), submission -> {
            if (!submission.files().values().iterator().next().text().equals("1")) {
                throw new LabException(LabException.Fault.NO_ENGINE, "no answer");
            }
            return ClassFixture.report(submission, new Verdict.Passed());
        });
        assertThatThrownBy(() -> batch.run(handIns, 1, false)).isInstanceOf(LabException.class);
        assertThat(book.marks(EXERCISE)).extracting(Mark::outcome).containsExactly(Outcome.PASSED);
        passing().run(handIns, 1, false);
        assertThat(heard.known).isEqualTo(1);
        assertThat(book.marks(EXERCISE)).hasSize(3);
    }

    @Test
    void stoppingFinishesWhatRunsAndBeginsNoMore() throws Exception {
        List<Given> handIns =
                IntStream.range(0, 10).mapToObj(i -> given("k" + i, "s" + i)).toList();
        CyclicBarrier both = new CyclicBarrier(2);
        List<Batch> self = new ArrayList<>();
        Batch batch = batch(ClassFixture.terms(), submission -> {
            // Not before both are under way: else the second would not begin, and the first would wait for it.
            await(both);
            self.get(0).stop();
            return ClassFixture.report(submission, new Verdict.Passed());
        });
        self.add(batch);
        assertThat(batch.run(handIns, 2, false)).isEqualTo(Batch.End.STOPPED);
        assertThat(book.marks(EXERCISE).stream()
                        .map(mark -> mark.student().key())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("k0", "k1");
        passing().run(handIns, 2, false);
        assertThat(heard.toDo).isEqualTo(8);
        assertThat(book.marks(EXERCISE)).hasSize(10);
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (java.util.concurrent.BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
