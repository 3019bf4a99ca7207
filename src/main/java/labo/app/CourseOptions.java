package labo.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which course. */
final class CourseOptions {
    @Option(names = "--lecons", paramLabel = "DOSSIER", descriptionKey = "lecons")
    private @Nullable String lessons;

    /** The folder of the course. */
    Path lessons(World world) {
        return lessons == null ? world.home().resolve("lessons") : world.path(lessons);
    }
}
