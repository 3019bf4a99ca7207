package labo.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comments at the top of a catalogued program: {@code # field: value}, one a line, up to the first other line.
 *
 * @param fields by name
 */
record SolutionHeader(Map<String, Field> fields) {
    /** A field's value, and the line where it stands. */
    record Field(String value, int line) {}

    static final String KIND = "labo";
    static final String FAILS = "échoue";
    static final String DIAGNOSIS = "diagnostic";
    static final String SANDBOX = "bac";
    static final String SAYS = "dit";

    private static final List<String> KNOWN = List.of(KIND, FAILS, DIAGNOSIS, SANDBOX, SAYS);
    private static final Pattern LINE = Pattern.compile("#\\s*(?<name>\\p{L}+)\\s*:\\s*(?<value>.*?)\\s*");

    SolutionHeader {
        fields = Map.copyOf(fields);
    }

    static SolutionHeader read(String program, Problems problems) {
        Map<String, Field> fields = new LinkedHashMap<>();
        int number = 0;
        for (String line : program.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                break;
            }
            add(fields, matcher.group("name"), new Field(matcher.group("value"), number), problems);
        }
        return new SolutionHeader(fields);
    }

    private static void add(Map<String, Field> fields, String name, Field field, Problems problems) {
        if (!KNOWN.contains(name)) {
            problems.unknownWord(
                    field.line(), Fault.SOLUTION_HEADER_UNKNOWN, Fault.SOLUTION_HEADER_UNKNOWN_SUGGESTION, name, KNOWN);
        } else if (fields.putIfAbsent(name, field) != null) {
            problems.error(field.line(), Fault.SOLUTION_HEADER_TWICE, name);
        }
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    /** Where it stands in {@code file}. */
    Solution.Header place(String file) {
        int kind = line(KIND, 1);
        return new Solution.Header(file, kind, line(FAILS, kind), line(DIAGNOSIS, kind));
    }

    private int line(String name, int otherwise) {
        Field field = fields.get(name);
        return field == null ? otherwise : field.line();
    }

    /** A field that must be there and say something; where it does not, that is reported. */
    Optional<Field> required(String name, Problems problems) {
        Field field = fields.get(name);
        if (field == null || field.value().isBlank()) {
            problems.error(field == null ? 1 : field.line(), Fault.SOLUTION_HEADER_FIELD_MISSING, name);
            return Optional.empty();
        }
        return Optional.of(field);
    }

    void reportMisplaced(String name, Problems problems) {
        Field field = fields.get(name);
        if (field != null) {
            problems.error(field.line(), Fault.SOLUTION_HEADER_FIELD_MISPLACED, name);
        }
    }
}
