package labo.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import labo.machine.Labs;
import labo.shell.Setup;
import labo.shell.Shell;
import labo.shell.Workshop;
import picocli.CommandLine.Command;

/**
 * For the launcher: goes through what a start of the prompt does, on a terminal that nobody sees, so that the archive of
 * classes made meanwhile holds what a start needs.
 */
@Command(name = "prechauffer", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    /** Turns the first page's screens, asks for what comes early, and leaves. Nothing here waits for a machine. */
    private static final String TYPED = "\n\n\n\n/aide\n\n\n/lecons\n\n/aller socket\n\n\n/quitter\n";

    private final World world;
    private final Failures failures;

    WarmUpCommand(World world, Failures failures) {
        this.world = world;
        this.failures = failures;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("labo-");
        Callable<Labs> machines = () -> world.backstage().labs(Sandbox.LOCAL);
        try (Workshop workshop =
                new LabWorkshop(machines, failures::lines, world.home().resolve("solutions"), List.of())) {
            new Shell(setup(workshop, folder))
                    .rehearse(
                            new ByteArrayInputStream(TYPED.getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream());
        } finally {
            remove(folder);
        }
        return ExitCode.DONE;
    }

    private Setup setup(Workshop workshop, Path folder) {
        return new Setup(
                world.backstage().course(world.home().resolve("lessons")),
                workshop,
                folder,
                folder,
                folder,
                OptionalLong.empty(),
                true,
                true,
                StandardCharsets.UTF_8,
                Map.of());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(WarmUpCommand::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
