package labo.catalog;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;

/** The list of lessons in a course's main file. */
final class CourseList {
    private CourseList() {}

    /**
     * The file with one lesson more at the end of its list; all else, comments too, stays as it is.
     *
     * @return empty where there is no list that could be made longer
     */
    static Optional<String> plus(String yaml, String id) {
        Optional<Value> lessons = Yaml.read("course", yaml, new Problems("course"))
                .filter(Value::isSection)
                .flatMap(course -> course.section().value("lessons"));
        if (lessons.isEmpty()) {
            return Optional.empty();
        }
        List<Value> entries = lessons.get().isList() ? lessons.get().list() : List.of();
        if (entries.isEmpty()) {
            return lessons.get().isNothing()
                    ? Optional.of(yaml.stripTrailing() + "\n  - " + id + "\n")
                    : Optional.empty();
        }
        Value last = entries.get(entries.size() - 1);
        return last.node()
                .getEndMark()
                .map(end -> isFlow(lessons.get())
                        ? insert(yaml, offset(yaml, end), ", " + id)
                        : afterLine(yaml, offset(yaml, end), id));
    }

    private static boolean isFlow(Value list) {
        return list.node() instanceof CollectionNode<?> node && node.getFlowStyle() == FlowStyle.FLOW;
    }

    // A mark counts code points, a string char units.
    private static int offset(String yaml, Mark mark) {
        return yaml.offsetByCodePoints(0, mark.getIndex());
    }

    private static String insert(String text, int at, String what) {
        return text.substring(0, at) + what + text.substring(at);
    }

    private static String afterLine(String yaml, int at, String id) {
        int end = yaml.indexOf('\n', at);
        int stop = end < 0 ? yaml.length() : end;
        String line = yaml.substring(yaml.lastIndexOf('\n', at - 1) + 1, stop);
        String indent = line.substring(0, line.indexOf('-'));
        return insert(yaml, stop, "\n" + indent + "- " + id);
    }
}
