package labo.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalogued program for an exercise.
 *
 * @param exercise the exercise's id
 * @param path of its file or folder, relative to the solutions' folder, with {@code /}
 * @param right whether it must pass
 * @param failingCheck the id of the check that must fail; null for a right one
 * @param diagnosis the misconception that must be named; null: none
 * @param sandboxOnly the only sandbox that can tell; null: any
 * @param says French: what the student believed or, for a right one, what is special about it
 * @param files the submission, by name; one of them has the exercise's file name
 * @param header where its header says all this
 */
public record Solution(
        String exercise,
        String path,
        boolean right,
        @Nullable String failingCheck,
        @Nullable String diagnosis,
        @Nullable SandboxOnly sandboxOnly,
        String says,
        Map<String, String> files,
        Header header) {
    /**
     * Where a header stands. Lines count from 1.
     *
     * @param file relative to the solutions' folder, with {@code /}
     * @param kindLine says whether it must pass
     * @param failingCheckLine names the failing check; of a right program, the same as {@code kindLine}
     * @param diagnosisLine names the misconception; of a right program, the same as {@code kindLine}
     */
    public record Header(String file, int kindLine, int failingCheckLine, int diagnosisLine) {}

    /**
     * Only that sandbox can tell.
     *
     * @param reason French; may be empty
     */
    public record SandboxOnly(String sandbox, String reason) {}

    public Solution {
        files = Map.copyOf(files);
    }
}
