package labo.catalog;

import java.util.List;

/**
 * What came of reading the solutions' folder.
 *
 * @param programs those that could be read, by path
 * @param findings what is wrong, by place
 */
public record Solutions(List<Solution> programs, List<Finding> findings) {
    public Solutions {
        programs = List.copyOf(programs);
        findings = List.copyOf(findings);
    }
}
