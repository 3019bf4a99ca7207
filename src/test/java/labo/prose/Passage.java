package labo.prose;

/**
 * A French text, and where it stands.
 *
 * @param line of its first line, from 1
 * @param literal whether each of its lines has a line of its own in the file
 * @param markdown whether it is Markdown
 */
record Passage(String file, int line, boolean literal, boolean markdown, String text) {
    /** Where {@code offset} in the text is, as compilers write it. */
    String place(int offset) {
        long down = literal ? text.substring(0, offset).lines().count() : 1;
        return file + ":" + (line + Math.max(0, down - 1));
    }
}
