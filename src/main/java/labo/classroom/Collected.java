package labo.classroom;

import java.time.Instant;
import java.util.List;
import labo.grade.Submission;
import org.jspecify.annotations.Nullable;

/** What came of reading a hand-in. */
public sealed interface Collected {
    /** French: what the teacher should know of how the files were understood. */
    List<String> remarks();

    /**
     * It can be graded.
     *
     * @param submission the program, and the files that go with it
     * @param handedIn when the program was last changed, as far as the source tells
     */
    record Ready(
            Submission submission,
            List<String> remarks,
            @Nullable Instant handedIn) implements Collected {
        public Ready {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It cannot, and nothing of it was used.
     *
     * @param reason French, a sentence that names the file
     */
    record Refused(String reason) implements Collected {
        @Override
        public List<String> remarks() {
            return List.of(reason);
        }
    }
}
