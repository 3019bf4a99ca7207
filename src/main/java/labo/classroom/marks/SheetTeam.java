package labo.classroom.marks;

import java.text.Normalizer;
import java.util.Locale;

/** Tells whether a group in a worksheet is the one that a folder is named after. Pure. */
final class SheetTeam {
    private SheetTeam() {}

    /** The same for a group's name and for its folder: Moodle makes underscores spaces, and leaves out what file names cannot hold. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}&<>\"`|':\\\\/]|\\.{2,}", "")
                .replaceAll("[_\\s]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
