package labo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import labo.observe.tcp.Exchange;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static TimelineBuilder server() {
        return TimelineBuilder.program("server.py")
                .socket(3, 1, "SOCK_STREAM")
                .bind(4, 1, "0.0.0.0", 8888)
                .listen(5, 1)
                .peer("connect", "c1")
                .accept(6, 1, 2)
                .peer("send", "c1", "SALUT")
                .recv(7, 2, "SALUT");
    }

    private static Optional<Difference> between(Timeline before, Timeline after) {
        return Difference.between(Diagram.of(before), Diagram.of(after));
    }

    private static Difference first(Timeline before, Timeline after) {
        return between(before, after).orElseThrow();
    }

    private static int rowOf(Timeline timeline, String kind) {
        return Diagram.of(timeline).rows().stream()
                .filter(row ->
                        row instanceof Row.Called called && called.call().kind().equals(kind))
                .mapToInt(Row::number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameProgramDoesTheSame() {
        Timeline once = server().sendall(8, 2, "Salut mec.").close(9, 2).exit(0).build();
        assertThat(between(once, once)).isEmpty();
    }

    @Test
    void whatIsSentNowDiffers() {
        Timeline before = server().sendall(8, 2, "salut mec.").exit(0).build();
        Timeline after = server().sendall(8, 2, "Salut mec.").exit(0).build();
        assertThat(first(before, after)).isEqualTo(new Difference(rowOf(before, "send"), rowOf(after, "send")));
    }

    @Test
    void aCallThatIsNewStandsAgainstNothing() {
        Timeline before = server().exit(0).build();
        Timeline after = server().sendall(8, 2, "Salut mec.").exit(0).build();
        assertThat(first(before, after)).isEqualTo(new Difference(null, rowOf(after, "send")));
        assertThat(first(after, before)).isEqualTo(new Difference(rowOf(after, "send"), null));
    }

    @Test
    void theEarliestDifferenceIsTheOne() {
        Timeline before = TimelineBuilder.program("server.py")
                .socket(3, 1, "SOCK_STREAM")
                .bind(4, 1, "127.0.0.1", 8888)
                .exit(0)
                .build();
        Timeline after = server().exit(0).build();
        assertThat(first(before, after)).isEqualTo(new Difference(rowOf(before, "bind"), rowOf(after, "bind")));
    }

    @Test
    void linesThatMovedAndEphemeralPortsAreNoDifference() {
        Timeline before =
                server().stdout("Connected by ('10.7.0.12', 40532)").exit(0).build();
        Timeline moved = TimelineBuilder.program("server.py")
                .socket(13, 1, "SOCK_STREAM")
                .bind(14, 1, "0.0.0.0", 8888)
                .listen(15, 1)
                .peer("connect", "c1")
                .accept(16, 1, 2)
                .peer("send", "c1", "SALUT")
                .recv(17, 2, "SALUT")
                .stdout("Connected by ('10.7.0.12', 51000)")
                .exit(0)
                .build();
        assertThat(between(before, moved)).isEmpty();
        Timeline other =
                server().stdout("Connected by ('10.7.0.12', 8888)").exit(0).build();
        assertThat(between(before, other)).isPresent();
    }

    @Test
    void aBareAcknowledgementMoreOrLessIsNone() {
        UnaryOperator<Exchange> opened =
                exchange -> exchange.fromB("S", 0).fromA("SA", 0).fromB("A", 0);
        Timeline once = opened.apply(Exchange.captured()).fromB("A", 5).build();
        Timeline acknowledged =
                opened.apply(Exchange.captured()).fromB("A", 5).fromA("A", 0).build();
        assertThat(between(once, acknowledged)).isEmpty();
        Timeline ended =
                opened.apply(Exchange.captured()).fromB("A", 5).fromA("FA", 0).build();
        Difference difference = first(once, ended);
        assertThat(difference.before()).isNull();
        assertThat(difference.after()).isNotNull();
    }
}
