package labo.observe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Evaluated.BoundName;
import labo.observe.Event;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TcpSocketsTest {
    private static Timeline with(Timeline timeline, Event... more) {
        List<Event> events = new ArrayList<>(timeline.events());
        events.addAll(List.of(more));
        return new Timeline(timeline.facts(), timeline.ending(), events);
    }

    private static Evaluated names(BoundName... names) {
        return new Evaluated(2000, 1, null, null, null, null, List.of(names));
    }

    private static @Nullable Integer inHand(Timeline timeline) {
        return new TcpSockets(timeline).inHand().orElseThrow().socket();
    }

    private static Exchange accepted(Exchange exchange) {
        return exchange.socket(1).bind(1).listen(1).accept(1, 2);
    }

    @Test
    void theSocketInHandIsTheOneUsedLast() {
        assertThat(new TcpSockets(Exchange.local().build()).inHand()).isEmpty();
        assertThat(inHand(Exchange.local().socket(1).bind(1).build())).isEqualTo(1);
        assertThat(inHand(accepted(Exchange.local()).build()))
                .as("accept hands a new one")
                .isEqualTo(2);
        assertThat(inHand(accepted(Exchange.local()).close(1).build())).isEqualTo(1);
    }

    @Test
    void orTheOneThatACallWaitsOn() {
        Timeline waits = with(accepted(Exchange.local()).build(), new Entered(2001, "accept", 7, 3, null));
        assertThat(inHand(waits)).as("descriptor 3 is socket 1").isEqualTo(1);
    }

    @Test
    void namesAreTheInterpretersNumbers() {
        Timeline timeline = with(
                accepted(Exchange.local()).build(),
                names(new BoundName("s", 1, 3, false), new BoundName("conn", 2, 4, false)));
        TcpSockets sockets = new TcpSockets(timeline);
        assertThat(sockets.names()).containsExactly("s", "conn");
        assertThat(sockets.named("conn").orElseThrow().socket()).isEqualTo(2);
        assertThat(sockets.named("autre")).isEmpty();
        assertThat(sockets.nameOf(sockets.named("s").orElseThrow())).contains("s");
    }

    @Test
    void whereTheKernelNumbersThemOtherwiseTheCallsTieThem() {
        List<Event> events =
                new ArrayList<>(accepted(Exchange.captured()).build().events());
        // The hook has numbers of its own: 11 and 12.
        for (Event event : List.copyOf(events)) {
            if (event instanceof labo.observe.Call call) {
                events.add(Exchange.asCode(call, 10));
            }
        }
        events.add(names(new BoundName("s", 11, 3, false), new BoundName("conn", 12, 4, false)));
        Timeline kernel = Exchange.captured().build();
        TcpSockets sockets = new TcpSockets(new Timeline(kernel.facts(), kernel.ending(), events));
        assertThat(sockets.names()).containsExactly("s", "conn");
        assertThat(sockets.named("conn").orElseThrow().socket()).isEqualTo(2);
        assertThat(sockets.named("s").orElseThrow().socket()).isEqualTo(1);
    }
}
