package labo.diagnose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import labo.lesson.CheckSpec;
import labo.report.Golden;
import org.junit.jupiter.api.Test;

/**
 * What each misconception says of the failures that show another one, whichever check failed: a list that a person has read. A
 * change of a sign that makes it speak up elsewhere, or be silent, shows as a difference.
 */
final class EachAgainstAllTest {
    private static final Map<String, CheckSpec> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("received", Cases.received(Cases.REPLY));
        CHECKS.put("taken", Cases.taken("bonjour"));
        CHECKS.put("ended", Cases.ended());
        CHECKS.put("peer-end", Cases.peerEnd());
        CHECKS.put("call", Cases.call("listen"));
    }

    @Test
    void whatEachFailureShowsBesides() throws IOException {
        StringBuilder shown = new StringBuilder();
        Cases.all().forEach((id, observed) -> {
            shown.append(id).append('\n');
            Map<String, List<String>> checks = new LinkedHashMap<>();
            CHECKS.forEach((name, check) -> checks.computeIfAbsent(
                            signs(new Case(observed.exercise(), check, observed.timeline(), observed.program())),
                            signs -> new ArrayList<>())
                    .add(name));
            checks.forEach((signs, names) -> shown.append("  ")
                    .append(names.size() == CHECKS.size() ? "any" : String.join(" ", names))
                    .append(": ")
                    .append(signs)
                    .append('\n'));
        });
        Golden.check("misconceptions.txt", shown.toString());
    }

    private static String signs(Case observed) {
        List<String> signs = Misconceptions.all().stream()
                .flatMap(misconception -> sign(misconception, observed).stream())
                .toList();
        return signs.isEmpty() ? "—" : String.join(", ", signs);
    }

    private static Optional<String> sign(Misconception misconception, Case observed) {
        return misconception
                .recognise(observed)
                .map(finding -> misconception.id()
                        + (finding.line() == null ? "" : ":" + finding.line().line())
                        + (finding.parameters().isEmpty()
                                ? ""
                                : finding.parameters().toString()));
    }
}
