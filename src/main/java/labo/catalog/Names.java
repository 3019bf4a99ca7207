package labo.catalog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names whose values templates may use as {@code ${name}}. */
record Names(Set<String> known) {
    /** Those that every scenario and lesson has. */
    static final Names ALWAYS = new Names(Set.of("port", "addressA", "addressB"));

    private static final Pattern OPENING = Pattern.compile("\\$\\{");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}\\n]*)\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    Names {
        known = Set.copyOf(known);
    }

    Names plus(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(more);
        return new Names(all);
    }

    /** Reports {@code name}, about to be given a value, if it is not a name or has one already. */
    void checkNew(String name, int line, Problems problems) {
        if (!NAME.matcher(name).matches()) {
            problems.error(line, Fault.NAME_MALFORMED, name);
        } else if (known.contains(name)) {
            problems.error(line, Fault.NAME_TAKEN, name);
        }
    }

    /** Reports the references of {@code template} that have no value. */
    void check(String template, int line, Problems problems) {
        Matcher reference = REFERENCE.matcher(template);
        int complete = 0;
        while (reference.find()) {
            complete++;
            String name = reference.group(1);
            if (!known.contains(name)) {
                problems.unknownWord(
                        line,
                        Fault.NAME_UNKNOWN,
                        Fault.NAME_UNKNOWN_SUGGESTION,
                        name,
                        known.stream().sorted().toList());
            }
        }
        if (OPENING.matcher(template).results().count() > complete) {
            problems.error(line, Fault.NAME_UNFINISHED);
        }
    }

    /** The template with {@code stand} in place of every reference. */
    static String replaceAll(String template, String stand) {
        return REFERENCE.matcher(template).replaceAll(Matcher.quoteReplacement(stand));
    }
}
