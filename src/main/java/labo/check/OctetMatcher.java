package labo.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.Octets;
import org.jspecify.annotations.Nullable;

/** Compares octets with what they must be, and says how far they are from it. */
final class OctetMatcher {
    /** How many octets a message shows at most. */
    private static final int SHOWN = 60;

    private OctetMatcher() {}

    static Verdict verdict(OctetMatch match, Octets actual, @Nullable Integer line) {
        try {
            return fits(match, actual) ? new Verdict.Passed() : failed(match, actual, line);
        } catch (BoundedRegex.TooLong unknown) {
            return failed(match, actual, line);
        }
    }

    private static Verdict failed(OctetMatch match, Octets actual, @Nullable Integer line) {
        String observed = actual.isEmpty() ? Texts.of("octets.none") : shown(actual);
        return new Verdict.Failed(describe(match), observed, NearMiss.between(match, actual), line);
    }

    private static boolean fits(OctetMatch match, Octets actual) {
        if (match instanceof OctetMatch.Exact exact) {
            return actual.equals(octets(exact.payload()));
        }
        if (match instanceof OctetMatch.Contains contains) {
            return actual.contains(octets(contains.payload()));
        }
        if (match instanceof OctetMatch.OneOf oneOf) {
            return oneOf.payloads().stream().anyMatch(payload -> actual.equals(octets(payload)));
        }
        if (match instanceof OctetMatch.Matches matches) {
            return BoundedRegex.find(Pattern.compile(matches.regex(), Pattern.DOTALL), actual.latin1());
        }
        if (match instanceof OctetMatch.All all) {
            return all.matches().stream().allMatch(each -> fits(each, actual));
        }
        if (match instanceof OctetMatch.Not not) {
            return !fits(not.match(), actual);
        }
        return actual.isEmpty();
    }

    private static Octets octets(Payload payload) {
        return Octets.of(payload.octets());
    }

    private static String describe(OctetMatch match) {
        if (match instanceof OctetMatch.Exact exact) {
            return shown(octets(exact.payload()));
        }
        if (match instanceof OctetMatch.Contains contains) {
            return Texts.of("octets.contains", shown(octets(contains.payload())));
        }
        if (match instanceof OctetMatch.OneOf oneOf) {
            List<String> each = oneOf.payloads().stream()
                    .map(payload -> shown(octets(payload)))
                    .toList();
            return String.join(Texts.of("pattern.or"), each);
        }
        if (match instanceof OctetMatch.Matches matches) {
            return Texts.of("octets.matches", matches.regex());
        }
        if (match instanceof OctetMatch.All all) {
            return all.matches().stream()
                    .map(OctetMatcher::describe)
                    .collect(Collectors.joining(Texts.of("octets.and")));
        }
        if (match instanceof OctetMatch.Not not) {
            return Texts.of("octets.not", describe(not.match()));
        }
        return Texts.of("octets.nothing");
    }

    /** As Python shows them, the middle of long ones left out. */
    private static String shown(Octets octets) {
        return octets.length() <= SHOWN
                ? octets.python()
                : Texts.of("octets.long", octets.slice(0, SHOWN).python(), octets.length());
    }
}
