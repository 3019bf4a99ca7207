package labo.shell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import labo.lesson.Course;
import labo.lesson.Lesson;
import labo.progress.LessonProgress;
import labo.progress.Progress;
import labo.progress.ProgressStore;
import labo.progress.StepProgress;

/** Where the learner is in the course, and what they have done. Each change is kept at once. */
public final class Journey {
    private final Course course;
    private final ProgressStore store;
    private final LongSupplier seeds;
    private final Clock clock;
    private Lesson lesson;
    private List<Page> pages;
    private int index;

    /**
     * Begins where the learner was, or at the course's beginning.
     *
     * @param course with one lesson at least
     * @param seeds a seed for each lesson that begins
     */
    Journey(Course course, ProgressStore store, LongSupplier seeds, Clock clock) {
        this.course = course;
        this.store = store;
        this.seeds = seeds;
        this.clock = clock;
        this.lesson = Optional.ofNullable(store.progress().lesson())
                .flatMap(course::lesson)
                .orElse(course.lessons().get(0));
        this.pages = Page.of(lesson);
        this.index = resumed();
    }

    /** The page where the lesson was left; where the course has it no more, the first that is not done. */
    private int resumed() {
        String page = known().page();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).id().equals(page)) {
                return i;
            }
        }
        return page == null ? 0 : firstToDo();
    }

    private int firstToDo() {
        int i = 0;
        while (i < pages.size() - 1 && done(pages.get(i))) {
            i++;
        }
        return i;
    }

    public Course course() {
        return course;
    }

    public Lesson lesson() {
        return lesson;
    }

    public Page page() {
        return pages.get(index);
    }

    /** The pages of the lesson in hand. */
    public List<Page> pages() {
        return pages;
    }

    /** The place of the page in hand, from 0. */
    public int index() {
        return index;
    }

    /** Whether nothing has been done or seen yet. */
    public boolean isNew() {
        return store.progress().lesson() == null;
    }

    /** Keeps that the learner is here. */
    void arrive() {
        long now = clock.millis();
        String page = page().id();
        store.update(
                progress -> progress.in(lesson.id(), now).change(lesson.id(), seed(), known -> known.on(page, now)));
    }

    /** Goes to the next page, or to the next lesson; false at the course's end. */
    boolean forward() {
        if (index < pages.size() - 1) {
            index++;
            return true;
        }
        return lesson.number() < course.lessons().size()
                && begin(course.lessons().get(lesson.number()));
    }

    /** Goes to the page before, or to the end of the lesson before; false at the course's beginning. */
    boolean back() {
        if (index > 0) {
            index--;
            return true;
        }
        if (lesson.number() <= 1) {
            return false;
        }
        begin(course.lessons().get(lesson.number() - 2));
        index = pages.size() - 1;
        return true;
    }

    /** Goes to a lesson: where it was left, unless it was finished. */
    void go(Lesson wanted) {
        begin(wanted);
        index = page() instanceof Page.End ? 0 : index;
    }

    private boolean begin(Lesson wanted) {
        lesson = wanted;
        pages = Page.of(wanted);
        index = resumed();
        return true;
    }

    public boolean done(Page page) {
        return known().step(page.id()).done();
    }

    /** Whether every page of a lesson but its end is done. */
    public boolean done(Lesson other) {
        return Page.of(other).stream()
                .allMatch(page ->
                        page instanceof Page.End || known(other, page.id()).done());
    }

    /** How many pages of a lesson are done, its end not counted. */
    public int doneCount(Lesson other) {
        return (int) Page.of(other).stream()
                .filter(page ->
                        !(page instanceof Page.End) && known(other, page.id()).done())
                .count();
    }

    private StepProgress known(Lesson other, String page) {
        return store.progress()
                .lesson(other.id())
                .map(lessonProgress -> lessonProgress.step(page))
                .orElse(StepProgress.NONE);
    }

    /** What is known of the page in hand. */
    public StepProgress here() {
        return known().step(page().id());
    }

    void markDone() {
        if (!here().done()) {
            step(step -> new StepProgress(true, step.tries(), step.hints()));
        }
    }

    void countTry() {
        step(step -> new StepProgress(step.done(), step.tries() + 1, step.hints()));
    }

    /** Keeps that the hints up to this level, from 1, were given. */
    public void hinted(int level) {
        step(step -> new StepProgress(step.done(), step.tries(), Math.max(step.hints(), level)));
    }

    private void step(UnaryOperator<StepProgress> change) {
        String id = page().id();
        update(known -> known.with(id, change.apply(known.step(id))));
    }

    /** The statements that the lesson's interpreter ran when it was left. */
    List<String> statements() {
        return known().statements();
    }

    /** Keeps the statements of the lesson's interpreter. */
    void ran(Lesson where, List<String> statements) {
        List<String> before = store.progress()
                .lesson(where.id())
                .map(LessonProgress::statements)
                .orElse(List.of());
        if (!before.equals(statements)) {
            long now = clock.millis();
            store.update(progress -> progress.change(where.id(), seed(), known -> known.ran(statements, now)));
        }
    }

    /** What the lesson's values are drawn from: kept, so that a resumed lesson asks for the same ones. */
    long seed() {
        return store.progress().lesson(lesson.id()).map(LessonProgress::seed).orElseGet(() -> {
            long drawn = seeds.getAsLong();
            String id = lesson.id();
            store.update(progress -> progress.change(id, drawn, known -> known));
            return drawn;
        });
    }

    private void update(UnaryOperator<LessonProgress> change) {
        long seed = seed();
        String id = lesson.id();
        store.update(progress -> progress.change(id, seed, change));
    }

    private LessonProgress known() {
        Progress progress = store.progress();
        return progress.lesson(lesson.id()).orElse(LessonProgress.begun(0));
    }
}
