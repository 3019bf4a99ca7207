package labo.diagnose;

import static labo.observe.TimelineBuilder.ADDRESS_B;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import labo.lesson.Exercise;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

final class PhaseTest {
    private static void reaches(Phase expected, Exercise exercise, TimelineBuilder timeline) {
        assertThat(Phase.of(timeline.build(), exercise)).isEqualTo(expected);
    }

    @Test
    void followsAServer() {
        reaches(Phase.NEVER_BOUND, Cases.SERVER, Cases.server().socket(5, 1, "SOCK_STREAM"));
        reaches(
                Phase.BOUND_NOT_LISTENING,
                Cases.SERVER,
                Cases.server().socket(5, 1, "SOCK_STREAM").bind(6, 1, "0.0.0.0", 8888));
        reaches(Phase.LISTENING_NOT_ACCEPTING, Cases.SERVER, Cases.listening());
        reaches(Phase.ACCEPTED_SILENT, Cases.SERVER, Cases.served());
        reaches(
                Phase.ANSWERED_NOT_CLOSED,
                Cases.SERVER,
                Cases.served().sendall(13, 2, Cases.REPLY).stuckIn(8, "accept"));
        assertThat(Phase.of(Cases.rightServer(), Cases.SERVER)).isEqualTo(Phase.WENT_THROUGH);
    }

    @Test
    void followsAClient() {
        reaches(Phase.NEVER_CONNECTED, Cases.CLIENT, Cases.client().socket(5, 1, "SOCK_STREAM"));
        reaches(Phase.CONNECTED_SILENT, Cases.CLIENT, Cases.connected());
        reaches(Phase.SENT_NOT_RECEIVED, Cases.CLIENT, Cases.asked());
        reaches(
                Phase.RECEIVED_NOT_PRINTED,
                Cases.CLIENT,
                Cases.asked().recv(8, 1, "abricot").exit(0));
        assertThat(Phase.of(Cases.rightClient(), Cases.CLIENT)).isEqualTo(Phase.WENT_THROUGH);
    }

    @Test
    void followsDatagrams() {
        TimelineBuilder bound = Cases.server().socket(5, 1, "SOCK_DGRAM").bind(6, 1, "0.0.0.0", 8888);
        reaches(Phase.BOUND_NOT_RECEIVING, Cases.UDP_SERVER, bound);
        reaches(Phase.RECEIVED_SILENT, Cases.UDP_SERVER, bound.recvfrom(7, 1, "bonjour", ADDRESS_B, 40000));
        assertThat(Phase.of(Cases.rightUdpServer(), Cases.UDP_SERVER)).isEqualTo(Phase.WENT_THROUGH);
        reaches(Phase.NEVER_SENT, Cases.UDP_CLIENT, Cases.client().socket(5, 1, "SOCK_DGRAM"));
    }

    @Test
    void saysEachInFrench() {
        assertThat(Arrays.stream(Phase.values()).map(Phase::sentence))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.startsWith("Ton "));
    }
}
