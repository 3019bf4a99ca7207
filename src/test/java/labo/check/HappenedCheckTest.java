package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.lesson.EventPattern;
import labo.lesson.EventPattern.Outcome;
import labo.lesson.EventPattern.View;
import labo.lesson.Expectation;
import labo.observe.CallKind;
import labo.observe.Ending;
import labo.observe.PeerEvent;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HappenedCheckTest {
    private static final EventPattern EVERY_ADDRESS =
            new EventPattern(View.CALL, "bind", Map.of("address", List.of("0.0.0.0")), Outcome.SUCCESS);

    private static Verdict examine(Timeline timeline, EventPattern pattern, int least, @Nullable Integer most) {
        return Check.of(new Expectation.Happened(pattern, least, most)).examine(timeline);
    }

    private static Verdict.Failed failure(Timeline timeline, EventPattern pattern) {
        return examine(timeline, pattern, 1, null).failure().orElseThrow();
    }

    private static TimelineBuilder program() {
        return TimelineBuilder.program("server.py");
    }

    @Test
    void passesOnceTheEventHappened() {
        Timeline timeline = program().bind(3, 1, "0.0.0.0", 8888).build();
        assertThat(examine(timeline, EVERY_ADDRESS, 1, null)).isEqualTo(new Verdict.Passed());
    }

    @ParameterizedTest
    @CsvSource({"1,,true", "2,,true", "3,,false", "0,1,false", "0,2,true", "2,2,true", "0,0,false"})
    void countsHowOften(int least, @Nullable Integer most, boolean passes) {
        Timeline twice = program().accept(5, 1, 2).accept(5, 1, 3).build();
        assertThat(examine(twice, EventPattern.call("accept"), least, most) instanceof Verdict.Passed)
                .isEqualTo(passes);
    }

    @Test
    void saysWhatWasWantedWhatWasSeenAndWhere() {
        Timeline timeline = program().bind(3, 1, "127.0.0.1", 8888).build();
        assertThat(failure(timeline, EVERY_ADDRESS))
                .isEqualTo(new Verdict.Failed(
                        "un appel `bind` (adresse 0.0.0.0)", "`bind` sur 127.0.0.1, port 8888", null, 3));
    }

    @Test
    void showsTheEmptyHostAsItIsWritten() {
        Timeline timeline =
                Timelines.seenBy(Timelines.LOCAL, program().bind(3, 1, "", 8889).build());
        EventPattern port = new EventPattern(View.CALL, "bind", Map.of("port", List.of("8888")), Outcome.SUCCESS);
        assertThat(failure(timeline, port).observed()).isEqualTo("`bind` sur '', port 8889");
    }

    @Test
    void namesTheErrorOfACallThatWasRefused() {
        Timeline timeline = program()
                .refused(CallKind.BIND, 3, 1, "0.0.0.0", 80, "EACCES", "PermissionError")
                .build();
        assertThat(failure(timeline, EVERY_ADDRESS).observed())
                .isEqualTo("`bind` sur 0.0.0.0, port 80\u00A0: interdit (EACCES)");
    }

    @Test
    void namesTheExceptionOfACallThatPythonRefused() {
        Timeline timeline = Timelines.seenBy(
                Timelines.LOCAL,
                program()
                        .raises(CallKind.SEND, 3, 1, "TypeError", "a bytes-like object is required")
                        .build());
        assertThat(failure(timeline, EventPattern.call("send")).observed())
                .isEqualTo("send\u00A0: TypeError\u00A0: a bytes-like object is required");
    }

    @Test
    void namesTheRefusalThatMachineBMet() {
        Timeline timeline = Timelines.with(
                program().build(), new PeerEvent(1001, "connect", "c1", "ECONNREFUSED", null, null, null, null));
        assertThat(failure(timeline, new EventPattern(View.PEER, "connect", Map.of(), Outcome.SUCCESS))
                        .observed())
                .isEqualTo("machine B, `connect`\u00A0: connexion refusée (ECONNREFUSED)");
    }

    @Test
    void blamesTheExceptionWhereNothingOfTheKindHappened() {
        Timeline timeline = program()
                .uncaught(9, "NameError", "name 'sokcet' is not defined")
                .build();
        assertThat(failure(timeline, EVERY_ADDRESS))
                .isEqualTo(new Verdict.Failed(
                        "un appel `bind` (adresse 0.0.0.0)",
                        "le programme s’est arrêté avant\u00A0: NameError\u00A0: name 'sokcet' is not defined (ligne 9)",
                        null,
                        9));
    }

    @Test
    void blamesTheLimitWhereNothingOfTheKindHappened() {
        assertThat(failure(program().limit("cpu").build(), EVERY_ADDRESS).observed())
                .startsWith("le programme tourne sans fin");
    }

    @Test
    void saysThatNothingOfTheKindHappened() {
        assertThat(failure(program().exit(0).build(), EVERY_ADDRESS).observed()).isEqualTo("aucun appel `bind`");
    }

    @ParameterizedTest
    @CsvSource({"CALL,setsockopt", "PEER,unreachable", "PROGRAM,evaluated", "CODE,entered", "CODE,bind"})
    void neverShowsAsSeenWhatWasOnlyWanted(View view, String kind) {
        Verdict.Failed failed =
                failure(program().exit(0).build(), new EventPattern(view, kind, Map.of(), Outcome.SUCCESS));
        assertThat(failed.observed()).isNotEqualTo(failed.expected()).containsPattern("^(aucun|rien|.* n’)");
    }

    @Test
    void saysHowOftenWhenThatIsTheFault() {
        Timeline twice = program().accept(5, 1, 2).accept(6, 1, 3).build();
        assertThat(examine(twice, EventPattern.call("accept"), 3, null))
                .isEqualTo(new Verdict.Failed(
                        "un `accept` qui fait entrer un client, au moins 3\u00A0fois", "2\u00A0fois", null, 6));
        assertThat(examine(twice, EventPattern.call("accept"), 0, 0)
                        .failure()
                        .orElseThrow()
                        .expected())
                .isEqualTo("jamais un `accept` qui fait entrer un client");
    }

    @Test
    void saysThatARefusalWasWanted() {
        Timeline timeline = program().bind(3, 1, "0.0.0.0", 8888).build();
        EventPattern refused = new EventPattern(View.CALL, "bind", Map.of(), Outcome.FAILURE);
        assertThat(failure(timeline, refused).expected()).isEqualTo("un appel `bind`, refusé");
    }

    @Test
    void cannotJudgePacketsThatNobodyCaptured() {
        EventPattern packet = new EventPattern(View.PACKET, "packet", Map.of(), Outcome.ANY);
        Timeline timeline = program().exit(0).build();
        assertThat(examine(timeline, packet, 1, null)).isInstanceOf(Verdict.Unjudged.class);
        assertThat(examine(Timelines.seenBy(Timelines.CAPTURED, timeline), packet, 1, null))
                .isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void passesNothingWhereNothingWasObservedNotEvenThatItNeverHappened(View view) {
        Timeline empty = Timelines.of(Timelines.CAPTURED);
        EventPattern pattern = new EventPattern(view, "packet", Map.of(), Outcome.ANY);
        assertThat(examine(empty, pattern, 1, null)).isInstanceOf(Verdict.Failed.class);
        assertThat(examine(empty, pattern, 0, 0)).isInstanceOf(Verdict.Failed.class);
        assertThat(examine(Timelines.ended(Ending.of(Ending.How.STUCK), empty), pattern, 0, 0))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void passesThatItNeverHappenedWhereTheProgramWasObserved() {
        assertThat(examine(program().exit(0).build(), EventPattern.call("bind"), 0, 0))
                .isEqualTo(new Verdict.Passed());
    }
}
