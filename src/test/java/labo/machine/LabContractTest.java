package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Ending;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both adapters promise. Deadlines here are reached only by a failure. */
@Timeout(180)
public abstract class LabContractTest {
    private static final long DEADLINE_S = 60;
    private static final int PORT = 18931;
    private static final Map<String, Object> LIMITS = Map.of(
            "wallMs", 30_000,
            "cpuMs", 10_000,
            "memoryBytes", 200 << 20,
            "processes", 20,
            "files", 64,
            "outputBytes", 1 << 20,
            "fileBytes", 1 << 20);
    private static final String SERVER = """
            import socket
            s = socket.socket()
            s.bind(('', %d))
            s.listen()
            conn, address = s.accept()
            data = conn.recv(100)
            conn.sendall(data.upper())
            conn.close()
            s.close()
            """.formatted(PORT);

    private final BlockingQueue<Event> arriving = new LinkedBlockingQueue<>();
    private final List<Event> seen = new ArrayList<>();

    /** What the tests play on. */
    protected Lab lab;

    private Labs labs;

    /** The adapter under test. */
    protected abstract Labs newLabs() throws Exception;

    @BeforeEach
    void open() throws Exception {
        labs = newLabs();
        lab = labs.open();
        lab.a().listen(arriving::add);
        lab.b().listen(arriving::add);
    }

    @AfterEach
    void close() {
        labs.close();
    }

    protected static JsonNode get(Future<JsonNode> answer) throws Exception {
        return answer.get(DEADLINE_S, TimeUnit.SECONDS);
    }

