package labo.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Finds out what this process writes to. The launcher says what only a shell can ask. */
final class Terminals {
    private static final int USUAL_COLUMNS = 80;

    private Terminals() {}

    /**
     * This process's terminal.
     *
     * @param properties the system properties: the launcher gives {@code labo.terminal}, the digits of those of the
     *     file descriptors 0, 1 and 2 that are terminals, and {@code labo.columns}
     */
    static Terminal system(Properties properties, Map<String, String> environment) {
        String descriptors = properties.getProperty("labo.terminal", guessed(properties));
        boolean out = descriptors.contains("1");
        boolean err = descriptors.contains("2");
        Charset charset = out ? charset(properties, environment) : StandardCharsets.UTF_8;
        boolean unicode = charset.newEncoder().canEncode('✔') && !"linux".equals(environment.get("TERM"));
        return new Terminal(
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                charset,
                descriptors.contains("0") && out,
                out,
                err,
                unicode,
                columns(properties, environment));
    }

    /** Without the launcher's word: these properties are set for what is a terminal. */
    private static String guessed(Properties properties) {
        boolean out = properties.containsKey("sun.stdout.encoding");
        boolean err = properties.containsKey("sun.stderr.encoding");
        return (out ? "01" : "") + (err ? "2" : "");
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }

    /**
     * The terminal's encoding: what the locale names. The locales that name none (C, POSIX) are taken for UTF-8, as
     * Python does (PEP 538): a terminal that is not is rarer than a locale nobody set.
     */
    private static Charset charset(Properties properties, Map<String, String> environment) {
        if (properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return named(properties.getProperty("sun.stdout.encoding", ""));
        }
        String locale = firstOf(environment, "LC_ALL", "LC_CTYPE", "LANG");
        int dot = locale.indexOf('.');
        return named(dot < 0 ? "" : locale.substring(dot + 1).replaceFirst("@.*", ""));
    }

    private static Charset named(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String firstOf(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static int columns(Properties properties, Map<String, String> environment) {
        String given = properties.getProperty("labo.columns", environment.getOrDefault("COLUMNS", ""));
        try {
            int columns = Integer.parseInt(given.trim());
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (NumberFormatException unknown) {
            return USUAL_COLUMNS;
        }
    }
}
