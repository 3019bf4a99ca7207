package labo.catalog;

import java.util.regex.Pattern;

/** Reads port numbers. */
final class Ports {
    static final int LEAST = 1;
    static final int MOST = 65_535;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*\\}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    private Ports() {}

    /** A port number, or the name of a value. */
    static String template(Value value, Names names) {
        String port = value.literalTemplate(names);
        if (value.isScalar() && !REFERENCE.matcher(port).matches() && !isPort(port)) {
            value.problems().error(value.line(), Fault.PORT_BAD, port);
        }
        return port;
    }

    private static boolean isPort(String digits) {
        return DIGITS.matcher(digits).matches()
                && LEAST <= Integer.parseInt(digits)
                && Integer.parseInt(digits) <= MOST;
    }
}
