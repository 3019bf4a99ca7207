package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the answers that a lab's own life depends on. */
public final class Replies {
    private Replies() {}

    /**
     * Waits for an answer without which the machine cannot be used.
     *
     * @param what what was asked, for the message
     * @throws LabException {@code NO_START} if the agent ends, refuses, or is silent for longer than {@code deadline}
     */
    public static JsonNode await(Future<JsonNode> answer, String what, Duration deadline)
            throws LabException, InterruptedException {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LabException(LabException.Fault.NO_START, "no " + what + ": " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new LabException(LabException.Fault.NO_START, "no " + what + " within " + deadline, e);
        }
    }
}
