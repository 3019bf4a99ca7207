package labo.app;

import java.nio.file.Path;
import java.util.Optional;
import labo.catalog.Finding;
import labo.catalog.Reading;
import labo.catalog.Solutions;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.machine.Labs;

/** What the commands ask of the other rooms. One implementation wires the adapters. */
interface Backstage {
    /**
     * Reads the course in a folder.
     *
     * @throws Problem if there is none
     */
    Reading read(Path lessons);

    /**
     * Reads one lesson of the course in a folder, and nothing of the others.
     *
     * @throws Problem if there is no course
     */
    Reading read(Path lessons, String lesson);

    /**
     * Reads a course and looks over all its texts, which takes longer.
     *
     * @throws Problem if there is none
     */
    Reading lint(Path lessons);

    /** Reads the catalogued programs for the exercises of {@code course}. */
    Solutions solutions(Path folder, Course course);

    /**
     * The course in a folder.
     *
     * @throws Problem if there is none, or it is not in order
     */
    default Course course(Path lessons) {
        return course(lessons, read(lessons));
    }

    /**
     * One exercise of the course in a folder; empty if there is none of that name.
     *
     * @throws Problem if there is no course, or the exercise is not in order
     */
    default Optional<Exercise> exercise(Path lessons, String id) {
        return course(lessons, read(lessons, id)).exercise(id);
    }

    private static Course course(Path lessons, Reading reading) {
        if (reading instanceof Reading.Read read) {
            return read.course();
        }
        Finding first = ((Reading.Unreadable) reading).findings().get(0);
        throw Problem.usage("course.broken", lessons, first);
    }

    /** The container engine of this machine, whether it answers or not. */
    Engine engine();

    /** The Python that the local sandbox would use: its version, and how it is started; empty if there is none. */
    Optional<String> python() throws InterruptedException;

    /**
     * Where labs of one sandbox come from.
     *
     * @param timeWait whether machine A keeps connections in TIME-WAIT
     */
    Labs labs(Sandbox sandbox, boolean timeWait);

    /** What grades in one sandbox; it opens a lab when a submission needs one more. */
    Examiner examiner(Sandbox sandbox);

    /** What tries a course's own programs and answers in one sandbox. */
    Rehearsal rehearsal(Sandbox sandbox);
}
