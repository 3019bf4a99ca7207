package labo.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a course that comes as a zip from elsewhere. Nothing in it is trusted: neither names, nor sizes, nor that an
 * entry is a file. It is unpacked whole or not at all.
 */
public final class CourseArchive {
    /** Ten times what a course of this kind has. */
    private static final int MOST_ENTRIES = 5_000;

    /** What all files may hold together, in octets. */
    private static final long MOST_OCTETS = 64L << 20;

    // What a file system may take for something else than a name of ours: separators, drives, wildcards, controls.
    private static final Pattern NAME = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}]{1,200}");

    private final Path into;
    private final Set<String> seen = new HashSet<>();
    private long octets;

    /** Why an archive is refused. */
    public enum Reason {
        /** It cannot be read as a zip. */
        NOT_A_ZIP,
        /** An entry's name leads out of the folder, or is no name at all. */
        BAD_NAME,
        /** An entry is a link. */
        LINK,
        /** An entry is encrypted, or packed in a way that is not known here. */
        UNREADABLE,
        /** Two entries have the same name, for a file system that does not tell capitals. */
        TWICE,
        /** It has too many entries. */
        TOO_MANY,
        /** What is unpacked is too big. */
        TOO_BIG
    }

    /** An archive that was not unpacked. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final String entry;

        Refused(Reason reason, String entry) {
            super(reason + " " + entry);
            this.reason = reason;
            this.entry = entry;
        }

        public Reason reason() {
            return reason;
        }

        /** The entry's name, as it stands in the archive; empty where it is about the archive as a whole. */
        public String entry() {
            return entry;
        }
    }

    private CourseArchive(Path into) {
        this.into = into;
    }

    /**
     * Unpacks {@code archive}.
     *
     * @param into an empty folder that nobody else may change
     * @throws Refused if anything in it is not in order; what was unpacked before is in {@code into} still
     * @throws IOException if the folder cannot be written
     */
    public static void unpack(Path archive, Path into) throws IOException, Refused {
        try (ZipFile zip = open(archive)) {
            new CourseArchive(into).unpack(zip);
        }
    }

    private static ZipFile open(Path archive) throws Refused {
        try {
            return ZipFile.builder().setPath(archive).get();
        } catch (IOException unreadable) {
            throw new Refused(Reason.NOT_A_ZIP, "");
        }
    }

    private void unpack(ZipFile zip) throws IOException, Refused {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new Refused(Reason.TOO_MANY, "");
        }
        for (ZipArchiveEntry entry : entries) {
            Path target = target(entry);
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.resolveSibling("."));
                write(zip, entry, target);
            }
        }
    }

    private Path target(ZipArchiveEntry entry) throws Refused {
        String name = entry.getName();
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        Path target = into;
        for (String part : path.split("/", -1)) {
            if (!NAME.matcher(part).matches() || part.equals(".") || part.equals("..")) {
                throw new Refused(Reason.BAD_NAME, name);
            }
            target = target.resolve(part);
        }
        boolean ordinary = entry.getUnixMode() == 0 || entry.isDirectory() || isFile(entry.getUnixMode());
        if (entry.isUnixSymlink() || !ordinary) {
            throw new Refused(Reason.LINK, name);
        }
        if (!entry.isDirectory() && !seen.add(path.toLowerCase(Locale.ROOT))) {
            throw new Refused(Reason.TWICE, name);
        }
        return target;
    }

    // stat(2): S_IFMT and S_IFREG; some writers leave the type out.
    private static boolean isFile(int mode) {
        int type = mode & 0170000;
        return type == 0100000 || type == 0;
    }

    private void write(ZipFile zip, ZipArchiveEntry entry, Path target) throws IOException, Refused {
        if (!zip.canReadEntryData(entry)) {
            throw new Refused(Reason.UNREADABLE, entry.getName());
        }
        byte[] buffer = new byte[1 << 13];
        CRC32 sum = new CRC32();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int read = read(in, buffer, entry); read >= 0; read = read(in, buffer, entry)) {
                octets += read;
                if (octets > MOST_OCTETS) {
                    throw new Refused(Reason.TOO_BIG, entry.getName());
                }
                out.write(buffer, 0, read);
                sum.update(buffer, 0, read);
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new Refused(Reason.UNREADABLE, entry.getName());
        }
    }

    private static int read(InputStream in, byte[] buffer, ZipArchiveEntry entry) throws Refused {
        try {
            return in.read(buffer);
        } catch (IOException corrupt) {
            throw new Refused(Reason.UNREADABLE, entry.getName());
        }
    }

    /** Whether {@code file} begins as a zip does. */
    public static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        }
    }
}
