package labo.classroom.marks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.classroom.Mark;
import org.jspecify.annotations.Nullable;

/** The marks for programs: one JSON object a line, absent facts null. */
public final class MarksLines {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Ledger ledger;

    public MarksLines(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Writes the marks, and leaves {@code out} open. */
    public void write(List<Mark> marks, Appendable out) throws IOException {
        for (Mark mark : marks) {
            out.append(mapper.writeValueAsString(json(mark))).append('\n');
        }
    }

    private Map<String, @Nullable Object> json(Mark mark) {
        boolean marked = mark.outcome().marked();
        Scale.Given given = marked ? ledger.give(mark) : null;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("key", mark.student().key());
        json.put("name", mark.student().name());
        json.put("id", mark.student().id());
        json.put("exercise", mark.exercise());
        json.put("outcome", mark.outcome().term());
        json.put("score", marked ? mark.score() : null);
        json.put("maxScore", marked ? mark.maxScore() : null);
        json.put("outOf", ledger.outOf(mark));
        json.put("earned", given == null ? null : given.earned());
        json.put("latenessS", given == null ? null : given.lateness().toSeconds());
        json.put("penalty", given == null ? null : given.penalty());
        json.put("given", given == null ? null : given.given());
        json.put("program", mark.main().isEmpty() ? null : mark.main());
        json.put("diagnoses", mark.diagnoses());
        json.put("remarks", mark.remarks());
        json.put("handedIn", text(ledger.handedIn(mark)));
        json.put("gradedAt", mark.gradedAt().toString());
        json.put("durationMs", mark.durationMs());
        json.put("seed", mark.seed());
        json.put("sandbox", mark.sandbox());
        return json;
    }

    private static @Nullable String text(@Nullable Object known) {
        return known == null ? null : known.toString();
    }
}
