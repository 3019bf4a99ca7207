package labo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import labo.observe.Timeline;
import labo.report.Pcap;

/** A file for captured packets. It may replace another capture, and nothing else. */
final class CaptureFile {
    private final OutputFile file;

    private CaptureFile(OutputFile file) {
        this.file = file;
    }

    /**
     * The file at {@code path}, which need not exist yet.
     *
     * @param inputs what must not be written over
     * @throws Problem if it cannot be written there, or is something else already
     */
    static CaptureFile at(Path path, List<Path> inputs) throws IOException {
        OutputFile file = OutputFile.at(path, inputs);
        if (Files.isRegularFile(path) && !isCapture(path)) {
            throw Problem.usage("capture.other", path);
        }
        return new CaptureFile(file);
    }

    private static boolean isCapture(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Pcap.begins(in.readNBytes(Pcap.HEADER));
        }
    }

    /** @throws Problem if nothing is captured in that sandbox */
    static void refuseWithoutPackets(Sandbox sandbox) {
        if (sandbox == Sandbox.LOCAL) {
            throw Problem.usage("capture.local");
        }
    }

    /** Writes the packets of all that was observed; how many there are. */
    int write(Collection<Timeline> timelines) throws IOException {
        Pcap pcap = Pcap.of(timelines);
        file.write(pcap.octets());
        return pcap.packets();
    }
}
