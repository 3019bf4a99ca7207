package labo.classroom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the book, without what is heavy.
 *
 * @param entry its number, larger than those of all earlier entries; 0 before it is entered
 * @param exercise the exercise's id
 * @param score points earned; 0 where {@code outcome} has no mark
 * @param maxScore points that could be earned; 0 where {@code outcome} has no mark
 * @param main the program's name; empty where there is none
 * @param remarks French: how the files were understood, why they were refused, or how the lab failed
 * @param diagnoses ids of the misconceptions recognised, each once
 * @param handedIn when the program was last changed, as far as the source told
 * @param durationMs milliseconds that grading took
 * @param identity what the mark depends on: see {@link Terms#identity}
 */
public record Mark(
        long entry,
        String exercise,
        Student student,
        Outcome outcome,
        int score,
        int maxScore,
        String main,
        List<String> remarks,
        List<String> diagnoses,
        @Nullable Instant handedIn,
        Instant gradedAt,
        long durationMs,
        long seed,
        String sandbox,
        String identity) {
    public Mark {
        remarks = List.copyOf(remarks);
        diagnoses = List.copyOf(diagnoses);
    }
}
