package labo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import labo.observe.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    private static final int EVENTS = 10_000;

    static List<Timeline> crowds() {
        return List.of(Crowd.transfer(EVENTS), Crowd.refusals(EVENTS), Crowd.chaos(EVENTS));
    }

    private static List<Integer> numbers(List<Item> items) {
        return items.stream()
                .flatMapToInt(item -> item instanceof Item.Folded folded
                        ? folded.rows().stream().mapToInt(Row::number)
                        : IntStream.of(((Item.Shown) item).row().number()))
                .boxed()
                .toList();
    }

    private static List<Integer> all(Diagram diagram) {
        return diagram.rows().stream().map(Row::number).toList();
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void howeverLongItIsItTakesAScreenOrTwoAndLosesNoRow(Timeline timeline) {
        Diagram diagram = Diagram.of(timeline);
        assertThat(diagram.rows()).hasSize(EVENTS);
        List<Item> folded = diagram.folded(60);
        assertThat(folded).hasSizeLessThanOrEqualTo(60);
        assertThat(numbers(folded)).isEqualTo(all(diagram));
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void thePartAroundAFailureIsShort(Timeline timeline) {
        Diagram diagram = Diagram.of(timeline);
        List<Item> part = diagram.part(null, 10);
        assertThat(part).hasSizeLessThanOrEqualTo(11);
        assertThat(numbers(part)).isEqualTo(all(diagram));
    }

    @Test
    void aShortExchangeIsShownRowByRow() {
        Diagram diagram = Diagram.of(Recorded.HANDSHAKE.timeline());
        assertThat(diagram.folded(100)).isNotEmpty().allMatch(Item.Shown.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8, 9})
    void thePartHasTheLastRowOfTheLineThatFailed(int line) {
        Diagram diagram = Diagram.of(Recorded.HANDSHAKE.timeline());
        Row last = diagram.rows().stream()
                .filter(row -> row.line() != null && row.line().line() == line)
                .reduce((first, second) -> second)
                .orElseThrow();
        List<Item> part = diagram.part(line, 6);
        assertThat(part).contains(new Item.Shown(last)).hasSizeLessThanOrEqualTo(7);
        assertThat(numbers(part)).isEqualTo(all(diagram));
    }

    @Test
    void withoutALineThePartHasTheLastError() {
        Diagram diagram = Diagram.of(Recorded.REFUSED.timeline());
        assertThat(diagram.part(null, 4))
                .anyMatch(item -> item instanceof Item.Shown shown
                        && shown.row() instanceof Row.Called called
                        && "ECONNREFUSED".equals(called.call().errno()));
    }

    @Test
    void whatRepeatsIsShownOnce() {
        List<Item> items = Diagram.of(Crowd.refusals(100)).folded(60);
        assertThat(items).hasSize(3);
        assertThat(items.get(2)).isInstanceOfSatisfying(Item.Folded.class, folded -> {
            assertThat(folded.first()).isEqualTo(3);
            assertThat(folded.last()).isEqualTo(100);
        });
    }
}
