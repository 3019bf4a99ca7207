package labo.app;

import java.util.Locale;

/** The forms in which a class's hand-ins come: where each student's file lies in the source. */
enum ClassForm {
    /** A folder with a folder for each student. */
    FOLDERS(false, false, "%1$s/%3$s"),
    /** A folder with a file for each student. */
    FILES(false, false, "%1$s.py"),
    /** A zip of the former, with a folder around it, as a file manager makes it. */
    ZIPPED_FOLDERS(true, false, "classe/%1$s/%3$s"),
    ZIPPED_FILES(true, false, "%1$s.py"),
    /** What Moodle gives since 3.1: a folder for each student and plugin. */
    MOODLE(true, true, "%1$s_%2$d_assignsubmission_file/%3$s"),
    /** The same with the underscore of some releases. */
    MOODLE_OLD(true, true, "%1$s_%2$d_assignsubmission_file_/%3$s"),
    /** Moodle's download without folders. */
    MOODLE_FLAT(true, true, "%1$s_%2$d_assignsubmission_file_%3$s"),
    /** Of an assignment that is marked without names. */
    BLIND(true, true, "Participant_%2$d_assignsubmission_file_/%3$s"),
    /** Of an assignment handed in by groups. */
    GROUPS(true, true, "Groupe A-%1$s_%2$d_assignsubmission_file_/%3$s"),
    /** Programs typed into Moodle's editor. */
    ONLINE_TEXT(true, true, "%1$s_%2$d_assignsubmission_onlinetext_/onlinetext.html"),
    /** Repositories of GitHub Classroom, cloned side by side. */
    CLONES(false, false, "tp-sockets-submissions/tp-%1$s/%3$s");

    private final boolean zipped;
    private final boolean numbered;
    private final String path;

    ClassForm(boolean zipped, boolean numbered, String path) {
        this.zipped = zipped;
        this.numbered = numbered;
        this.path = path;
    }

    /** Whether it is one file. */
    boolean zipped() {
        return zipped;
    }

    /** Whether Moodle's number tells students apart, so that two may have one name. */
    boolean numbered() {
        return numbered;
    }

    /** Whether the source can hold an empty folder of a student's. */
    boolean hasFolders() {
        return this != FILES && this != ZIPPED_FILES && this != MOODLE_FLAT;
    }

    /** Where a student's file of that name lies, from the source's top. */
    String path(String student, int id, String file) {
        return String.format(Locale.ROOT, path, student, id, file);
    }
}
