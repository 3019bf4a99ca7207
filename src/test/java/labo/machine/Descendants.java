package labo.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of this machine that a test has started, and all that those started. */
public final class Descendants {
    private Descendants() {}

    /** Those that find this folder in their environment, as whatever a process starts does. */
    public static List<ProcessHandle> toldOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process).contains(folder.toString()))
                .toList();
    }

    private static String environment(ProcessHandle process) {
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            return Files.readString(environment, StandardCharsets.ISO_8859_1);
        } catch (IOException endedOrNotOurs) {
            return "";
        }
    }
}
