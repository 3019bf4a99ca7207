package labo.classroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A folder on the disk. Links are listed, never followed. */
final class FolderTree extends SimpleFileVisitor<Path> {
    private final Path top;
    private final DiskNames names;
    private final List<Leaf> leaves = new ArrayList<>();

    private FolderTree(Path top) {
        this.top = top;
        this.names = new DiskNames(top);
    }

    static List<Leaf> leaves(Path top) throws IOException {
        FolderTree tree = new FolderTree(top);
        Files.walkFileTree(top, tree);
        return tree.leaves;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        if (folder.equals(top)) {
            return FileVisitResult.CONTINUE;
        }
        // A clone's date is the day of its cloning: who reads the leaves is told that there was one.
        if (name.equals(Roster.CLONE)) {
            add(folder, Leaf.Kind.SPECIAL, attributes);
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (Paths.isClutter(name) || Files.exists(folder.resolve("pyvenv.cfg"))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        leaves.add(new Leaf(path(folder) + "/", Leaf.Kind.FOLDER, null, InputStream::nullInputStream));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Leaf.Kind kind = attributes.isSymbolicLink()
                ? Leaf.Kind.LINK
                : attributes.isRegularFile() ? Leaf.Kind.FILE : Leaf.Kind.SPECIAL;
        add(file, kind, attributes);
        return FileVisitResult.CONTINUE;
    }

    /** A folder that may not be read counts as one thing that is no file. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
        leaves.add(new Leaf(path(file), Leaf.Kind.SPECIAL, null, () -> {
            throw failed;
        }));
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, Leaf.Kind kind, BasicFileAttributes attributes) {
        leaves.add(new Leaf(
                path(file), kind, attributes.lastModifiedTime().toInstant(), () -> Files.newInputStream(file)));
    }

    private String path(Path file) {
        return Paths.tidy(names.path(file));
    }
}
