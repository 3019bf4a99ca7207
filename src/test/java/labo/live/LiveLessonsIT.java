package labo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.diagnose.Diagnosis;
import labo.lesson.Course;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.machine.Lab;
import labo.machine.Labs;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every live step of every lesson, in both sandboxes: no catalogued wrong answer satisfies its aims, each is named as the
 * lesson says, and the model answer satisfies them, once.
 */
@ParameterizedClass
@ValueSource(strings = {"local", "docker"})
@Timeout(300)
class LiveLessonsIT {
    private static final long SEED = 42;

    @SuppressWarnings("NullAway.Init") // by open
    private static Labs labs;

    @SuppressWarnings("NullAway.Init") // by open
    private static Lab lab;

    private static boolean timeWait;

    @Parameter
    @SuppressWarnings("NullAway.Init") // by JUnit
    private String sandbox;

    @BeforeParameterizedClassInvocation
    static void open(String sandbox) throws Exception {
        open(sandbox, false);
    }

    private static void open(String sandbox, boolean lingering) throws Exception {
        timeWait = lingering;
        labs = Sandboxes.labs(sandbox, timeWait);
        lab = labs.open();
    }

    /** A local lab is alone on its machine: the one before it is closed. */
    private Lab labFor(Lesson lesson) throws Exception {
        if (lesson.timeWait() != timeWait) {
            close();
            open(sandbox, lesson.timeWait());
        }
        return lab;
    }

    @AfterParameterizedClassInvocation
    static void close() {
        labs.close();
    }

    static Stream<Arguments> lessons() {
        Reading reading = new CourseReader().read(Path.of("lessons"));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        Course course = ((Reading.Read) reading).course();
        return course.lessons().stream()
                .filter(lesson -> lesson.steps().stream().anyMatch(Step.Live.class::isInstance))
                .map(lesson -> Arguments.of(lesson.id(), lesson));
    }

    private static List<Step.Live> live(Lesson lesson) {
        return lesson.steps().stream()
                .filter(Step.Live.class::isInstance)
                .map(Step.Live.class::cast)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void wrongAnswersAreNotEnoughAndTheModelAnswerIs(String id, Lesson lesson) throws Exception {
        List<String> faults = new ArrayList<>();
        Heard heard = new Heard();
        try (LabSession session = LabSession.open(labFor(lesson), lesson, SEED, heard, Pace.BRISK)) {
            List<String> before = List.of();
            for (Step.Live step : live(lesson)) {
                for (Step.WrongAnswer wrong : step.wrong()) {
                    again(session, before, step);
                    String answered = step.id() + " " + wrong.statements();
                    String named = null;
                    for (String statement : wrong.statements()) {
                        run(session, statement);
                        String found = session.explain().map(Diagnosis::id).orElse(null);
                        named = found == null ? named : found;
                    }
                    if (heard.done().contains(step.id())) {
                        faults.add(answered + " satisfied the aims");
                    }
                    if (!Objects.equals(named, wrong.diagnosis())) {
                        faults.add(answered + " was named " + named + ", not " + wrong.diagnosis());
                    }
                }
                again(session, before, step);
                for (String statement : step.answer()) {
                    run(session, statement);
                }
                if (heard.done().stream().filter(step.id()::equals).count() != 1) {
                    faults.add(step.id() + " " + step.answer() + " was reported as " + heard.done());
                }
                before = session.statements();
            }
        }
        assertThat(heard.ends()).isEmpty();
        assertThat(faults).as(id + " in " + sandbox).isEmpty();
    }

    private static void again(LabSession session, List<String> before, Step.Live step) throws Exception {
        session.leave();
        session.restart(before);
        session.enter(step);
    }

    private static void run(LabSession session, String template) throws Exception {
        String source = session.text(template);
        if (session.feed(source) == Feed.INCOMPLETE) {
            session.feed(source.stripTrailing() + "\n\n");
        }
        while (session.settle() == LiveSession.Settled.BLOCKED) {
            session.interrupt();
        }
    }
}
