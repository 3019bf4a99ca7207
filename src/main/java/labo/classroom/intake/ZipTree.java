package labo.classroom.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** An archive. Nothing is ever written to the disk; what is wanted of it is read from where it is. */
final class ZipTree implements AutoCloseable {
    /** What Windows wrote names in before it knew better, in France. */
    private static final Charset OLD_WINDOWS = Charset.forName("IBM850");

    private final ZipFile zip;

    private ZipTree(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws IOException if it is no archive, or cut short */
    static ZipTree of(Path file) throws IOException {
        ZipTree tree = new ZipTree(ZipFile.builder()
                .setPath(file)
                .setCharset(StandardCharsets.UTF_8)
                .get());
        if (!tree.garbled()) {
            return tree;
        }
        tree.close();
        return new ZipTree(
                ZipFile.builder().setPath(file).setCharset(OLD_WINDOWS).get());
    }

    /** @throws IOException if it is no archive, or cut short */
    static ZipTree of(byte[] octets) throws IOException {
        ZipTree tree = new ZipTree(inMemory(octets, StandardCharsets.UTF_8));
        return tree.garbled() ? new ZipTree(inMemory(octets, OLD_WINDOWS)) : tree;
    }

    private static ZipFile inMemory(byte[] octets, Charset names) throws IOException {
        SeekableByteChannel channel = new SeekableInMemoryByteChannel(octets);
        return ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setCharset(names)
                .get();
    }

    private boolean garbled() {
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.getGeneralPurposeBit().usesUTF8ForNames())
                .anyMatch(entry -> !isUtf8(entry.getRawName()));
    }

    private static boolean isUtf8(byte[] name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Also entries of one and the same name, each with its own content. */
    List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            leaves.add(new Leaf(
                    Paths.tidy(entry.getName()), kind(entry), modified(entry), () -> zip.getInputStream(entry)));
        }
        return leaves;
    }

    private Leaf.Kind kind(ZipArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Leaf.Kind.FOLDER;
        }
        if (entry.isUnixSymlink()) {
            return Leaf.Kind.LINK;
        }
        return zip.canReadEntryData(entry) ? Leaf.Kind.FILE : Leaf.Kind.SPECIAL;
    }

    private static java.time.@Nullable Instant modified(ZipArchiveEntry entry) {
        FileTime time = entry.getTime() < 0 ? null : entry.getLastModifiedTime();
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
