package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnerTest {
    private static final Owner SELF = Owner.self();

    /** The number of a process that has ended. */
    static long endedProcess() throws Exception {
        Process process = new ProcessBuilder(
                        java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.pid();
    }

    @Test
    void labelsTellTheOwner() {
        assertThat(Owner.of(SELF.labels())).contains(SELF);
    }

    @Test
    void othersLabelsTellNone() {
        assertThat(Owner.of(Map.of())).isEmpty();
        assertThat(Owner.of(Map.of(Owner.HOST, "here"))).isEmpty();
        Map<String, String> odd = new HashMap<>(SELF.labels());
        odd.put(Owner.PID, "x");
        assertThat(Owner.of(odd)).isEmpty();
    }

    @Test
    void thisProcessIsNotGone() {
        assertThat(SELF.isGone()).isFalse();
    }

    @Test
    void anEndedProcessIsGone() throws Exception {
        assertThat(new Owner(SELF.host(), endedProcess(), SELF.start()).isGone())
                .isTrue();
    }

    @Test
    void anEarlierProcessOfTheSameNumberIsGone() {
        assertThat(new Owner(SELF.host(), SELF.pid(), SELF.start() - 60_000).isGone())
                .isTrue();
    }

    @Test
    void anotherMachinesProcessesAreNotOursToJudge() throws Exception {
        assertThat(new Owner("elsewhere", endedProcess(), SELF.start()).isGone())
                .isFalse();
    }
}
