package labo.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes a lesson to start from: small, whole, and in order as it is. */
public final class NewLesson {
    private static final String MAIN = "course.yaml";

    /** Names that a course's folder has for something else. */
    private static final Set<String> RESERVED = Set.of("schema");

    private static final Map<String, String> IN_LESSON = Map.of(
            "lesson.yaml", "lesson.yaml",
            "introduction.md", "introduction.md",
            "statement.md", "statement.md",
            "starter/server.py", "starter.py");
    private static final Map<String, String> IN_SOLUTIONS = Map.of(
            "right/simple.py", "right-simple.py",
            "right/with.py", "right-with.py",
            "wrong/majuscule.py", "wrong-capital.py",
            "wrong/muet.py", "wrong-silent.py");

    private final Path lessons;
    private final Path solutions;
    private final String id;

    /** Why a lesson cannot be made. */
    public enum Refusal {
        /** It is no id. */
        BAD_ID,
        /** A folder of that name is there, or the course names it. */
        TAKEN,
        /** The course's main file has no list that could be made longer. */
        NO_LIST
    }

    /** A lesson that was not made; nothing was changed. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /**
     * @param lessons the course's folder; it is made where it is not there
     * @param solutions where the course's programs are; likewise
     */
    public NewLesson(Path lessons, Path solutions, String id) {
        this.lessons = lessons;
        this.solutions = solutions;
        this.id = id;
    }

    /**
     * Makes the lesson, and names it at the end of the course.
     *
     * @param schemas the folder of the schemas that editors read, given to a course that is new
     * @return the files that were written, in order
     */
    public List<Path> make(Path schemas) throws IOException, Refused {
        if (!Ids.isId(id) || RESERVED.contains(id)) {
            throw new Refused(Refusal.BAD_ID);
        }
        if (isThere(lessons.resolve(id)) || isThere(solutions.resolve(id)) || isListed()) {
            throw new Refused(Refusal.TAKEN);
        }
        Path main = lessons.resolve(MAIN);
        boolean known = Files.exists(main);
        String list = CourseList.plus(known ? Files.readString(main) : template(MAIN), id)
                .orElseThrow(() -> new Refused(Refusal.NO_LIST));
        Map<Path, String> files = new LinkedHashMap<>();
        add(IN_LESSON, lessons.resolve(id), files);
        add(IN_SOLUTIONS, solutions.resolve(id), files);
        if (!known) {
            for (String name : new Folder(schemas).names("")) {
                files.put(lessons.resolve("schema").resolve(name), Files.readString(schemas.resolve(name)));
            }
        }
        write(files);
        // Last: a course never names a lesson that is not there.
        replace(main, list);
        List<Path> written = new ArrayList<>(files.keySet());
        written.add(main);
        return written;
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isListed() {
        Problems unheard = new Problems(MAIN);
        return new Folder(lessons)
                        .text(MAIN, unheard)
                        .flatMap(text -> Yaml.read(MAIN, text, unheard))
                        .filter(Value::isSection)
                        .map(course -> course.section().list("lessons"))
                        .orElse(List.of())
                        .stream()
                        .filter(Value::isScalar)
                        .anyMatch(lesson -> lesson.literal().equals(id));
    }

    private static void add(Map<String, String> templates, Path folder, Map<Path, String> files) {
        templates.keySet().stream()
                .sorted()
                .forEach(name -> files.put(folder.resolve(name), template(templates.getOrDefault(name, ""))));
    }

    private static void write(Map<Path, String> files) throws IOException {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(Objects.requireNonNull(file.getKey().getParent()));
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static void replace(Path main, String text) throws IOException {
        Path beside = main.resolveSibling(main.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, main, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(NewLesson.class.getResourceAsStream("scaffold/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
