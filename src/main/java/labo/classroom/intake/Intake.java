package labo.classroom.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import labo.classroom.Collected;
import labo.classroom.HandIn;
import labo.classroom.Student;
import labo.lesson.Exercise;
import org.jspecify.annotations.Nullable;

/**
 * What a class handed in: a folder, or a zip of one, in any form that {@link Roster} knows. Holds names alone; contents are
 * read from where they are when they are wanted, and nothing is unpacked on the disk. Thread-safe.
 */
public final class Intake implements AutoCloseable {
    private final List<HandIn> handIns;
    private final @Nullable ZipTree archive;

    private Intake(List<Leaf> leaves, Exercise exercise, @Nullable ZipTree archive) {
        Collector collector = new Collector(exercise);
        this.archive = archive;
        this.handIns = Roster.shares(leaves).stream()
                .<HandIn>map(share -> new Shared(share, collector))
                .toList();
    }

    /** One student's share of the source. */
    private record Shared(Roster.Share share, Collector collector) implements HandIn {
        @Override
        public Student student() {
            return share.student();
        }

        @Override
        public Collected collect() throws IOException {
            return collector.collect(share.leaves());
        }
    }

    /**
     * Opens the source.
     *
     * @param exercise what is to be graded: it says which file is meant
     * @throws IOException if {@code source} cannot be read, or is neither a folder nor a whole zip
     */
    public static Intake open(Path source, Exercise exercise) throws IOException {
        if (Files.isDirectory(source)) {
            return new Intake(FolderTree.leaves(source), exercise, null);
        }
        ZipTree archive = ZipTree.of(source);
        return new Intake(archive.leaves(), exercise, archive);
    }

    /** One for each student, by name. */
    public List<HandIn> handIns() {
        return handIns;
    }

    /** Its hand-ins can no longer be read. */
    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
