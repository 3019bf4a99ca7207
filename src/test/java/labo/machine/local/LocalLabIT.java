package labo.machine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import labo.machine.Lab;
import labo.machine.LabContractTest;
import labo.machine.LabException;
import labo.machine.Labs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLabIT extends LabContractTest {
    private static final Path GRADER = Path.of("grader");
    private static final Path AGENTS = GRADER.resolve("agent");

    @Override
    protected Labs newLabs() {
        return new LocalLabs(AGENTS, false, Path.of("target", "pycache").toAbsolutePath());
    }

    private static List<Path> workFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(folder -> folder.getFileName().toString().startsWith(WorkFolder.PREFIX))
                    .toList();
        }
    }

    @Test
    void aSecondLabWaitsForItsTurnInVain(@TempDir Path temporary) throws Exception {
        try (Labs first = new LocalLabs(AGENTS, false, temporary, Duration.ofMillis(1))) {
            // The lab of the set-up has the turn of this process.
            assertThatThrownBy(first::open)
                    .isInstanceOfSatisfying(
                            LabException.class, busy -> assertThat(busy.fault()).isEqualTo(LabException.Fault.BUSY));
        }
    }

    @Test
    void closingRemovesTheFolderAndGivesTheTurnBack() throws Exception {
        assertThat(workFolders()).isNotEmpty();
        lab.close();
        assertThat(workFolders()).isEmpty();
        try (Labs next = newLabs();
                Lab again = next.open()) {
            assertThat(again.facts().traced()).isFalse();
        }
    }

    @Test
    void aKilledProcessLeavesNothingThatTheNextLabWouldFind() throws Exception {
        lab.close();
        killAHolder("local", GRADER.toString());
        List<Path> left = workFolders();
        try (Labs next = newLabs();
                Lab again = next.open()) {
            assertThat(again.facts().sandbox()).isEqualTo("local");
            assertThat(workFolders()).hasSize(1).noneMatch(left::contains);
        }
        assertThat(workFolders()).isEmpty();
    }
}
