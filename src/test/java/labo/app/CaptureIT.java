package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import labo.catalog.Solution;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.observe.Endpoint;
import labo.observe.MachineName;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.report.Theme;
import labo.report.diagram.TerminalDiagram;
import labo.sequence.Diagram;
import labo.sequence.Item;
import labo.sequence.Recorded;
import labo.sequence.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tshark reads in a capture is what the diagram draws. Needs an engine and tshark, and fails without them. */
class CaptureIT {
    private static final List<String> FIELDS = List.of(
            "frame.time_epoch",
            "ip.src",
            "ip.dst",
            "tcp.srcport",
            "tcp.dstport",
            "tcp.flags",
            "tcp.len",
            "tcp.seq_raw",
            "udp.srcport",
            "udp.dstport",
            "udp.length",
            "icmp.type");

    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");
    private static final int UDP_HEADER = 8;

    private static Examiner examiner;

    @TempDir
    private Path folder = Path.of("");

    /** What both have of a packet. Of ICMP tshark also shows the ports of what it quotes: they are left out. */
    private record Seen(
            long microseconds, String protocol, String from, String to, String flags, int length, long sequence) {
        static Seen of(Packet packet) {
            boolean icmp = packet.protocol().equals("icmp");
            return new Seen(
                    Math.round(packet.time() * 1e6),
                    packet.protocol(),
                    shown(packet.from(), icmp),
                    shown(packet.to(), icmp),
                    String.join(" ", new TreeSet<>(packet.flags())),
                    icmp ? 0 : packet.length(),
                    packet.sequence() == null ? 0 : packet.sequence());
        }

        private static String shown(Endpoint endpoint, boolean icmp) {
            return icmp ? endpoint.host() : endpoint.toString();
        }

        static Seen of(String line) {
            String[] field = line.split("\t", -1);
            assertThat(field).hasSize(FIELDS.size());
            long microseconds = Math.round(Double.parseDouble(field[0]) * 1e6);
            if (!field[11].isEmpty()) {
                return new Seen(microseconds, "icmp", field[1], field[2], "", 0, 0);
            }
            if (field[3].isEmpty()) {
                int length = Integer.parseInt(field[10]) - UDP_HEADER;
                return new Seen(
                        microseconds, "udp", field[1] + ":" + field[8], field[2] + ":" + field[9], "", length, 0);
            }
            return new Seen(
                    microseconds,
                    "tcp",
                    field[1] + ":" + field[3],
                    field[2] + ":" + field[4],
                    flags(Integer.decode(field[5])),
                    Integer.parseInt(field[6]),
                    Long.parseLong(field[7]));
        }

        private static String flags(int bits) {
            TreeSet<String> names = new TreeSet<>();
            for (int bit = 0; bit < FLAGS.size(); bit++) {
                if ((bits >> bit & 1) == 1) {
                    names.add(FLAGS.get(bit));
                }
            }
            return String.join(" ", names);
        }
    }

    @BeforeAll
    static void machines() {
        RealLabo.prepare();
        examiner = RealLabo.backstage().examiner(Sandbox.DOCKER);
    }

    @AfterAll
    static void close() {
        examiner.close();
    }

    /** The first right program of each exercise. */
    static Collection<Solution> rightPrograms() {
        Map<String, Solution> first = new LinkedHashMap<>();
        RealLabo.backstage().solutions(RealLabo.SOLUTIONS, RealLabo.course()).programs().stream()
                .filter(Solution::right)
                .sorted(Comparator.comparing(Solution::path))
                .forEach(solution -> first.putIfAbsent(solution.exercise(), solution));
        assertThat(first.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RealLabo.course().exercises().stream().map(Exercise::id).toList());
        return first.values();
    }

