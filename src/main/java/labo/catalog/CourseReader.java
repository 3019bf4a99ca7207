package labo.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import labo.lesson.Course;
import labo.lesson.Lesson;

/**
 * Reads a course's folder: {@code course.yaml} names the lessons' folders in order, and each has a {@code lesson.yaml} with
 * its Markdown texts and starters beside it. Everything that is wrong is reported, not the first thing only.
 */
public final class CourseReader {
    private static final String MAIN = "course.yaml";
    private static final Set<String> BESIDE_LESSONS = Set.of(MAIN, "schema", "README.md");

    private final Misconceptions misconceptions;

    /** A reader for which any id may name a misconception. */
    public CourseReader() {
        this(Set.of());
    }

    /** A reader that reports misconceptions that are none of {@code known}. */
    public CourseReader(Set<String> known) {
        this.misconceptions = new Misconceptions(known);
    }

    /** Reads the course in {@code folder}, and looks over the language and the form of all its texts. */
    public Reading read(Path folder) {
        return new OneReading(new Folder(folder), misconceptions, id -> true).read(true);
    }

    /** Reads the course in {@code folder} to use it: the same course, without a look at its texts' language and form. */
    public Reading readForUse(Path folder) {
        return new OneReading(new Folder(folder), misconceptions, id -> true).read(false);
    }

    /**
     * Reads one lesson of the course in {@code folder} to use it, which takes a fraction of the time.
     *
     * @return a course of that lesson alone, or of none if the course does not list it; what is wrong elsewhere is not
     *     looked at
     */
    public Reading readForUse(Path folder, String lesson) {
        return new OneReading(new Folder(folder), misconceptions, lesson::equals).read(false);
    }

    /** The state of one reading. */
    private static final class OneReading {
        private final Folder folder;
        private final Misconceptions misconceptions;
        private final Predicate<String> wanted;
        private final Problems main = new Problems(MAIN);
        private final List<Problems> all = new ArrayList<>(List.of(main));
        private final Ids ids = new Ids();

        OneReading(Folder folder, Misconceptions misconceptions, Predicate<String> wanted) {
            this.folder = folder;
            this.misconceptions = misconceptions;
            this.wanted = wanted;
        }

        Reading read(boolean lint) {
            Course course = folder.text(MAIN, main)
                    .flatMap(text -> Yaml.read(MAIN, text, main))
                    .map(value -> course(value.section()))
                    .orElse(new Course("", List.of()));
            if (lint) {
                all.forEach(problems -> problems.lintProses(ids.all()));
            }
            List<Finding> errors = sorted(all.stream().flatMap(problems -> problems.errors().stream()));
            List<Finding> warnings = sorted(all.stream().flatMap(problems -> problems.warnings().stream()));
            return errors.isEmpty()
                    ? new Reading.Read(course, warnings)
                    : new Reading.Unreadable(sorted(Stream.concat(errors.stream(), warnings.stream())));
        }

        private static List<Finding> sorted(Stream<Finding> findings) {
            return findings.sorted().distinct().toList();
        }

        private Course course(Section section) {
            String title = section.prose("title");
            List<Lesson> lessons = new ArrayList<>();
            int number = 0;
            for (Value entry : section.filledList("lessons")) {
                String id = ids.read(entry);
                if (Ids.isId(id) && listed(id, entry)) {
                    number++;
                    if (wanted.test(id)) {
                        lesson(id, number, lessons);
                    }
                }
            }
            section.finish();
            reportUnlisted();
            return new Course(title, lessons);
        }

        private boolean listed(String id, Value entry) {
            if (folder.isFolder(id)) {
                return true;
            }
            if (wanted.test(id)) {
                main.error(entry.line(), Fault.FOLDER_MISSING, id);
            }
            return false;
        }

        private void lesson(String id, int number, List<Lesson> lessons) {
            Lessons reader = new Lessons(folder, id, misconceptions);
            reader.read(number).ifPresent(lessons::add);
            all.addAll(reader.problems());
        }

        private void reportUnlisted() {
            for (String name : folder.names("")) {
                boolean listed = BESIDE_LESSONS.contains(name) || ids.contains(name);
                if (!listed && folder.isFolder(name)) {
                    main.warn(1, Fault.FOLDER_UNLISTED, name);
                } else if (!listed) {
                    main.warn(1, Fault.FILE_STRAY, name);
                }
            }
        }
    }
}
