package labo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads TAP 14 as strictly as its specification lets a harness do: a line that is not TAP is an error. */
final class TapParser {
    private static final Pattern POINT =
            Pattern.compile("(ok|not ok) (\\d+) - ((?:\\\\[\\\\#]|[^\\\\#])*?)(?: # (SKIP|TODO)(?: (.*))?)?");
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");

    private final List<String> lines;
    private final List<Point> points = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private int at;

    /** What a test point says; {@code facts} is its YAML block. */
    record Point(boolean ok, String description, @Nullable String skip, Map<?, ?> facts) {}

    /** A whole run; {@code bailedOut} is the reason where it did. */
    record Run(
            List<Point> points,
            List<String> comments,
            @Nullable String bailedOut) {}

    private TapParser(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the last line does not end");
        }
        lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    static Run parse(String text) {
        return new TapParser(text).run();
    }

    private Run run() {
        if (!next().equals("TAP version 14")) {
            throw new IllegalArgumentException("no version: " + lines.get(0));
        }
        Matcher plan = PLAN.matcher(next());
        if (!plan.matches()) {
            throw new IllegalArgumentException("no plan: " + lines.get(1));
        }
        String bailedOut = null;
        while (at < lines.size()) {
            String line = next();
            if (line.startsWith("# ")) {
                comments.add(line.substring(2));
            } else if (line.startsWith("Bail out! ")) {
                bailedOut = line.substring("Bail out! ".length());
                if (at < lines.size()) {
                    throw new IllegalArgumentException("something after the bail out");
                }
            } else {
                points.add(point(line));
            }
        }
        if (points.size() != Integer.parseInt(plan.group(1))) {
            throw new IllegalArgumentException("planned " + plan.group(1) + ", found " + points.size());
        }
        return new Run(points, comments, bailedOut);
    }

    private String next() {
        return lines.get(at++);
    }

    private Point point(String line) {
        Matcher point = POINT.matcher(line);
        if (!point.matches()) {
            throw new IllegalArgumentException("not TAP: " + line);
        }
        if (Integer.parseInt(point.group(2)) != points.size() + 1) {
            throw new IllegalArgumentException("out of order: " + line);
        }
        String skip = point.group(4) == null ? null : point.group(5);
        return new Point(
                point.group(1).equals("ok"), point.group(3).replaceAll("\\\\([\\\\#])", "$1"), skip, diagnostics());
    }

    private Map<?, ?> diagnostics() {
        if (at == lines.size() || !lines.get(at).equals("  ---")) {
            return Map.of();
        }
        next();
        StringBuilder yaml = new StringBuilder();
        while (!lines.get(at).equals("  ...")) {
            String line = next();
            if (!line.startsWith("  ")) {
                throw new IllegalArgumentException("not in the block: " + line);
            }
            yaml.append(line.substring(2)).append('\n');
        }
        next();
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml.toString());
    }
}
