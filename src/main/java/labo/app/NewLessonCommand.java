package labo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import labo.catalog.NewLesson;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labo nouvelle-lecon}: a lesson to start from, which {@code valider} accepts as it is. */
@Command(name = "nouvelle-lecon")
final class NewLessonCommand implements Callable<Integer> {
    private final World world;
    private final Texts texts;

    @SuppressWarnings("UnusedVariable") // it adds options that others read
    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--lecons", paramLabel = "DOSSIER", descriptionKey = "nouveau-cours")
    private @Nullable String folder;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "nouvel-id")
    private String id = "";

    NewLessonCommand(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        Path lessons = lessons();
        try {
            List<Path> written = new NewLesson(lessons, lessons.resolveSibling("solutions"), id)
                    .make(world.home().resolve("lessons/schema"));
            written.forEach(file -> world.terminal().out().println(shown(file)));
        } catch (NewLesson.Refused refused) {
            String refusal = refused.refusal().name().toLowerCase(Locale.ROOT);
            throw Problem.usage("new-lesson." + refusal, id, lessons).causedBy(refused);
        }
        world.terminal()
                .out()
                .println(texts.get("new-lesson.next", id, lessons.resolve(id).resolve("lesson.yaml")));
        return ExitCode.DONE;
    }

    /** Of a folder that is no course yet, its {@code lessons}: the programs come beside them. */
    private Path lessons() {
        if (folder == null) {
            return world.home().resolve("lessons");
        }
        Path given = world.path(folder).normalize();
        return Files.exists(given.resolve("course.yaml")) ? given : given.resolve("lessons");
    }

    private String shown(Path file) {
        Path here = world.directory().toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }
}
