package labo.classroom;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How entries are written in the book's columns: JSON, packed where it is long. */
final class EntryForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> MAP = new TypeReference<>() {};

    private EntryForm() {}

    static String list(List<String> texts) throws IOException {
        return JSON.writeValueAsString(texts);
    }

    static String map(Map<String, String> texts) throws IOException {
        return JSON.writeValueAsString(texts);
    }

    static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    static @Nullable JsonNode tree(byte @Nullable [] packed) throws IOException {
        if (packed == null) {
            return null;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readTree(in);
        }
    }

    static Map<String, String> texts(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(in, MAP);
        }
    }

    /** A mark from the columns, named as the book names them. */
    static Mark mark(ResultSet row) throws SQLException, IOException {
        String handedIn = row.getString("handed_in");
        return new Mark(
                row.getLong("id"),
                row.getString("exercise"),
                new Student(row.getString("student"), row.getString("name"), row.getString("moodle")),
                Outcome.of(row.getString("outcome")),
                row.getInt("score"),
                row.getInt("max_score"),
                row.getString("main"),
                JSON.readValue(row.getString("remarks"), LIST),
                JSON.readValue(row.getString("diagnoses"), LIST),
                handedIn == null ? null : Instant.parse(handedIn),
                Instant.parse(row.getString("graded_at")),
                row.getLong("duration_ms"),
                row.getLong("seed"),
                row.getString("sandbox"),
                row.getString("identity"));
    }
}
