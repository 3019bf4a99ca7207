package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import labo.lesson.EventPattern;
import labo.lesson.EventPattern.Outcome;
import labo.lesson.EventPattern.View;
import labo.lesson.Expectation;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

final class InOrderCheckTest {
    private static final Timeline SERVER = TimelineBuilder.program("server.py")
            .socket(2, 1, "SOCK_STREAM")
            .bind(3, 1, "0.0.0.0", 8888)
            .listen(4, 1)
            .accept(5, 1, 2)
            .listen(6, 1)
            .build();

    private static Verdict examine(Timeline timeline, String... calls) {
        List<EventPattern> patterns =
                Arrays.stream(calls).map(EventPattern::call).toList();
        return Check.of(new Expectation.InOrder(patterns)).examine(timeline);
    }

    @Test
    void passesWhenEachFollowsTheOneBefore() {
        assertThat(examine(SERVER, "socket", "bind", "listen", "accept")).isEqualTo(new Verdict.Passed());
    }

    @Test
    void otherEventsMayComeBetween() {
        assertThat(examine(SERVER, "socket", "accept")).isEqualTo(new Verdict.Passed());
    }

    @Test
    void theSameKindTwiceMustHappenTwice() {
        assertThat(examine(SERVER, "listen", "listen")).isEqualTo(new Verdict.Passed());
        assertThat(examine(SERVER, "bind", "bind")).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void namesTheFirstThatIsMissingInItsPlace() {
        assertThat(examine(SERVER, "accept", "bind"))
                .isEqualTo(new Verdict.Failed(
                        "dans l’ordre\u00A0: un `accept` qui fait entrer un client, puis un appel `bind`",
                        "il manque un appel `bind`\u00A0: `bind` sur 0.0.0.0, port 8888",
                        null,
                        3));
        assertThat(examine(SERVER, "bind", "recv", "close")
                        .failure()
                        .orElseThrow()
                        .observed())
                .isEqualTo("il manque une réception\u00A0: aucune réception");
    }

    @Test
    void cannotJudgePacketsThatNobodyCaptured() {
        EventPattern packet = new EventPattern(View.PACKET, "packet", Map.of(), Outcome.ANY);
        Check check = Check.of(new Expectation.InOrder(List.of(EventPattern.call("bind"), packet)));
        assertThat(check.examine(SERVER)).isInstanceOf(Verdict.Unjudged.class);
        assertThat(check.examine(Timelines.seenBy(Timelines.CAPTURED, SERVER))).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void passesNothingWhereNothingWasObserved() {
        assertThat(examine(Timelines.EMPTY, "socket")).isInstanceOf(Verdict.Failed.class);
        assertThat(examine(Timelines.EMPTY)).isInstanceOf(Verdict.Failed.class);
    }
}
