package labo.classroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source holds.
 *
 * @param path its names from the source's top, with {@code /} between, and at the end of a folder's; as the source says,
 *     so it may lie
 * @param modified when it was last changed; null where the source does not tell
 */
record Leaf(String path, Kind kind, @Nullable Instant modified, Content content) {
    /** What it is. */
    enum Kind {
        FILE,
        /** Said of folders only, so that one with nothing in it is seen. */
        FOLDER,
        /** A symbolic link: never followed. */
        LINK,
        /** Neither file nor link, or locked by a password. */
        SPECIAL
    }

    /** Where its octets come from. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** The last of its names. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same thing under another path. */
    Leaf at(String other) {
        return new Leaf(other, kind, modified, content);
    }

    /** At most {@code most} octets of it, and one more if there are more: whatever size it claims. */
    byte[] read(int most) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(most + 1);
        }
    }
}
