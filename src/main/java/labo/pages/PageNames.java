package labo.pages;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import labo.classroom.Student;

/** Names of files for students' pages: plain letters, the same each time, and harmless whatever a student is called. */
final class PageNames {
    private static final int LONGEST = 40;

    private PageNames() {}

    /** The path from the class page, with {@code /}. */
    static String of(Student student) {
        return "etudiants/" + stem(student) + ".html";
    }

    /** What tells one student's files from all others': letters, digits and hyphens. */
    static String stem(Student student) {
        CRC32 crc = new CRC32();
        crc.update(student.key().getBytes(StandardCharsets.UTF_8));
        String tail = HexFormat.of().toHexDigits((int) crc.getValue());
        String plain = Normalizer.normalize(student.name(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String lead = plain.substring(0, Math.min(LONGEST, plain.length()));
        return (lead.isEmpty() ? "" : lead + "-") + tail;
    }
}
