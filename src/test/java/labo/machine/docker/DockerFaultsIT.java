package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.grade.Grader;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.Agent;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.LabException.Fault;
import labo.machine.Labs;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.observe.Octets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What breaks under a lab is said to be the lab's fault, soon, and leaves nothing. Needs an engine. */
@Timeout(180)
class DockerFaultsIT {
    private static final long DEADLINE_S = 60;
    private static final Path GRADER = Path.of("grader");
    private static final Map<String, Object> ENDLESS =
            Map.of("step", Map.of("do", "listen", "as", "s1", "port", 18_932));

    private static Engine engine;

    private Labs labs;
    private DockerLab lab;

    @BeforeAll
    static void image() throws Exception {
        engine = Engine.find();
        new MachineImage(GRADER).build(engine, ImageProgress.NONE);
    }

    @AfterAll
    static void disconnect() {
        engine.close();
    }

    @BeforeEach
    void open() throws Exception {
        labs = new DockerLabs(new MachineImage(GRADER));
        lab = (DockerLab) labs.open();
    }

    @AfterEach
    void close() {
        labs.close();
        new Sweeper(engine.client()).sweep(Owner.self()::equals);
    }

    private static void kill(DockerLab lab, MachineName machine) {
        engine.client().killContainerCmd(lab.containerId(machine)).exec();
    }

    private static JsonNode get(CompletableFuture<JsonNode> answer) throws Exception {
        return answer.get(DEADLINE_S, TimeUnit.SECONDS);
    }

    /** A question that B cannot answer before somebody connects. */
    private static CompletableFuture<JsonNode> unanswered(Lab lab) throws Exception {
        get(lab.b().ask("play", ENDLESS));
        return lab.b().ask("play", Map.of("step", Map.of("do", "accept", "on", "s1", "as", "c1")));
    }

    private static void assertLost(CompletableFuture<JsonNode> answer) {
        assertThatThrownBy(() -> get(answer))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LabException.class, lost -> assertThat(lost.fault()).isEqualTo(Fault.LOST));
    }

    @Test
    void anEngineThatGoesAwayIsNoticedAtOnceAndClosingDoesNotHang(@TempDir Path folder) throws Exception {
        try (CuttableSocket way = new CuttableSocket(folder.resolve("engine.sock"), engine.address());
                Labs through = new DockerLabs(new MachineImage(GRADER), false, () -> Engine.at(way.address()))) {
            DockerLab cut = (DockerLab) through.open();
            CompletableFuture<JsonNode> answer = unanswered(cut);
            way.cut();

            assertLost(answer);
            assertLost(cut.a().ask("hello", Map.of()));
            assertThatThrownBy(cut::renew).isInstanceOf(LabException.class);
            assertLost(cut.a().ask("hello", Map.of()));
            assertThat(cut.facts().sandbox()).isEqualTo("docker");
            long start = System.nanoTime();
            cut.close();
            // An engine that hangs is given 20 s: one that is gone needs none of them.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThatThrownBy(through::open)
                    .isInstanceOfSatisfying(
                            LabException.class, gone -> assertThat(gone.fault()).isEqualTo(Fault.NO_ENGINE));
        }
    }

    @Test
    void anImageThatWasRemovedIsNamedAsTheFault(@TempDir Path folder) throws Exception {
        Path other = copyOfGrader(folder.resolve("grader"));
        Files.writeString(other.resolve("agent").resolve("other.py"), "OTHER = 1\n");
        MachineImage image = new MachineImage(other);
        image.build(engine, ImageProgress.NONE);
        assertThat(image.isBuilt(engine)).isTrue();
        assertThat(image.isStale(engine)).isFalse();
        engine.client().removeImageCmd(image.tag()).exec();
        // The one that the other tests use is still there.
        assertThat(image.isStale(engine)).isTrue();
        try (Labs without = new DockerLabs(image)) {
            assertThatThrownBy(without::open)
                    .isInstanceOfSatisfying(
                            LabException.class,
                            fault -> assertThat(fault.fault()).isEqualTo(Fault.NO_IMAGE));
        }
    }

    private static Path copyOfGrader(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(GRADER)) {
            for (Path file : all.toList()) {
                Path copy = target.resolve(GRADER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return target;
    }

    @Test
    void aMachineAThatDiesIsLostAndCanBeReplaced() throws Exception {
        String address = lab.facts().addressA();
        kill(lab, MachineName.A);
        assertLost(lab.a().ask("hello", Map.of()));

        lab.renew();
        assertThat(get(lab.a().ask("hello", Map.of())).path("role").asText()).isEqualTo("a");
        assertThat(lab.facts().addressA()).isEqualTo(address);
    }

    @Test
    void aMachineBThatDiesInAnExchangeIsLost() throws Exception {
        CompletableFuture<JsonNode> answer = unanswered(lab);
        kill(lab, MachineName.B);
        assertLost(answer);
        assertThatThrownBy(lab::renew).isInstanceOf(LabException.class);
    }

    /** A lab where something is done at the first step that machine B is to play. */
    private record Sabotaged(DockerLab lab, Consumer<DockerLab> deed, AtomicBoolean done, AtomicInteger renewals)
            implements Lab {
        Sabotaged(DockerLab lab, Consumer<DockerLab> deed) {
            this(lab, deed, new AtomicBoolean(), new AtomicInteger());
        }

        @Override
        public Facts facts() {
            return lab.facts();
        }

        @Override
        public Agent a() {
            return lab.a();
        }

        @Override
        public Agent b() {
            Agent agent = lab.b();
            return new Agent() {
                @Override
                public CompletableFuture<JsonNode> ask(String op, Map<String, ?> parameters) {
                    if (op.equals("play") && done.compareAndSet(false, true)) {
                        deed.accept(lab);
                    }
                    return agent.ask(op, parameters);
                }

                @Override
                public void listen(Consumer<Event> listener) {
                    agent.listen(listener);
                }

                @Override
                public long delivered() {
                    return agent.delivered();
                }

                @Override
                public void close() {
                    agent.close();
                }
            };
        }

        @Override
        public void renew() throws LabException, InterruptedException {
            renewals.incrementAndGet();
            lab.renew();
        }

        @Override
        public void close() {
            lab.close();
        }
    }

    private static Report grade(Lab lab) throws Exception {
        Exercise exercise = ((Reading.Read) new CourseReader().read(Path.of("lessons")))
                .course()
                .exercise("serveur-tcp")
                .orElseThrow();
        Octets program = Octets.of(Files.readAllBytes(Path.of("solutions", "serveur-tcp", "right", "cours.py")));
        return new Grader().grade(exercise, new Submission("server.py", Map.of("server.py", program)), lab, 42);
    }

    @Test
    void aRightProgramPassesAlthoughItsMachineDiedOnce() throws Exception {
        Sabotaged once = new Sabotaged(lab, it -> kill(it, MachineName.A));
        assertThat(grade(once).status()).isEqualTo(Report.Status.PASSED);
        assertThat(once.renewals()).hasValue(1);
    }

    @Test
    void aReferenceThatDiesIsNeverTheLearnersFault() throws Exception {
        Sabotaged dead = new Sabotaged(lab, it -> kill(it, MachineName.B));
        Report report = grade(dead);
        assertThat(report.status()).isEqualTo(Report.Status.INCONCLUSIVE);
        assertThat(report.diagnoses()).isEqualTo(List.of());
        assertThat(dead.renewals().get()).isPositive();
    }
}
