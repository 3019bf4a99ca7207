package labo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import labo.catalog.Reading;
import labo.catalog.Solutions;
import labo.lesson.Course;
import labo.lesson.Lesson;
import labo.machine.Labs;

/** What commands find where nothing runs: a course of one lesson, an engine whose image is ready, and no machines. */
abstract class OneLessonStage implements Backstage, Engine, Examiner {
    private static final Status READY = new Status("20.10", "labo:1", Image.READY);

    private final Lesson lesson;
    private Optional<Status> status = Optional.of(READY);

    OneLessonStage(Lesson lesson) {
        this.lesson = lesson;
    }

    /** From now on no engine answers. */
    void withoutEngine() {
        status = Optional.empty();
    }

    /** From now on the engine has that of the image. */
    void withImage(Image image) {
        status = Optional.of(new Status(READY.version(), READY.imageName(), image));
    }

    private static Reading courseOf(List<Lesson> lessons) {
        return new Reading.Read(new Course("Cours", lessons), List.of());
    }

    @Override
    public Reading read(Path lessons) {
        return courseOf(List.of(lesson));
    }

    @Override
    public Reading read(Path lessons, String id) {
        return id.equals(lesson.id()) ? read(lessons) : courseOf(List.of());
    }

    @Override
    public Reading lint(Path lessons) {
        return read(lessons);
    }

    @Override
    public Solutions solutions(Path folder, Course course) {
        return new Solutions(List.of(), List.of());
    }

    @Override
    public Engine engine() {
        return this;
    }

    @Override
    public Optional<Status> status() {
        return status;
    }

    @Override
    public void build(Progress progress) {
        progress.at("les agents", 50, 100);
    }

    @Override
    public Optional<String> python() {
        return Optional.of("3.11");
    }

    @Override
    public Labs labs(Sandbox sandbox, boolean timeWait) {
        throw new UnsupportedOperationException("nothing runs here");
    }

    @Override
    public Examiner examiner(Sandbox sandbox) {
        return this;
    }

    @Override
    public Rehearsal rehearsal(Sandbox sandbox) {
        throw new UnsupportedOperationException("nothing is rehearsed here");
    }
}
