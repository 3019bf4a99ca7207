package labo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import labo.grade.Submission;
import labo.observe.Octets;

/** Reads a learner's files, and refuses those that can be no submission. */
final class SubmissionReader {
    /** The most that one file may hold, in octets. */
    static final int MOST_OCTETS = 1 << 20;
    /** The most that all may hold together: an agent's message has 4 MiB, in base64. */
    static final int MOST_OCTETS_TOGETHER = 2 << 20;

    /** PEP 263: one of the first two lines may name another encoding. */
    private static final Pattern DECLARED_ENCODING =
            Pattern.compile("\\A(?:[^\\n]*\\n)?[ \\t\\f]*#[^\\n]*?coding[:=][ \\t]*[-\\w.]+");

    private SubmissionReader() {}

    /**
     * The submission of {@code files}: its program is the one named {@code wanted}, or else the first.
     *
     * @throws Problem if one of them can be no part of a submission
     */
    static Submission read(List<Path> files, String wanted) throws IOException {
        Map<String, Octets> byName = new LinkedHashMap<>();
        int together = 0;
        for (Path file : files) {
            Octets octets = octets(file);
            together += octets.length();
            String name = name(file);
            if (byName.put(name, octets) != null) {
                throw Problem.usage("file.twice", name);
            }
        }
        if (together > MOST_OCTETS_TOGETHER) {
            throw Problem.usage("file.together", together >> 10, MOST_OCTETS_TOGETHER >> 10);
        }
        return new Submission(byName.containsKey(wanted) ? wanted : name(files.get(0)), byName);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Octets octets(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw Problem.usage("file.missing", file);
        }
        if (Files.isDirectory(file)) {
            throw Problem.usage("file.directory", file);
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.usage("file.special", file);
        }
        if (!Files.isReadable(file)) {
            throw Problem.usage("file.unreadable", file);
        }
        byte[] content = beginning(file);
        if (content.length > MOST_OCTETS) {
            throw Problem.usage("file.huge", file, MOST_OCTETS >> 10);
        }
        Octets octets = Octets.of(content);
        if (name(file).endsWith(".py")
                && !isText(content)
                && !DECLARED_ENCODING.matcher(octets.latin1()).find()) {
            throw Problem.usage("file.not-utf8", file);
        }
        return octets;
    }

    /** One octet more than is allowed at most: whatever the file claims to be. */
    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_OCTETS + 1);
        }
    }

    private static boolean isText(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
