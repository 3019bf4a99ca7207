package labo.machine.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The temporary folders of machine A's programs. Made and swept only by who has the {@link HostTurn}. */
final class WorkFolder {
    static final String PREFIX = "labo-machine-a-";

    private WorkFolder() {}

    /** A new empty folder in {@code parent}, open to its owner only. */
    static Path create(Path parent) throws IOException {
        return Files.createTempDirectory(parent, PREFIX);
    }

    /** Removes what labs whose JVM was killed left in {@code parent}: under the turn, no other lab is alive. */
    static void sweep(Path parent) {
        try (DirectoryStream<Path> stale = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : stale) {
                remove(folder);
            }
        } catch (IOException e) {
            // A folder that cannot be listed holds nothing that this lab would stumble on.
        }
    }

    /** Removes a folder with all that is in it, as far as permitted; follows no links. */
    static void remove(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException e) {
            // Another user's folder, or one in use: the next lab tries again.
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // The learner's program may have left a folder without permissions.
            folder.toFile().setWritable(true, true);
            folder.toFile().setReadable(true, true);
            folder.toFile().setExecutable(true, true);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
