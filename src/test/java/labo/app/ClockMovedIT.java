package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A clock that somebody sets while a program is observed, as the lab's JVM sees it (libfaketime): what was observed is thrown
 * away and seen again, and no deadline comes sooner or later. Needs an engine, and faketime.
 */
@Timeout(120)
class ClockMovedIT {
    private static final String PROGRAM = "horloge.py";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    /** Where Debian keeps it: a folder of each architecture's own. */
    private static Path library() throws IOException {
        try (Stream<Path> libraries = Files.find(
                Path.of("/usr/lib"), 3, (file, attributes) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
            return libraries.findFirst().orElseThrow();
        }
    }

    private static boolean runs() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("python") && line.endsWith(" " + PROGRAM))
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void aRightProgramPassesAlthoughTheClockWasSetBackWhileItRan(Sandbox sandbox) throws Exception {
        Path offset = Files.writeString(folder.resolve("decalage"), "+0");
        Path program = Files.writeString(
                folder.resolve(PROGRAM),
                "import time\ntime.sleep(1)\n"
                        + Files.readString(RealLabo.SOLUTIONS.resolve("serveur-tcp/right/cours.py")));
        Map<String, String> clock = Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
        try (LaboProcess verifier = new LaboProcess(
                folder, clock, "verifier", "serveur-tcp", program.toString(), "--bac", sandbox.term(), "--trace")) {
            verifier.await("the program runs", ClockMovedIT::runs);
            Files.writeString(offset, "-3600");
            RealLabo.Outcome outcome = verifier.ended();
            assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
            assertThat(outcome.out()).contains("20 points sur 20");
        }
    }
}
