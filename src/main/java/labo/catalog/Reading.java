package labo.catalog;

import java.util.List;
import labo.lesson.Course;

/** What came of reading a course. */
public sealed interface Reading {
    /** The course, and what would better be put right, by place. */
    record Read(Course course, List<Finding> warnings) implements Reading {
        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /** Everything that is wrong, by place; at least one finding stops the course from being used. */
    record Unreadable(List<Finding> findings) implements Reading {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
