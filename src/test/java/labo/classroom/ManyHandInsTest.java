package labo.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class of a thousand needs no more memory than one of a hundred. */
@Timeout(180)
class ManyHandInsTest {
    private static final long MOST_MIB = 400;
    private static final long SLACK_MIB = 48;

    @TempDir
    private Path folder = Path.of("");

    /** What a JVM of its own says of its memory, in MiB: {@code peak} of the process, {@code live} objects at the end. */
    private Map<String, Long> grade(int students) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyHandIns.class.getName(),
                        String.valueOf(students),
                        folder.resolve(students + ".db").toString())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said.lines()
                    .map(line -> line.split("="))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void memoryStaysBoundedAndDoesNotGrowWithTheClass() throws Exception {
        Map<String, Long> hundred = grade(100);
        Map<String, Long> thousand = grade(1_000);
        System.out.printf("100 hand-ins: %s; 1000: %s (MiB)%n", hundred, thousand);
        assertThat(thousand.get("marks")).isEqualTo(1_000);
        assertThat(thousand.get("peak")).isLessThan(MOST_MIB);
        assertThat(thousand.get("live")).isLessThan(Objects.requireNonNull(hundred.get("live")) + SLACK_MIB);
    }
}
