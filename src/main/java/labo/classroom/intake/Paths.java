package labo.classroom.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of a source's things say. Pure. */
final class Paths {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    /** What tools leave beside programs, and nobody hands in. */
    private static final Set<String> TOOLS = Set.of(
            "__macosx", "__pycache__", "node_modules", "site-packages", "venv", "env", "thumbs.db", "desktop.ini");

    private Paths() {}

    /** With {@code /} between names, and each accent one character with its letter (macOS writes two). */
    static String tidy(String path) {
        return Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
    }

    /** Whether it leads out of the folder that it should be in. */
    static boolean leadsOut(String path) {
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || path.indexOf('\0') >= 0
                || Arrays.asList(path.split("/", -1)).contains("..");
    }

    /** Whether it is hidden, or a tool's. */
    static boolean isClutter(String path) {
        return Arrays.stream(path.split("/"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> isHidden(name) || TOOLS.contains(name));
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") && !name.equals("..") && !name.equals(".");
    }

    /** Whether one of the folders on the way has that name. */
    static boolean isUnder(String path, String folder) {
        return path.startsWith(folder + "/") || path.contains("/" + folder + "/");
    }

    /** The first name; the whole if there is one name. */
    static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** What follows the first name; the whole if there is one name. */
    static String rest(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    /** The last name. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name without what follows its last dot. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** Whether its name ends so, in small letters or capitals. */
    static boolean ends(String path, String... endings) {
        String small = path.toLowerCase(Locale.ROOT);
        return Arrays.stream(endings).anyMatch(small::endsWith);
    }
}
