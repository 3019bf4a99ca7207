package labo.machine.docker;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The files that an image is built from, and nothing else: what is hashed is what is sent.
 *
 * @param files where each is found, by its path in the context; always {@code Dockerfile} among them
 */
record BuildContext(SortedMap<String, Path> files) {
    static final String DOCKERFILE = "Dockerfile";

    // What Python compiled on this machine, and the tests, are no part of a machine.
    private static final Pattern LEFT_OUT =
            Pattern.compile("(^|/)(__pycache__|tests|\\.[^/]*)(/|$)|\\.pyc$|(^|/)test_[^/]*$");
    private static final int TAG_DIGITS = 16;

    BuildContext {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** A Dockerfile and all files of a folder, except compiled ones, hidden ones and tests, under {@code name/}. */
    static BuildContext of(Path dockerfile, String name, Path folder) {
        SortedMap<String, Path> files = new TreeMap<>(Map.of(DOCKERFILE, dockerfile));
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!LEFT_OUT.matcher(path).find()) {
                    files.put(name + "/" + path, file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuildContext(files);
    }

    /** Names the contents: any change of any file, or of a name, gives another. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Path> file : files.entrySet()) {
                byte[] content = Files.readAllBytes(file.getValue());
                digest.update((file.getKey() + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs the files for the engine; without times and owners, so that it finds again what it has built before. */
    void writeTo(Path archive) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(Files.size(file.getValue()));
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                Files.copy(file.getValue(), tar);
                tar.closeArchiveEntry();
            }
        }
    }
}
