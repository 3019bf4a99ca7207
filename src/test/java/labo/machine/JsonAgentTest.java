package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import labo.observe.Event;
import labo.observe.ProgramEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JsonAgentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PipedOutputStream agentStdout = new PipedOutputStream();
    private final PipedInputStream agentStdin = new PipedInputStream(1 << 16);
    private final CountDownLatch closeAction = new CountDownLatch(1);
    private final BufferedReader requests =
            new BufferedReader(new InputStreamReader(agentStdin, StandardCharsets.UTF_8));
    private final JsonAgent agent = start();

    private JsonAgent start() {
        try {
            return new JsonAgent(
                    "A",
                    new PipedInputStream(agentStdout, 1 << 16),
                    new PipedOutputStream(agentStdin),
                    Duration.ofSeconds(20),
                    closeAction::countDown);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void end() throws IOException {
        agentStdout.close();
        agent.close();
    }

    private void say(String line) throws IOException {
        OutputStream out = agentStdout;
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private JsonNode nextRequest() throws IOException {
        return JSON.readTree(requests.readLine());
    }

    private static LabException.Fault faultOf(CompletableFuture<JsonNode> answer) throws InterruptedException {
        try {
            throw new AssertionError("answered: " + answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException lost) {
                return lost.fault();
            }
            throw new AssertionError("no fault of the lab", e);
        }
    }

    @Test
    void writesARequestALineWithAnIdOfItsOwn() throws IOException {
        var hello = agent.ask("hello", Map.of());
        var stop = agent.ask("stop", Map.of("run", "r1"));

        JsonNode first = nextRequest();
        JsonNode second = nextRequest();
        assertThat(first.path("op").asText()).isEqualTo("hello");
        assertThat(second.path("op").asText()).isEqualTo("stop");
        assertThat(second.path("run").asText()).isEqualTo("r1");
        assertThat(List.of(hello, stop)).noneMatch(CompletableFuture::isDone);
        assertThat(first.path("id").asLong()).isNotEqualTo(second.path("id").asLong());
    }

    @Test
    void tiesAnswersToRequestsWhateverTheirOrder() throws Exception {
        var slow = agent.ask("play", Map.of("step", Map.of("do", "receive")));
        var quick = agent.ask("hello", Map.of());
        long slowId = nextRequest().path("id").asLong();
        long quickId = nextRequest().path("id").asLong();

        say("{\"id\":" + quickId + ",\"ok\":true,\"role\":\"a\"}");
        assertThat(quick.get().path("role").asText()).isEqualTo("a");
        assertThat(slow).isNotDone();
        say("{\"id\":" + slowId + ",\"ok\":true}");
        assertThat(slow.get().path("ok").asBoolean()).isTrue();
    }

    @Test
    void refusalNamesTheErrorAndItsDetail() throws Exception {
        var answer = agent.ask("play", Map.of());
        long id = nextRequest().path("id").asLong();
        say("{\"id\":" + id + ",\"ok\":false,\"error\":\"refused\",\"message\":\"nobody listens\"}");

        assertThatThrownBy(answer::get).cause().isInstanceOfSatisfying(AgentRefusal.class, refusal -> {
            assertThat(refusal.error()).isEqualTo("refused");
            assertThat(refusal).hasMessageContaining("nobody listens");
        });
    }

    @Test
    void endOfTheStreamFailsWhatIsPendingAndWhatComesAfter() throws Exception {
        var pending = agent.ask("hello", Map.of());
        agentStdout.close();

        assertThat(faultOf(pending)).isEqualTo(LabException.Fault.LOST);
        assertThat(faultOf(agent.ask("hello", Map.of()))).isEqualTo(LabException.Fault.LOST);
    }

    @Test
    void lineThatIsTooLongLosesTheAgent() throws Exception {
        var pending = agent.ask("hello", Map.of());
        byte[] flood = new byte[JsonAgent.LONGEST_LINE / 64];
        java.util.Arrays.fill(flood, (byte) 'x');
        try {
            for (int sent = 0; sent <= JsonAgent.LONGEST_LINE; sent += flood.length) {
                agentStdout.write(flood);
            }
            agentStdout.flush();
        } catch (IOException theReaderHasGone) {
            assertThat(pending).isCompletedExceptionally();
        }
        assertThat(faultOf(pending)).isEqualTo(LabException.Fault.LOST);
    }

    @Test
    void keepsEventsForTheListenerAndHandsThemOverInOrder() throws Exception {
        say(started(1));
        say(started(2));
        var known = agent.ask("hello", Map.of());
        say("{\"id\":" + nextRequest().path("id").asLong() + ",\"ok\":true}");
        known.get();
        assertThat(agent.delivered()).isZero();

        BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
        agent.listen(seen::add);
        say(started(3));
        List<Event> three = List.of(seen.take(), seen.take(), seen.take());

        assertThat(three)
                .containsExactly(
                        new ProgramEvent.Started(1.5, 1),
                        new ProgramEvent.Started(1.5, 2),
                        new ProgramEvent.Started(1.5, 3));
    }

    @Test
    void anAnswerComesAfterTheEventsBeforeIt() throws Exception {
        BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
        agent.listen(seen::add);
        var stop = agent.ask("stop", Map.of("run", "r1"));
        long id = nextRequest().path("id").asLong();
        say(started(7));
        say("{\"id\":" + id + ",\"ok\":true}");
        stop.get();

        assertThat(seen).containsExactly(new ProgramEvent.Started(1.5, 7));
        assertThat(agent.delivered()).isEqualTo(1);
    }

    @Test
    void passesOverWhatItCannotReadAndCountsIt() throws Exception {
        agent.listen(event -> {});
        var answer = agent.ask("hello", Map.of());
        long id = nextRequest().path("id").asLong();
        say("this is not JSON");
        say("[1, 2]");
        say("{\"id\": 4711, \"ok\": true}");
        say("{\"event\": {\"t\": 1.5, \"source\": \"program\", \"kind\": \"levitated\"}}");
        say("{\"event\": \"no object\"}");
        say("{\"id\":" + id + ",\"ok\":true}");
        answer.get();

        assertThat(agent.ignored()).isEqualTo(5);
        assertThat(agent.delivered()).as("events that the agent counts too").isEqualTo(2);
    }

    @Test
    void closingEndsTheAgentsInputAndRunsTheActionOnce() throws Exception {
        var pending = agent.ask("hello", Map.of());
        nextRequest();
        agentStdout.close();
        agent.close();
        agent.close();

        assertThat(requests.readLine()).isNull();
        assertThat(closeAction.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(faultOf(pending)).isEqualTo(LabException.Fault.LOST);
    }

    private static String started(int process) {
        return "{\"event\": {\"t\": 1.5, \"source\": \"program\", \"kind\": \"started\", \"process\": " + process
                + "}}";
    }
}
