package labo.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.Payload;
import labo.lesson.Scenario;
import labo.lesson.ScriptStep;
import labo.observe.Timeline;

/**
 * Exchanges that really took place between two machines in containers, and what was observed then: {@code
 * RecordTimelinesIT} plays them.
 */
public enum Recorded {
    HANDSHAKE,
    HALF_CLOSE,
    RESET,
    RETRANSMISSION,
    LOST_DATAGRAM,
    LARGE_DATAGRAM,
    REFUSED,
    UNREACHABLE;

    private static final Path FOLDER = Path.of("src", "test", "resources", "labo", "sequence");

    private List<ScriptStep> script() {
        return switch (this) {
            case HANDSHAKE -> List.of(awaitListen(), connect(), send("SALUT MEC"), receiveToTheEnd(), close());
            case HALF_CLOSE ->
                List.of(
                        awaitListen(),
                        connect(),
                        send("SALUT"),
                        send(" MEC"),
                        new ScriptStep.Shutdown("c1"),
                        receiveToTheEnd(),
                        close());
            case RESET -> List.of(awaitListen(), connect(), send("SALUT MEC"), awaitRecv(), new ScriptStep.Reset("c1"));
            // The queue takes two: the third one's SYN is dropped, until the server accepts.
            case RETRANSMISSION ->
                List.of(awaitListen(), connect(), connect("c2"), connect("c3"), receiveToTheEnd("c3"), close("c3"));
            case LARGE_DATAGRAM ->
                List.of(
                        new ScriptStep.Udp("u1", "8888"),
                        new ScriptStep.Start(),
                        new ScriptStep.ReceiveFrom("u1", false, null),
                        new ScriptStep.SendTo("u1", Payload.text("M".repeat(2000)), null));
            case LOST_DATAGRAM ->
                List.of(
                        new ScriptStep.Udp("u1", "8888"),
                        new ScriptStep.Start(),
                        new ScriptStep.ReceiveFrom("u1", true, null),
                        new ScriptStep.ReceiveFrom("u1", false, null),
                        new ScriptStep.SendTo("u1", Payload.text("Salut mec."), null));
            case REFUSED, UNREACHABLE -> List.of(new ScriptStep.Start(), new ScriptStep.AwaitExit());
        };
    }

    private static ScriptStep receiveToTheEnd() {
        return receiveToTheEnd("c1");
    }

    private static ScriptStep receiveToTheEnd(String as) {
        return new ScriptStep.Receive(as, new ScriptStep.Until.End(), null);
    }

    private static ScriptStep close() {
        return close("c1");
    }

    private static ScriptStep close(String as) {
        return new ScriptStep.Close(as);
    }

    private static ScriptStep awaitListen() {
        return new ScriptStep.Await(EventPattern.call("listen"));
    }

    private static ScriptStep awaitRecv() {
        return new ScriptStep.Await(EventPattern.call("recv"));
    }

    private static ScriptStep connect() {
        return connect("c1");
    }

    private static ScriptStep connect(String as) {
        return new ScriptStep.Connect(as, "8888", true, null);
    }

    private static ScriptStep send(String text) {
        return new ScriptStep.Send("c1", List.of(Payload.text(text)), 0);
    }

    /** Its name in files. */
    public String term() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Path program() {
        return FOLDER.resolve(term() + ".py");
    }

    /** The exercise whose only scenario is this exchange. */
    public Exercise exercise() {
        Scenario scenario = new Scenario(
                term(),
                term(),
                "",
                List.of("${addressB}"),
                null,
                Map.of(),
                Map.of(),
                script(),
                List.of(new labo.lesson.CheckSpec(
                        term(),
                        term(),
                        1,
                        List.of(),
                        new Expectation.Happened(EventPattern.call("socket"), 1, null),
                        null,
                        null)));
        return new Exercise(
                term(),
                term(),
                "main.py",
                Exercise.Role.SERVER,
                8888,
                Exercise.Transport.TCP,
                Map.of(),
                "",
                "",
                Limits.DEFAULT,
                false,
                List.of(),
                List.of(scenario),
                Map.of());
    }

    /** What was observed when it was recorded. */
    public Timeline timeline() {
        try {
            return TimelineLines.read(Files.readAllLines(file()));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    void record(Timeline observed) throws IOException {
        Files.write(file(), TimelineLines.write(observed));
    }

    private Path file() {
        return FOLDER.resolve(term() + ".jsonl");
    }
}
