package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import labo.observe.Ending;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PcapTest {
    private static final double TIME = 1795346218.701952;

    private static Event packet(double time, @Nullable String frame) {
        Endpoint end = new Endpoint("10.7.0.11", 1);
        Octets octets = frame == null ? null : Octets.utf8(frame);
        return new Packet(time, "udp", end, end, Set.of(), null, null, 0, Octets.EMPTY, octets);
    }

    private static Timeline timeline(Event... packets) {
        Facts facts = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
        return new Timeline(facts, Ending.of(Ending.How.EXITED), List.of(packets));
    }

    private static ByteBuffer behindHeader(Pcap pcap) {
        byte[] octets = pcap.octets();
        return ByteBuffer.wrap(octets, Pcap.HEADER, octets.length - Pcap.HEADER).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aFileWithoutPacketsIsAHeader() {
        byte[] octets = Pcap.of(List.of()).octets();
        assertThat(octets)
                .containsExactly(0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0);
        assertThat(Pcap.begins(octets)).isTrue();
        assertThat(Pcap.begins(Arrays.copyOf(octets, 12))).isFalse();
        assertThat(Pcap.begins("import socket, struct, sys, time".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void eachPacketHasItsTimeToTheMicrosecondAndItsWholeFrame() {
        ByteBuffer record = behindHeader(Pcap.of(List.of(timeline(packet(TIME, "whole frame")))));
        assertThat(record.getInt()).isEqualTo(1_795_346_218);
        assertThat(record.getInt()).isEqualTo(701_952);
        assertThat(record.getInt()).isEqualTo(11);
        assertThat(record.getInt()).isEqualTo(11);
        byte[] frame = new byte[11];
        record.get(frame);
        assertThat(Octets.of(frame).text()).isEqualTo("whole frame");
        assertThat(record.hasRemaining()).isFalse();
    }

    @Test
    void severalScenariosAreInOrderOfTime() {
        Timeline late = timeline(packet(TIME + 2, "3"), packet(TIME + 1, "2"));
        Timeline early = timeline(packet(TIME, "1"), packet(TIME + 3, "4"));
        Pcap pcap = Pcap.of(List.of(late, early));
        ByteBuffer records = behindHeader(pcap);
        assertThat(pcap.packets()).isEqualTo(4);
        for (char wanted : "1234".toCharArray()) {
            records.position(records.position() + 16);
            assertThat((char) records.get()).isEqualTo(wanted);
        }
    }

    @Test
    void whatHasNoFrameIsNotInvented() {
        Pcap pcap = Pcap.of(List.of(timeline(packet(TIME, null))));
        assertThat(pcap.packets()).isZero();
        assertThat(pcap.octets()).hasSize(Pcap.HEADER);
    }
}
