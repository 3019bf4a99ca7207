package labo.diagnose;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.observe.CodeLine;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Finds the misconception that explains a failure. */
public final class Diagnostician {
    private final Narrator narrator = new Narrator();

    private record Candidate(Misconception misconception, Finding finding) {}

    /**
     * Explains one failure. What the exercise itself says of it comes first: its author knows what it asks.
     *
     * @param check the first check that failed in the timeline's scenario, without names left in it
     * @param sources the learner's files
     * @return the misconception that did harm first, or null where none is recognised
     */
    public @Nullable Diagnosis explain(Exercise exercise, CheckSpec check, Timeline timeline, Sources sources) {
        return OwnSigns.explain(exercise, check, timeline, sources)
                .orElseGet(() -> general(exercise, check, timeline, sources));
    }

    private @Nullable Diagnosis general(Exercise exercise, CheckSpec check, Timeline timeline, Sources sources) {
        Case observed = new Case(exercise, check, timeline, sources.program());
        return Misconceptions.all().stream()
                .flatMap(misconception -> candidate(misconception, observed).stream())
                .min(Comparator.comparingDouble(candidate -> candidate.finding().time()))
                .or(() -> candidate(new Crash(), observed))
                .map(found -> tell(found, exercise, sources))
                .orElse(null);
    }

    /**
     * Explains what went wrong in a statement of the live prompt.
     *
     * @param source as typed
     * @param before what was observed before it
     * @param during what was observed since it began
     * @param role which side the learner's machine is
     */
    public Optional<Diagnosis> explainStatement(String source, Timeline before, Timeline during, Exercise.Role role) {
        Statement statement = new Statement(source, before, during);
        Case observed = statement.asCase(role);
        return Misconceptions.all().stream()
                .filter(misconception -> statement.allows(misconception, role))
                .flatMap(misconception -> statement
                        .plain(misconception)
                        .map(finding -> new Candidate(misconception, finding))
                        .or(() -> candidate(misconception, observed))
                        .stream())
                .filter(found -> found.finding().time() >= during.start())
                .min(Comparator.comparingDouble(found -> found.finding().time()))
                .map(found -> tell(found, observed.exercise(), new Sources(observed.program(), Map.of())));
    }

    private static Optional<Candidate> candidate(Misconception misconception, Case observed) {
        return misconception.recognise(observed).map(finding -> new Candidate(misconception, finding));
    }

    private Diagnosis tell(Candidate found, Exercise exercise, Sources sources) {
        String id = found.misconception().id();
        CodeLine line = found.finding().line();
        return narrator.tell(
                id,
                found.finding().parameters(),
                exercise.transport(),
                exercise.messages().get(id),
                line,
                line == null ? null : sources.textOf(line).orElse(null));
    }
}
