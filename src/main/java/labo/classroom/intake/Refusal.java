package labo.classroom.intake;

/** Ends the reading of one student's files: why, as a French sentence. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
