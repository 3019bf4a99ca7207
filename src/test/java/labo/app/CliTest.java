package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import labo.catalog.Reading;
import labo.catalog.Solutions;
import labo.check.Verdict;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.CheckSpec;
import labo.lesson.Course;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Lesson;
import labo.lesson.Limits;
import labo.lesson.Scenario;
import labo.lesson.Step;
import labo.live.ModelAnswers;
import labo.machine.Capture;
import labo.machine.LabException;
import labo.observe.Ending;
import labo.observe.Endpoint;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.progress.ProgressStore;
import labo.progress.StepProgress;
import labo.report.Pcap;
import labo.report.Texts;
import labo.sequence.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final CheckSpec CHECK = new CheckSpec(
            "bind",
            "Il est attaché",
            2,
            List.of(),
            new Expectation.Happened(EventPattern.call("bind"), 1, null),
            null,
            null);
    private static final Exercise EXERCISE = new Exercise(
            "serveur-tcp",
            "Le serveur",
            "server.py",
            Exercise.Role.SERVER,
            8888,
            Exercise.Transport.TCP,
            Map.of(),
            "",
            "",
            Limits.DEFAULT,
            false,
            List.of(),
            List.of(new Scenario("un", "Un", "", List.of(), null, Map.of(), Map.of(), List.of(), List.of(CHECK))),
            Map.of());

    private static final List<Step> STEPS =
            List.of(new Step.Reading("lire", "Lire", ""), new Step.Reading("relire", "Relire", ""));

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Stage stage = new Stage();

    /** Answers as each test tells it to, and keeps what it was asked. */
    private static final class Stage extends OneLessonStage implements Rehearsal {
        private Verdict verdict = new Verdict.Passed();
        private LabException.Fault fault = LabException.Fault.LOST;
        private Solutions solutions = new Solutions(List.of(), List.of());
        private final List<Path> folders = new ArrayList<>();
        private boolean inOrder;
        private boolean broken;
        private boolean closed;
        private Runnable whenClosed = () -> {};
        private final List<Sandbox> sandboxes = new ArrayList<>();
        private final List<Submission> submissions = new ArrayList<>();
        private final List<Plan> plans = new ArrayList<>();
        private Map<String, Timeline> timelines = Map.of();

        Stage() {
            super(new Lesson("serveur-tcp", 1, "Le serveur", "", "", STEPS, EXERCISE, List.of()));
        }

        @Override
        public Reading read(Path lessons) {
            folders.add(lessons);
            inOrder = Files.exists(lessons.resolve("course.yaml"));
            return super.read(lessons);
        }

        @Override
        public Solutions solutions(Path folder, Course course) {
            return solutions;
        }

        @Override
        public Examiner examiner(Sandbox sandbox) {
            sandboxes.add(sandbox);
            return super.examiner(sandbox);
        }

        @Override
        public Rehearsal rehearsal(Sandbox sandbox) {
            sandboxes.add(sandbox);
            return this;
        }

        @Override
        public Report program(Exercise exercise, Submission submission, long seed, boolean alone) throws LabException {
            return grade(exercise, submission, Plan.of(seed));
        }

        @Override
        public List<ModelAnswers.Surprise> live(Lesson lesson, long seed, boolean alone) {
            return List.of();
        }

        @Override
        public Report grade(Exercise exercise, Submission submission, Plan plan) throws LabException {
            if (broken) {
                throw new LabException(fault, "agent a: end of stream");
            }
            submissions.add(submission);
            plans.add(plan);
            Report.CheckResult result = new Report.CheckResult("un", CHECK, verdict, null);
            return new Report(
                    exercise,
                    List.copyOf(submission.files().keySet()),
                    Map.of(),
                    "docker",
                    plan.seed(),
                    List.of(result),
                    timelines,
                    5);
        }

        @Override
        public void close() {
            closed = true;
            whenClosed.run();
        }
    }

    @BeforeEach
    void aProgram() throws IOException {
        Files.writeString(folder.resolve("server.py"), "import socket\n");
    }

    private int run(String... arguments) {
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(outStream, errStream, StandardCharsets.UTF_8, false, false, false, true, 80);
        return new Cli(
                        new World(folder, folder, Map.of("XDG_STATE_HOME", state().toString()), terminal, stage),
                        new Texts("labo.app.messages"))
                .run(arguments);
    }

    private Path state() {
        return folder.resolve("state");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void refused(String said, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err()).contains(said).contains("Que faire");
        assertThat(out()).isEmpty();
        assertThat(stage.submissions).isEmpty();
    }

    @Test
    void withoutACommandTheCommandsAreShown() {
        assertThat(run()).isEqualTo(2);
        assertThat(out()).contains("Usage\u00a0:", "verifier", "lecons", "preparer", "diagnostic");
    }

    @Test
    void aRightProgramPasses() {
        assertThat(run("verifier", "serveur-tcp", "server.py", "--graine", "7")).isZero();
        assertThat(out()).contains("✔ Il est attaché (2/2)", "graine 7");
        assertThat(err()).isEmpty();
        assertThat(stage.closed).isTrue();
    }

    @Test
    void nobodyWaitsForTheMachinesToBePutAway() {
        stage.whenClosed = () -> assertThat(out()).contains("✔ Il est attaché (2/2)");
        assertThat(run("verifier", "serveur-tcp", "server.py")).isZero();
        assertThat(stage.closed).isTrue();
    }

    @Test
    void aWrongProgramIsOne() {
        stage.verdict = new Verdict.Failed("le port 8888", "le port 80", null, null);
        assertThat(run("verifier", "serveur-tcp", "server.py")).isEqualTo(1);
        assertThat(out()).contains("le port 8888", "le port 80");
    }

    @Test
    void anInconclusiveVerdictIsThree() {
        stage.verdict = new Verdict.Inconclusive("perdu");
        assertThat(run("verifier", "serveur-tcp", "server.py")).isEqualTo(3);
    }

    @Test
    void aLostLabIsThreeAndNotTheLearnersFault() {
        stage.broken = true;
        assertThat(run("verifier", "serveur-tcp", "server.py")).isEqualTo(3);
        assertThat(err()).contains("Ton programme n’y est pour rien").doesNotContain("\tat ");
        assertThat(stage.closed).isTrue();
    }

    @Test
    void theStackIsShownOnDemandOnly() {
        stage.broken = true;
        run("verifier", "serveur-tcp", "server.py", "--trace");
        assertThat(err()).contains("LabException", "\tat ");
    }

    @Test
    void jsonIsAloneOnStdout() throws IOException {
        assertThat(run("verifier", "serveur-tcp", "server.py", "--format", "json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out()).get("status").asText()).isEqualTo("passed");
    }

    @Test
    void withoutALabTheJsonIsInconclusive() throws IOException {
        stage.broken = true;
        stage.fault = LabException.Fault.NO_ENGINE;
        assertThat(run("verifier", "serveur-tcp", "server.py", "--format", "json", "--graine", "7"))
                .isEqualTo(3);
        JsonNode report = new ObjectMapper().readTree(out());
        assertThat(report.get("status").asText()).isEqualTo("inconclusive");
        assertThat(report.get("seed").asInt()).isEqualTo(7);
        assertThat(report.at("/checks/0/id").asText()).isEqualTo("bind");
        assertThat(report.at("/checks/0/status").asText()).isEqualTo("inconclusive");
        assertThat(err()).contains("aucun moteur de conteneurs ne répond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "tap", "gradescope", "github"})
    void withoutALabEveryFormatForProgramsSaysSo(String format) {
        stage.broken = true;
        stage.fault = LabException.Fault.NO_ENGINE;
        assertThat(run("verifier", "serveur-tcp", "server.py", "--format", format))
                .isEqualTo(3);
        assertThat(out()).contains("c’est le labo qui a échoué, pas ton programme", "NO_ENGINE");
        assertThat(err()).contains("aucun moteur de conteneurs ne répond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "tap", "gradescope", "github"})
    void theFormatDoesNotChangeTheExitCode(String format) {
        assertThat(run("verifier", "serveur-tcp", "server.py", "--format", format))
                .isZero();
        stage.verdict = new Verdict.Failed("a", "b", null, 1);
        assertThat(run("verifier", "serveur-tcp", "server.py", "--format", format))
                .isEqualTo(1);
    }

    @Test
    void anAnnotationNamesTheFileAsTheRepositoryDoes() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("tp1")).resolve("server.py");
        Files.writeString(copy, "import socket\n");
        stage.verdict = new Verdict.Failed("a", "b", null, 1);
        run("verifier", "serveur-tcp", "tp1/../tp1/server.py", "--format", "github");
        assertThat(out()).contains("::error file=tp1/server.py,line=1,title=Il est attaché::");
    }

    @Test
    void theReportGoesIntoAFile() throws IOException {
        assertThat(run("verifier", "serveur-tcp", "server.py", "--sortie", "rapport.txt"))
                .isZero();
        assertThat(Files.readString(folder.resolve("rapport.txt"))).contains("Il est attaché");
        assertThat(out()).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void withoutAnImageTheLocalSandboxIsTakenAndSaid() {
        stage.withImage(Engine.Image.ABSENT);
        run("verifier", "serveur-tcp", "server.py");
        assertThat(stage.sandboxes).containsExactly(Sandbox.LOCAL);
        assertThat(err()).contains("labo preparer");
    }

    @Test
    void dockerIsNeverReplacedWhenItWasAskedFor() {
        stage.withoutEngine();
        run("verifier", "serveur-tcp", "server.py", "--bac", "docker");
        assertThat(stage.sandboxes).containsExactly(Sandbox.DOCKER);
    }

    @Test
    void anEmptyFileIsGraded() throws IOException {
        Files.writeString(folder.resolve("server.py"), "");
        assertThat(run("verifier", "serveur-tcp", "server.py")).isZero();
        assertThat(stage.submissions).hasSize(1);
    }

    @Test
    void severalFilesMakeOneSubmission() throws IOException {
        Files.writeString(folder.resolve("aide.py"), "");
        run("verifier", "serveur-tcp", "aide.py", "server.py");
        assertThat(stage.submissions.get(0).main()).isEqualTo("server.py");
        assertThat(stage.submissions.get(0).files()).containsOnlyKeys("aide.py", "server.py");
    }

    @Test
    void mistypedExercise() {
        refused("Tu voulais dire «\u00a0serveur-tcp\u00a0»", "verifier", "serveur-tpc", "server.py");
    }

    @Test
    void missingFile() {
        refused("n’existe pas", "verifier", "serveur-tcp", "absent.py");
    }

    @Test
    void folderInsteadOfAFile() {
        refused("est un dossier", "verifier", "serveur-tcp", ".");
    }

    @Test
    void hugeFile() throws IOException {
        Files.write(folder.resolve("gros.py"), new byte[SubmissionReader.MOST_OCTETS + 1]);
        refused("trop gros", "verifier", "serveur-tcp", "gros.py");
    }

    @Test
    void notUtf8() throws IOException {
        Files.write(folder.resolve("latin.py"), "# été\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("UTF-8", "verifier", "serveur-tcp", "latin.py");
    }

    @Test
    void aDeclaredEncodingIsPythonsAffair() throws IOException {
        byte[] program = "# coding: latin-1\n# été\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("server.py"), program);
        assertThat(run("verifier", "serveur-tcp", "server.py")).isZero();
    }

    @Test
    void theSameNameTwice() throws IOException {
        Files.createDirectory(folder.resolve("x"));
        Files.writeString(folder.resolve("x").resolve("server.py"), "");
        refused("deux fichiers", "verifier", "serveur-tcp", "server.py", "x/server.py");
    }

    @Test
    void aReportNeverReplacesTheProgram() {
        refused("écraserait", "verifier", "serveur-tcp", "server.py", "--sortie", "server.py");
    }

    @Test
    void aCaptureIsWrittenBesideTheReport() throws IOException {
        Endpoint end = new Endpoint("10.7.0.11", 8888);
        Packet packet =
                new Packet(1, "udp", end, end, Set.of(), null, null, 0, Octets.EMPTY, Octets.utf8("a whole frame"));
        Facts facts = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
        stage.timelines = Map.of("un", new Timeline(facts, Ending.of(Ending.How.EXITED), List.of(packet)));
        assertThat(run("verifier", "serveur-tcp", "server.py", "--capture", "echange.pcap"))
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("echange.pcap")))
                .isEqualTo(Pcap.of(stage.timelines.values()).octets());
        assertThat(stage.plans).singleElement().extracting(Plan::capture).isEqualTo(Capture.FRAMES);
        assertThat(err()).contains("Capture écrite dans echange.pcap (paquets\u00a0: 1)");
        assertThat(run("verifier", "serveur-tcp", "server.py", "--capture", "echange.pcap"))
                .as("a capture may replace a capture")
                .isZero();
        assertThat(run("verifier", "serveur-tcp", "server.py")).isZero();
        assertThat(stage.plans)
                .as("frames are kept out of ordinary runs")
                .last()
                .extracting(Plan::capture)
                .isEqualTo(Capture.PACKETS);
    }

    @Test
    void aCaptureReplacesNothingButACapture() throws IOException {
        refused("écraserait", "verifier", "serveur-tcp", "server.py", "--capture", "server.py");
        Files.writeString(folder.resolve("autre.py"), "import socket, struct, sys, time\n");
        refused("n’est pas une capture", "verifier", "serveur-tcp", "server.py", "--capture", "autre.py");
        assertThat(folder.resolve("autre.py")).hasContent("import socket, struct, sys, time");
        refused("deux choses", "verifier", "serveur-tcp", "server.py", "--capture", "x", "--sortie", "./x");
        refused("n’existe pas", "verifier", "serveur-tcp", "server.py", "--capture", "nulle/part.pcap");
    }

    @Test
    void theExchangeIsShownWholeAndDrawn() throws IOException {
        stage.timelines = Map.of("un", Recorded.HANDSHAKE.timeline());
        assertThat(run("verifier", "serveur-tcp", "server.py")).isZero();
        assertThat(out()).doesNotContain("SYN ACK");
        assertThat(run("verifier", "serveur-tcp", "server.py", "--chronologie", "--svg", "fil.svg"))
                .isZero();
        assertThat(out()).contains("─ SYN ACK ─").contains("fin, code 0");
        assertThat(folder.resolve("fil.svg"))
                .content()
                .startsWith("<svg ")
                .endsWith("</svg>\n")
                .contains(">SYN ACK</text>");
        assertThat(err()).contains("Dessin écrit dans fil.svg");
    }

    @Test
    void aDrawingReplacesNeitherTheProgramNorTheReport() {
        refused("écraserait", "verifier", "serveur-tcp", "server.py", "--svg", "server.py");
        refused("deux choses", "verifier", "serveur-tcp", "server.py", "--svg", "x", "--sortie", "./x");
        refused("--format texte", "verifier", "serveur-tcp", "server.py", "--chronologie", "--format", "json");
    }

    @Test
    void theLocalSandboxSaysThatItCapturesNothing() {
        refused(
                "ne capture pas de paquets",
                "verifier",
                "serveur-tcp",
                "server.py",
                "--bac",
                "local",
                "--capture",
                "x.pcap");
        assertThat(folder.resolve("x.pcap")).doesNotExist();
    }

    @Test
    void aReportNeedsAFolder() {
        refused("n’existe pas", "verifier", "serveur-tcp", "server.py", "--sortie", "nulle/part.txt");
    }

    @Test
    void formatsThatDoNotExist() {
        refused("html", "verifier", "serveur-tcp", "server.py", "--format", "html");
        refused("junit", "lecons", "--format", "junit");
    }

    @Test
    void mistakesOnTheCommandLineAreToldInFrench() {
        refused("l’option «\u00a0--couleur\u00a0» n’existe pas", "verifier", "--couleur", "serveur-tcp", "server.py");
    }

    @Test
    void aSeedIsANumber() {
        refused("il faut un nombre entier", "verifier", "serveur-tcp", "server.py", "--graine", "douze");
    }

    @Test
    void aSandboxIsOneOfThree() {
        refused("auto, docker, local", "verifier", "serveur-tcp", "server.py", "--bac", "vm");
    }

    @Test
    void unknownCommand() {
        refused("n’existe pas", "verifie");
    }

    @Test
    void lessonsAsJson() throws IOException {
        assertThat(run("lecons", "--format", "json")).isZero();
        assertThat(new ObjectMapper()
                        .readTree(out())
                        .at("/lessons/0/exercise/maxScore")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void lessonsShowWhatIsDone() throws IOException {
        ProgressStore store = ProgressStore.open(state().resolve("labo-sockets"), notice -> {});
        StepProgress done = new StepProgress(true, 1, 0);
        store.update(progress -> progress.change(
                "serveur-tcp", 1, known -> known.with("lire", done).with("@exercice", done)));
        assertThat(run("lecons")).isZero();
        assertThat(out()).contains("Le serveur  1/2 étapes", "server.py, 2 points, réussi");
        out.reset();
        run("lecons", "--format", "json");
        JsonNode lesson = new ObjectMapper().readTree(out()).at("/lessons/0");
        assertThat(lesson.get("steps").asInt()).isEqualTo(2);
        assertThat(lesson.get("stepsDone").asInt()).isEqualTo(1);
        assertThat(lesson.at("/exercise/passed").asBoolean()).isTrue();
    }

    @Test
    void lookingAtLessonsChangesNothing() throws IOException {
        Path damaged = Files.createDirectories(state().resolve("labo-sockets")).resolve("progression.json");
        Files.writeString(damaged, "{");
        assertThat(run("lecons")).isZero();
        assertThat(out()).contains("Le serveur  0/2 étapes").doesNotContain("réussi");
        assertThat(damaged).hasContent("{");
    }

    @Test
    void preparingWithoutAnEngineSaysWhatWouldBeDone() {
        stage.withoutEngine();
        assertThat(run("preparer")).isEqualTo(3);
        assertThat(err()).contains("rien n’a été installé", "labo preparer --oui");
    }

    @Test
    void preparingBuildsTheImageThatIsMissing() {
        stage.withImage(Engine.Image.ABSENT);
        assertThat(run("preparer")).isZero();
        assertThat(err()).contains("les agents", "labo:1 est prête");
        assertThat(out()).isEmpty();
    }

    @Test
    void diagnosticTellsAStaleImage() {
        stage.withImage(Engine.Image.STALE);
        assertThat(run("diagnostic")).isZero();
        assertThat(out()).contains("✘ Image", "périmée", "labo preparer").doesNotContain("absente");
    }

    @Test
    void diagnosticSaysWhatToDo() {
        stage.withImage(Engine.Image.ABSENT);
        assertThat(run("diagnostic")).isZero();
        assertThat(out()).contains("✔ Moteur de conteneurs\u00a0: 20.10", "✘ Image", "absente", "labo preparer");
    }

    private void zip(String name) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("cours.zip")))) {
            out.putNextEntry(new ZipEntry(name));
            out.write("title: \"Un cours\"\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCourseFromElsewhereRunsInContainersOnly() throws IOException {
        Files.createDirectory(folder.resolve("ailleurs"));
        stage.withoutEngine();
        for (String command : List.of("verifier serveur-tcp server.py", "valider")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(List.of("--lecons", "ailleurs"));
            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(3);
        }
        assertThat(err()).contains("vient d’ailleurs", "avec tes droits", "--bac local");
        assertThat(stage.sandboxes).isEmpty();
    }

    @Test
    void unlessTheLocalSandboxIsAskedForByName() throws IOException {
        Files.createDirectory(folder.resolve("ailleurs"));
        stage.withoutEngine();
        assertThat(run("verifier", "serveur-tcp", "server.py", "--lecons", "ailleurs", "--bac", "local"))
                .isZero();
        assertThat(stage.sandboxes).containsExactly(Sandbox.LOCAL);
    }

    @Test
    void aZippedCourseIsThereForOneCommand() throws IOException {
        zip("cours/lessons/course.yaml");
        assertThat(run("lecons", "--lecons", "cours.zip")).isZero();
        assertThat(stage.inOrder).isTrue();
        assertThat(stage.folders)
                .singleElement()
                .satisfies(gone -> assertThat(gone.getParent()).doesNotExist());
    }

    @Test
    void aZipThatLeadsOutIsRefusedAndNothingIsKept() throws IOException {
        zip("../course.yaml");
        assertThat(run("lecons", "--lecons", "cours.zip")).isEqualTo(2);
        assertThat(err()).contains("rien n’en a été gardé", "../course.yaml");
        assertThat(stage.folders).isEmpty();
    }
}
