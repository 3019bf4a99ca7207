package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.check.Verdict;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.lesson.Limits;
import labo.machine.docker.MachineImage;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.report.JsonReport;
import labo.report.TerminalReport;
import labo.report.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What strangers' programs may try, and what must hold: each program of {@code src/test/resources/attacks} is graded as
 * {@code labo verifier} does, and says in its header what it may at most reach. Needs an engine, and fails without one.
 */
class AttackCorpusIT {
    private static final int AT_ONCE = 2;
    private static final long SEED = 20_261_201;
    private static final String PROGRAM = "server.py";

    /** Less processor time than the usual limit: only loops come near either. */
    private static final long CPU_MS = 1_000;

    /** Characters of a report, however much a program says. */
    private static final int LONGEST_REPORT = 50_000;

    private static final Pattern BREACH = Pattern.compile("BREACH[^\\n]*");
    private static final Pattern COMMANDS_TERMINAL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    private static final Pattern COMMANDS_BUILD = Pattern.compile("(?m)^\\s*::\\p{Alpha}|##\\[|##vso");

    private static Examiner examiner;
    private static AttackTargets targets;
    private static Exercise exercise;
    private static Submission guarded;
    private static ExecutorService workers;

    @BeforeAll
    static void openTargets() throws Exception {
        RealLabo.prepare();
        Backstage backstage = RealLabo.backstage();
        targets = new AttackTargets(
                backstage.labs(Sandbox.DOCKER, false), new MachineImage(RealLabo.HOME.resolve("grader")).tag());
        exercise = RealLabo.course().exercise("serveur-tcp").orElseThrow();
        guarded = new Submission(
                "machine_a_only.py",
                Map.of(
                        "machine_a_only.py",
                        Octets.utf8(Files.readString(Attack.GUARD)),
                        "targets.json",
                        Octets.utf8(targets.json())));
        examiner = backstage.examiner(Sandbox.DOCKER);
        workers = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void nothingIsReachedAndNothingLeft() throws Exception {
        workers.shutdownNow();
        Set<String> containers = Set.copyOf(DockerClient.ourContainers());
        examiner.close();
        List<String> reached = targets.reached();
        targets.close();
        assertThat(reached).as("what reached the host").isEmpty();
        assertThat(containers).as("containers that the corpus ran in").hasSizeGreaterThan(AT_ONCE);
        assertThat(DockerClient.ourContainers()).isEmpty();
        assertThat(DockerClient.ourNetworks()).isEmpty();
        assertThat(processesOf(containers)).isEmpty();
    }

    /** Processes of this machine that still belong to one of the containers. */
    private static List<Path> processesOf(Set<String> containers) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(process -> process.resolve("cgroup"))
                    .filter(groups -> containers.stream().anyMatch(read(groups)::contains))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException noProcessOrGone) {
            return "";
        }
    }

    @TestFactory
    Stream<DynamicTest> whatMustHoldHolds() {
        List<Future<Report>> reports = new ArrayList<>();
        List<Attack> corpus = selected();
        corpus.forEach(attack -> reports.add(workers.submit(() -> grade(attack))));
        return Stream.iterate(0, number -> number + 1).limit(corpus.size()).map(number -> {
            Attack attack = corpus.get(number);
            return DynamicTest.dynamicTest(
                    attack.toString(), () -> judge(attack, reports.get(number).get()));
        });
    }

    /** All of it, or what {@code -Dattack=KIND/NAME} names, or begins to. */
    private static List<Attack> selected() {
        String wanted = System.getProperty("attack", "");
        return Attack.corpus().stream()
                .filter(attack -> attack.toString().startsWith(wanted))
                .toList();
    }

    private static Report grade(Attack attack) throws Exception {
        Limits usual = Limits.DEFAULT;
        Limits limits = new Limits(
                attack.wallMs(usual.wallMs()),
                CPU_MS,
                usual.memoryBytes(),
                usual.processes(),
                usual.files(),
                usual.outputBytes(),
                usual.fileBytes());
        Map<String, Octets> files = new java.util.LinkedHashMap<>(guarded.files());
        files.put(PROGRAM, Octets.utf8(attack.source()));
        return examiner.grade(limited(limits), new Submission(PROGRAM, files), SEED);
    }

    private static Exercise limited(Limits limits) {
        return new Exercise(
                exercise.id(),
                exercise.title(),
                exercise.file(),
                exercise.role(),
                exercise.port(),
                exercise.transport(),
                exercise.texts(),
                exercise.statement(),
                exercise.starter(),
                limits,
                exercise.timeWait(),
                exercise.hints(),
                exercise.scenarios(),
                exercise.messages());
    }

    private static void judge(Attack attack, Report report) throws IOException {
        String all = described(report);
        assertThat(breaches(report)).as(all).isEmpty();
        if (report.status() == Report.Status.INCONCLUSIVE) {
            assertThat(attack.mayBeInconclusive()).as(all).isTrue();
        } else {
            assertThat(report.score()).as(all).isBetween(attack.atLeast(), attack.atMost());
            assertThat(attack.hits().isEmpty() || limits(report).stream().anyMatch(attack.hits()::contains))
                    .as(all)
                    .isTrue();
        }
        assertThat(passed(report)).as(all).noneMatch(attack.loses()::contains);
        assertThat(output(report)).as(all).contains(attack.says().getOrDefault("shows", ""));
        assertHarmless(report);
    }

    private static Stream<Event> events(Report report) {
        return report.timelines().values().stream().flatMap(timeline -> timeline.events().stream());
    }

    /** All that the program wrote, and all that machine B received, as text. */
    private static String output(Report report) {
        return events(report).map(AttackCorpusIT::text).collect(Collectors.joining());
    }

    private static String text(Event event) {
        if (event instanceof ProgramEvent.Wrote wrote) {
            return wrote.data().text();
        }
        return event instanceof PeerEvent peer && peer.data() != null
                ? peer.data().text()
                : "";
    }

    private static List<String> breaches(Report report) {
        return BREACH.matcher(output(report))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static List<String> limits(Report report) {
        return events(report)
                .filter(ProgramEvent.LimitHit.class::isInstance)
                .map(hit -> ((ProgramEvent.LimitHit) hit).name())
                .toList();
    }

    private static List<String> passed(Report report) {
        return report.results().stream()
                .filter(result -> result.verdict() instanceof Verdict.Passed)
                .map(result -> result.check().id())
                .toList();
    }

    /** Whatever a program says: a report is of a bounded size, and commands neither a terminal nor a build service. */
    private static void assertHarmless(Report report) throws IOException {
        for (int width : new int[] {20, 80}) {
            StringBuilder page = new StringBuilder();
            new TerminalReport(new Theme(false, true, width)).render(report, page);
            assertThat(page).hasSizeLessThan(LONGEST_REPORT);
            assertThat(COMMANDS_TERMINAL.matcher(page).results()).as("%s", page).isEmpty();
            assertThat(COMMANDS_BUILD.matcher(page).results()).as("%s", page).isEmpty();
        }
        StringBuilder json = new StringBuilder();
        new JsonReport().render(report, json);
        assertThat(new ObjectMapper().readTree(json.toString()).get("score").asInt())
                .isEqualTo(report.score());
    }

    /** For whoever reads a failure: the report as a person sees it, and what the program wrote. */
    private static String described(Report report) {
        StringBuilder page = new StringBuilder();
        try {
            new TerminalReport(Theme.plain()).render(report, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String output = output(report);
        return page + "\nlimits: " + limits(report) + "\nwrote: "
                + output.substring(0, Math.min(2_000, output.length())) + "\n";
    }
}
