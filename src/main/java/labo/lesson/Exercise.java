package labo.lesson;

import java.util.List;
import java.util.Map;

/**
 * A program to write.
 *
 * @param id its lesson's id
 * @param title French
 * @param file the name of the learner's file
 * @param role which side the learner's program is
 * @param port the port that the exchange is about; values name it as {@code ${port}}
 * @param texts parameters by name: reply texts and the like
 * @param statement Markdown, French
 * @param starter what the learner starts from
 * @param limits of the program
 * @param timeWait whether machine A's connections linger in TIME-WAIT, as on any ordinary machine: for what is about that
 *     state; elsewhere a program that is started again must not fail because of it
 * @param hints three: where to look, what to change, almost the answer
 * @param scenarios in order
 * @param messages the exercise's own French words for one of the lab's misconceptions, by id
 * @param misconceptions those that only this exercise knows, by id
 */
public record Exercise(
        String id,
        String title,
        String file,
        Role role,
        int port,
        Transport transport,
        Map<String, String> texts,
        String statement,
        String starter,
        Limits limits,
        boolean timeWait,
        List<String> hints,
        List<Scenario> scenarios,
        Map<String, String> messages,
        Map<String, OwnMisconception> misconceptions) {
    /** Which side the learner's program is. */
    public enum Role {
        SERVER,
        CLIENT
    }

    /** Which protocol the exercise is about. */
    public enum Transport {
        TCP,
        UDP
    }

    public Exercise {
        texts = Map.copyOf(texts);
        hints = List.copyOf(hints);
        scenarios = List.copyOf(scenarios);
        messages = Map.copyOf(messages);
        misconceptions = Map.copyOf(misconceptions);
    }

    /** An exercise without misconceptions of its own. */
    public Exercise(
            String id,
            String title,
            String file,
            Role role,
            int port,
            Transport transport,
            Map<String, String> texts,
            String statement,
            String starter,
            Limits limits,
            boolean timeWait,
            List<String> hints,
            List<Scenario> scenarios,
            Map<String, String> messages) {
        this(
                id, title, file, role, port, transport, texts, statement, starter, limits, timeWait, hints, scenarios,
                messages, Map.of());
    }

    /** What all checks are worth. */
    public int maxScore() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.checks().stream())
                .mapToInt(CheckSpec::points)
                .sum();
    }
}
