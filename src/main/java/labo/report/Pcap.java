package labo.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.Timeline;

/**
 * A capture file as libpcap writes it (draft-ietf-opsawg-pcap): version 2.4, microseconds, Ethernet. What tcpdump, Wireshark
 * and tshark read.
 */
public final class Pcap {
    /** How long the file's header is, in octets. */
    public static final int HEADER = 24;

    private static final int RECORD_HEADER = 16;
    private static final int MAGIC = 0xA1B2C3D4;
    private static final short MAJOR = 2;
    private static final short MINOR = 4;
    /** The most that a frame may hold; what the agents capture is shorter. */
    private static final int SNAP_LENGTH = 262_144;

    private static final int ETHERNET = 1;
    private static final long MICROSECONDS = 1_000_000;

    private final List<Packet> packets;

    private Pcap(List<Packet> packets) {
        this.packets = packets;
    }

    /** The packets of several timelines, in order of time; those whose frame was not kept are left out. */
    public static Pcap of(Collection<Timeline> timelines) {
        return new Pcap(timelines.stream()
                .flatMap(timeline -> timeline.all(Packet.class))
                .filter(packet -> packet.frame() != null)
                .sorted(Comparator.comparingDouble(Packet::time))
                .toList());
    }

    /** Whether a file that begins so is a capture of this form, from this program or another on such a machine. */
    public static boolean begins(byte[] beginning) {
        return beginning.length >= HEADER && little(beginning).getInt() == MAGIC;
    }

    private static ByteBuffer little(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many packets it holds. */
    public int packets() {
        return packets.size();
    }

    /** The whole file. */
    public byte[] octets() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header());
        for (Packet packet : packets) {
            Octets frame = Objects.requireNonNull(packet.frame());
            out.writeBytes(header(packet.time(), frame.length()));
            out.writeBytes(frame.toArray());
        }
        return out.toByteArray();
    }

    /** Times are UTC: the two numbers behind the version, of zone and accuracy, are 0 as in every file. */
    private static byte[] header() {
        byte[] header = new byte[HEADER];
        little(header)
                .putInt(MAGIC)
                .putShort(MAJOR)
                .putShort(MINOR)
                .putLong(0)
                .putInt(SNAP_LENGTH)
                .putInt(ETHERNET);
        return header;
    }

    private static byte[] header(double time, int length) {
        long microseconds = Math.round(time * MICROSECONDS);
        byte[] header = new byte[RECORD_HEADER];
        little(header)
                .putInt((int) (microseconds / MICROSECONDS))
                .putInt((int) (microseconds % MICROSECONDS))
                .putInt(length)
                .putInt(length);
        return header;
    }
}
