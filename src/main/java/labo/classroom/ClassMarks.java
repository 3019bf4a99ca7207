package labo.classroom;

import java.util.List;
import labo.lesson.Exercise;

/**
 * A class as it stands: what renderers of tables and pages start from.
 *
 * @param marks each student's last mark, by name; light, so that all may be held
 * @param book where {@link Gradebook#dossier} gives what is heavy, one student at a time
 */
public record ClassMarks(Exercise exercise, List<Mark> marks, Gradebook book) {
    public ClassMarks {
        marks = List.copyOf(marks);
    }
}
