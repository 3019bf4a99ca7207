package labo.machine.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import labo.machine.FolderRemoval;

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
                FolderRemoval.remove(folder);
            }
        } catch (IOException e) {
            // A folder that cannot be listed holds nothing that this lab would stumble on.
        }
    }
}
