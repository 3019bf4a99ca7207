package labo.classroom.marks;

/** What may stand in a table's cell. Pure. */
final class Cell {
    private static final String COMMANDS = "=+-@\t\r";

    private Cell() {}

    /**
     * The text, made inert: a spreadsheet takes what begins with = + - @ for a formula (OWASP, "CSV Injection"), also
     * behind spaces; an apostrophe in front keeps it a text.
     */
    static String inert(String text) {
        boolean command = begins(text) || begins(text.stripLeading());
        return command ? "'" + text : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && COMMANDS.indexOf(text.charAt(0)) >= 0;
    }
}
