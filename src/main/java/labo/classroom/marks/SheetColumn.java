package labo.classroom.marks;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of Moodle's offline grading worksheet that matter here, by the names that they have in French and English. */
enum SheetColumn {
    ID("identifiant", "identifier"),
    NAME("nom complet", "full name"),
    /** Where work is handed in by groups (mod/assign/gradingtable.php, "submissionteam"). */
    TEAM("groupe", "group"),
    GRADE("note", "grade"),
    BEST("note maximale", "maximum grade"),
    OPEN("la note peut être modifiée", "la note peut être changée", "grade can be changed"),
    HANDED_IN(
            "dernière modification (travail remis)",
            "dernière modification (remise)",
            "dernière modification (soumission)",
            "last modified (submission)"),
    COMMENT("feedback par commentaires", "commentaires de feedback", "commentaires (feedback)", "feedback comments");

    @SuppressWarnings("ImmutableEnumChecker") // what List.of gives cannot be changed
    private final List<String> names;

    SheetColumn(String... names) {
        this.names = List.of(names);
    }

    /** The column of that header, if it is one of these. */
    static Optional<SheetColumn> of(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        for (SheetColumn column : values()) {
            if (column.names.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