    @ParameterizedTest
    @MethodSource("rightPrograms")
    void tsharkReadsThePacketsThatTheDiagramDraws(Solution solution) throws Exception {
        Exercise exercise = RealLabo.course().exercise(solution.exercise()).orElseThrow();
        Map<String, Octets> files = new LinkedHashMap<>();
        solution.files().forEach((name, text) -> files.put(name, Octets.utf8(text)));
        Report report = examiner.grade(
                exercise, new Submission(exercise.file(), files), Plan.of(42).withFrames());
        assertThat(report.status()).isEqualTo(Report.Status.PASSED);
        Path capture = folder.resolve("echange.pcap");
        int packets =
                CaptureFile.at(capture, List.of()).write(report.timelines().values());
        List<Diagram> diagrams =
                report.timelines().values().stream().map(Diagram::of).toList();
        List<Seen> drawn = diagrams.stream()
                .flatMap(Diagram::packets)
                .map(Row.Sent::packet)
                .sorted(Comparator.comparingDouble(Packet::time))
                .map(Seen::of)
                .toList();
        assertThat(tshark(capture)).isEqualTo(drawn).hasSize(packets).hasSizeGreaterThan(3);
        diagrams.forEach(CaptureIT::assertAnArrowForEach);
        assertThat(diagrams.get(0).packets().map(Row.Sent::sender)).contains(MachineName.A, MachineName.B);
    }

    /** The drawing, nothing folded, has an arrow for each packet, from its sender. */
    private static void assertAnArrowForEach(Diagram diagram) {
        List<Item> all = diagram.between(1, diagram.rows().size());
        List<String> arrows = new TerminalDiagram(new Theme(false, true, 80))
                .lines(diagram, all).stream()
                        .filter(line -> line.matches("[ \\d]{2,}.*[►◄✗].*"))
                        .toList();
        List<Row.Sent> sent = diagram.packets().toList();
        assertThat(arrows).hasSameSizeAs(sent);
        for (int i = 0; i < arrows.size(); i++) {
            assertThat(arrows.get(i).strip())
                    .startsWith(sent.get(i).number() + " ")
                    .contains(sent.get(i).lost() ? "✗" : sent.get(i).sender() == MachineName.A ? "►" : "◄");
        }
    }

    /** A datagram that no frame can hold: every fragment once, and tshark finds the datagram in them. */
    @Test
    void fragmentsOfADatagramMakeItWholeAgain() throws Exception {
        Recorded exchange = Recorded.LARGE_DATAGRAM;
        Octets program = Octets.of(Files.readAllBytes(exchange.program()));
        Report report = examiner.grade(
                exchange.exercise(),
                new Submission("main.py", Map.of("main.py", program)),
                Plan.of(42).withFrames());
        Path capture = folder.resolve("fragments.pcap");
        int packets =
                CaptureFile.at(capture, List.of()).write(report.timelines().values());
        Diagram diagram = Diagram.of(report.timelines().values().iterator().next());
        assertAnArrowForEach(diagram);
        assertThat(diagram.packets()).hasSize(packets);
        assertThat(read(capture, List.of("-o", "ip.defragment:FALSE"), List.of("ip.src", "ip.id", "ip.frag_offset")))
                .as("3008 octets in three pieces, and 2008 in two")
                .hasSize(5)
                .hasSize(packets)
                .doesNotHaveDuplicates();
        assertThat(read(capture, List.of("-Y", "udp"), List.of("udp.length", "data.len")))
                .containsExactly("3008\t3000", "2008\t2000");
    }

    private static List<Seen> tshark(Path capture) throws IOException, InterruptedException {
        return read(capture, List.of("-E", "occurrence=f"), FIELDS).stream()
                .map(Seen::of)
                .toList();
    }

    /** These fields of each packet, tabs between them. */
    private static List<String> read(Path capture, List<String> options, List<String> fields)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields"));
        command.addAll(options);
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        Process tshark = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tshark.waitFor()).isZero();
        return said.lines().toList();
    }

    @Test
    void theCommandWritesItBesideTheReport() throws Exception {
        Solution solution = rightPrograms().iterator().next();
        Exercise exercise = RealLabo.course().exercise(solution.exercise()).orElseThrow();
        Files.writeString(folder.resolve(exercise.file()), solution.files().getOrDefault(exercise.file(), ""));
        RealLabo.Outcome outcome = RealLabo.run(
                folder, "verifier", exercise.id(), exercise.file(), "--bac", "docker", "--capture", "echange.pcap");
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.err()).contains("Capture écrite dans echange.pcap");
        assertThat(tshark(folder.resolve("echange.pcap"))).isNotEmpty();
    }
}
