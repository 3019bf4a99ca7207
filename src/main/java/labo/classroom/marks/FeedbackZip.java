package labo.classroom.marks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import labo.classroom.Student;

/**
 * Files for students, in a zip that Moodle's "upload multiple feedback files" takes: a file's name is read up to its fourth
 * underscore, as the participant's name and number and the plugin (mod/assign/feedback/file/importziplib.php).
 */
public final class FeedbackZip {
    private static final int LONGEST_NAME = 100;

    private final ZipOutputStream zip;

    /** @param out is left open */
    public FeedbackZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Adds a file for that student; {@code false} if Moodle has no number for the student, and nothing was added. */
    public boolean add(Student student, String file, byte[] content) throws IOException {
        if (student.id() == null) {
            return false;
        }
        zip.putNextEntry(new ZipEntry(entry(student, student.id(), file)));
        zip.write(content);
        zip.closeEntry();
        return true;
    }

    private static String entry(Student student, String id, String file) {
        String name = student.name()
                .replaceAll("[\\p{Cntrl}\\p{Cf}_/\\\\:*?\"<>|]+", " ")
                .strip();
        String plain = name.isEmpty() || name.startsWith(".") || name.startsWith("~") ? "Participant" : name;
        return plain.substring(
                        0, plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))))
                + "_" + id + "_assignsubmission_file_" + file;
    }

    /** Ends the archive: nothing may be added after this. */
    public void finish() throws IOException {
        zip.finish();
    }
}
