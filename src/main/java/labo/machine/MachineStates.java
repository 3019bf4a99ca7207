package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import labo.observe.Ending;
import org.jspecify.annotations.Nullable;

/**
 * What both machines are doing at one moment.
 *
 * @param alive whether the learner's program runs
 * @param waits what each of its threads is doing; null where this machine cannot tell
 * @param events how many events machine A had sent by then
 * @param peerWaits whether machine B waits for machine A, or has nothing to do
 * @param peerEvents how many events machine B had sent by then
 */
public record MachineStates(
        boolean alive,
        @Nullable List<Ending.Wait> waits,
        List<SocketState> socketsA,
        long events,
        boolean peerWaits,
        List<SocketState> socketsB,
        long peerEvents) {

    /** Reads both agents' answers to {@code state}. */
    public static MachineStates of(JsonNode a, JsonNode b) {
        return new MachineStates(
                a.path("alive").asBoolean(),
                waits(a),
                SocketState.table(a.path("sockets")),
                a.path("events").asLong(),
                b.path("busy").isEmpty() && !anyBounded(b.path("waiting")),
                SocketState.table(b.path("sockets")),
                b.path("events").asLong());
    }

    /** A step that gives up after a while will go on by itself. */
    private static boolean anyBounded(JsonNode steps) {
        for (JsonNode step : steps) {
            if (step.path("bounded").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable List<Ending.Wait> waits(JsonNode a) {
        if (!a.has("processes")) {
            return null;
        }
        List<Ending.Wait> waits = new ArrayList<>();
        for (JsonNode process : a.path("processes")) {
            for (JsonNode thread : process.path("threads")) {
                waits.add(new Ending.Wait(
                        thread.path("waits").asText(),
                        thread.hasNonNull("fd") ? thread.path("fd").asInt() : null,
                        thread.path("bounded").asBoolean()));
            }
        }
        return List.copyOf(waits);
    }
}
