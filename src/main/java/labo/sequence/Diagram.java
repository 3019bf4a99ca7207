package labo.sequence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.Ending;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.observe.Timeline;
import labo.observe.tcp.TcpState;
import labo.sequence.Passage.Change;
import org.jspecify.annotations.Nullable;

/**
 * The exchange between the two machines, row by row, as it was observed: nothing is drawn that no event told. Immutable.
 *
 * @param rows in order of time, numbered from 1
 * @param sockets which connection, or exchange of datagrams, each of A's sockets took part in, by the agent's number for
 *     the socket
 */
public record Diagram(Facts facts, Ending ending, List<Row> rows, Map<Integer, Flow> sockets) {
    public Diagram {
        rows = List.copyOf(rows);
        sockets = Map.copyOf(sockets);
    }

    /** The diagram of all that a timeline tells. */
    public static Diagram of(Timeline timeline) {
        return new Drawing(timeline).diagram();
    }

    /** The row of that number, if there is one. */
    public Optional<Row> row(int number) {
        return number >= 1 && number <= rows.size() ? Optional.of(rows.get(number - 1)) : Optional.empty();
    }

    /** The packets, in order. */
    public Stream<Row.Sent> packets() {
        return rows.stream().filter(Row.Sent.class::isInstance).map(Row.Sent.class::cast);
    }

    /** All of it, its repeated and long parts folded so that at most about {@code most} lines remain. */
    public List<Item> folded(int most) {
        return Folding.of(rows).whole(most);
    }

    /**
     * The part to look at after a failure: around the last row of that line of the learner's code, else around the last
     * error, else the end.
     *
     * @param line 1-based, if one is known
     * @param most how many lines at most, about
     */
    public List<Item> part(@Nullable Integer line, int most) {
        return Folding.of(rows).around(Focus.of(rows, line), most);
    }

    /** The rows from one number to another, both included, unfolded. */
    public List<Item> between(int first, int last) {
        return rows.stream()
                .filter(row -> row.number() >= first && row.number() <= last)
                .<Item>map(Item.Shown::new)
                .toList();
    }

    /** The states that one end of a connection went through, in order, each as often as it was entered. */
    public List<TcpState> path(Flow flow, MachineName machine) {
        List<Change> changes = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.passage()))
                .filter(passage -> flow.equals(passage.flow()))
                .flatMap(passage -> Stream.ofNullable(passage.of(machine)))
                .toList();
        return Stream.concat(
                        changes.stream().limit(1).map(Change::before),
                        changes.stream().filter(change -> !change.stays()).map(Change::after))
                .toList();
    }
}
