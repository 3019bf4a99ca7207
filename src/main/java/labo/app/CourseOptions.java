package labo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import labo.catalog.CourseArchive;
import labo.catalog.Nearest;
import labo.lesson.Course;
import labo.lesson.Exercise;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which course: the lab's own, one in a folder, or one in a zip, which is unpacked for as long as the command runs. */
final class CourseOptions implements AutoCloseable {
    private static final String MAIN = "course.yaml";
    private static final String LESSONS = "lessons";

    @Option(names = "--lecons", paramLabel = "DOSSIER|ZIP", descriptionKey = "lecons")
    private @Nullable String given;

    private @Nullable TemporaryFolder unpacked;

    /**
     * The folder of the course: the one given, or the folder {@code lessons} in it.
     *
     * @throws Problem if it is a zip that cannot be unpacked
     */
    Path lessons(World world) {
        if (given == null) {
            return world.home().resolve(LESSONS);
        }
        Path path = world.path(given);
        return within(Files.isRegularFile(path) ? unpacked(path) : path);
    }

    /** Whether the course is another than the lab's own: its author is not the lab's. */
    boolean foreign(World world) {
        return given != null && !same(lessons(world), world.home().resolve(LESSONS));
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path within(Path folder) {
        Path below = folder.resolve(LESSONS);
        return !Files.exists(folder.resolve(MAIN)) && Files.exists(below.resolve(MAIN)) ? below : folder;
    }

    private Path unpacked(Path archive) {
        TemporaryFolder known = unpacked;
        if (known == null) {
            known = unpack(archive);
            unpacked = known;
        }
        return top(known.path());
    }

    private static TemporaryFolder unpack(Path archive) {
        TemporaryFolder folder = TemporaryFolder.create("labo-cours-");
        boolean whole = false;
        try {
            if (!CourseArchive.isZip(archive)) {
                throw Problem.usage("archive.not_a_zip", archive, "");
            }
            CourseArchive.unpack(archive, folder.path());
            whole = true;
            return folder;
        } catch (CourseArchive.Refused refused) {
            String reason = refused.reason().name().toLowerCase(Locale.ROOT);
            throw Problem.usage("archive." + reason, archive, refused.entry()).causedBy(refused);
        } catch (IOException failed) {
            throw Problem.environment("io", String.valueOf(failed.getMessage())).causedBy(failed);
        } finally {
            if (!whole) {
                folder.close();
            }
        }
    }

    /** A zip of a folder holds that folder alone: then what is in it is meant. */
    private static Path top(Path folder) {
        if (!within(folder).equals(folder) || Files.exists(folder.resolve(MAIN))) {
            return folder;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.toList();
            return all.size() == 1 && Files.isDirectory(all.get(0)) ? all.get(0) : folder;
        } catch (IOException unreadable) {
            return folder;
        }
    }

    @Override
    public void close() {
        TemporaryFolder folder = unpacked;
        unpacked = null;
        if (folder != null) {
            folder.close();
        }
    }

    /**
     * The exercise of that id. The other lessons are read only to say what there is instead.
     *
     * @throws Problem if the course has none
     */
    Exercise exercise(World world, String id) {
        Path lessons = lessons(world);
        return world.backstage()
                .exercise(lessons, id)
                .orElseThrow(() -> unknown(world.backstage().course(lessons), id));
    }

    private static Problem unknown(Course known, String id) {
        List<String> ids = known.exercises().stream().map(Exercise::id).toList();
        return Nearest.to(id, ids)
                .map(near -> Problem.usage("exercise.near", id, near))
                .orElseGet(() -> Problem.usage("exercise.unknown", id, String.join(", ", ids)));
    }
}