    /** Starts a program on machine A. */
    protected void run(String run, String source, Map<String, Object> limits) throws Exception {
        String data = Base64.getEncoder().encodeToString(source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        get(lab.a()
                .ask(
                        "run",
                        Map.of(
                                "run",
                                run,
                                "main",
                                run + ".py",
                                "files",
                                List.of(Map.of("name", run + ".py", "data", data)),
                                "limits",
                                limits)));
    }

    /** Runs a program to its end; what it wrote on stdout. */
    protected String output(String run, String source) throws Exception {
        int before = seen.size();
        run(run, source, LIMITS);
        await(ProgramEvent.Exited.class, event -> true);
        return Octets.join(seen.subList(before, seen.size()).stream()
                        .filter(ProgramEvent.Wrote.class::isInstance)
                        .map(ProgramEvent.Wrote.class::cast)
                        .map(ProgramEvent.Wrote::data)
                        .toList())
                .text();
    }

    private <E extends Event> E await(Class<E> type, Predicate<E> wanted) throws InterruptedException {
        while (true) {
            Event event = arriving.poll(DEADLINE_S, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no " + type.getSimpleName() + " after " + seen);
            }
            seen.add(event);
            if (type.isInstance(event) && wanted.test(type.cast(event))) {
                return type.cast(event);
            }
        }
    }

    private void awaitListening() throws InterruptedException {
        await(Call.class, call -> call.is(CallKind.LISTEN) && call.succeeded());
    }

    private void play(Map<String, Object> step) throws Exception {
        get(lab.b().ask("play", Map.of("step", step)));
    }

    @Test
    void bothAgentsAnswer() throws Exception {
        assertThat(get(lab.a().ask("hello", Map.of())).path("role").asText()).isEqualTo("a");
        assertThat(get(lab.b().ask("hello", Map.of())).path("role").asText()).isEqualTo("b");
        assertThat(lab.facts().sandbox()).isEqualTo(labs.sandbox());
    }

    @Test
    void aConversationIsSeenInItsOrderAndWithItsLines() throws Exception {
        run("server", SERVER, LIMITS);
        awaitListening();
        play(Map.of("do", "connect", "as", "c1", "port", PORT));
        play(Map.of(
                "do", "send", "as", "c1", "pieces", List.of(Octets.utf8("salut").toBase64())));
        play(Map.of("do", "receive", "as", "c1", "bytes", 5));
        play(Map.of("do", "receive", "as", "c1", "end", true));
        await(ProgramEvent.Exited.class, exited -> Integer.valueOf(0).equals(exited.code()));
        arriving.drainTo(seen);

        Timeline timeline = new Timeline(lab.facts(), Ending.of(Ending.How.EXITED), seen);
        assertThat(timeline.receivedBy("c1")).isEqualTo(Octets.utf8("SALUT"));
        assertThat(timeline.peer("end")).hasSize(1);
        List<Call> steps = java.util.stream.Stream.of(
                        CallKind.BIND, CallKind.LISTEN, CallKind.ACCEPT, CallKind.RECV, CallKind.SEND)
                .map(kind -> timeline.firstSuccess(kind).orElseThrow())
                .toList();
        assertThat(steps).isSortedAccordingTo(java.util.Comparator.comparingDouble(Event::time));
        assertThat(steps).extracting(call -> line(call)).containsExactly(3, 4, 5, 6, 7);
        assertThat(timeline.firstSuccess(CallKind.ACCEPT)
                        .orElseThrow()
                        .arguments()
                        .address())
                .hasFieldOrPropertyWithValue("host", lab.facts().addressB());
    }

    private static int line(Call call) {
        var line = call.line();
        return line == null ? -1 : line.line();
    }

    @Test
    void stopKillsWhatRuns() throws Exception {
        run("server", SERVER, LIMITS);
        awaitListening();
        get(lab.a().ask("stop", Map.of("run", "server")));

        assertThat(await(ProgramEvent.Exited.class, exited -> true).stopped()).isTrue();
        assertThat(get(lab.a().ask("state", Map.of())).path("alive").asBoolean(true))
                .isFalse();
    }

    @Test
    void resetLeavesNeitherListenersNorFiles() throws Exception {
        run("server", SERVER, LIMITS);
        awaitListening();
        play(Map.of("do", "connect", "as", "c1", "port", PORT));
        get(lab.a().ask("reset", Map.of()));
        get(lab.b().ask("reset", Map.of()));
        await(ProgramEvent.Exited.class, exited -> true);

        // An engine's own resolver listens in the container too: only the program's port counts.
        assertThat(get(lab.a().ask("sockets", Map.of())).path("sockets"))
                .noneMatch(socket -> socket.path("local").path("port").asInt() == PORT);
        assertThat(output("files", "import os; print(sorted(os.listdir('.')))").strip())
                .isEqualTo("['files.py']");
    }

    @Test
    void aLimitIsNamedBeforeTheExit() throws Exception {
        Map<String, Object> limits = new java.util.HashMap<>(LIMITS);
        limits.put("outputBytes", 1000);
        run("flood", "while True: print('x' * 100)", limits);

        assertThat(await(ProgramEvent.LimitHit.class, limit -> true).name()).isEqualTo("output");
        await(ProgramEvent.Exited.class, exited -> true);
    }

    @Test
    void aRenewedMachineKnowsNothingOfTheOneBefore() throws Exception {
        output("first", "open('left-behind', 'w').write('x')");
        Agent before = lab.a();
        lab.renew();
        lab.a().listen(arriving::add);

        assertThat(output("files", "import os; print(sorted(os.listdir('.')))").strip())
                .isEqualTo("['files.py']");
        assertThatThrownBy(() -> get(before.ask("hello", Map.of())))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LabException.class, lost -> assertThat(lost.fault()).isEqualTo(LabException.Fault.LOST));
    }

    /**
     * Kills a JVM that holds a lab, and waits until every process that it started has ended.
     *
     * @param arguments of {@link LabHolder}
     * @return the killed JVM's process number
     */
    protected static long killAHolder(String... arguments) throws Exception {
        return endAHolder(List.of(), Process::destroyForcibly, arguments);
    }

    /** How a process is brought to its end. */
    protected interface End {
        /** Does what will end the process. */
        void bring(Process process) throws Exception;
    }

    /**
     * Ends a JVM that holds a lab, and waits until every process that it started has ended too.
     *
     * @param launcher what the JVM is started by, in the same process
     * @param arguments of {@link LabHolder}
     * @return the JVM's process number
     */
    protected static long endAHolder(List<String> launcher, End end, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                        .toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LabHolder.class.getName()));
        command.addAll(List.of(arguments));
        Process holder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var fromHolder = holder.inputReader()) {
            assertThat(fromHolder.readLine()).isEqualTo(arguments[0]);
            List<ProcessHandle> family = holder.descendants().toList();
            assertThat(family).isNotEmpty();
            end.bring(holder);
            holder.onExit().get(DEADLINE_S, TimeUnit.SECONDS);
            for (ProcessHandle relative : family) {
                relative.onExit().get(DEADLINE_S, TimeUnit.SECONDS);
            }
            return holder.pid();
        } finally {
            holder.destroyForcibly();
        }
    }
}
