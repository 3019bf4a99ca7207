package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.lesson.Limits;
import labo.observe.MachineName;
import org.junit.jupiter.api.Test;

/** SECURITY.md says what the code does: the same limits, and tests that are there. */
final class SecurityPageTest {
    private static final String PAGE = read("SECURITY.md");
    private static final String AGENT = read("grader/agent/limits.py");
    private static final NetworkStack STACK = new NetworkStack.Shared("container");
    private static final HostConfig A = Hardening.of(MachineName.A, STACK);
    private static final HostConfig B = Hardening.of(MachineName.B, STACK);

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).replace('\u00A0', ' ');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String number(long value) {
        return NumberFormat.getIntegerInstance(Locale.FRANCE)
                .format(value)
                .replace('\u202F', ' ')
                .replace('\u00A0', ' ');
    }

    private static String mebibytes(Long octets) {
        return number(octets >> 20) + " Mio";
    }

    private static String seconds(long ms) {
        return number(ms / 1000) + " s";
    }

    /** The page's row that begins so, cell by cell. */
    private static List<String> row(String title) {
        return PAGE.lines()
                .filter(line -> line.startsWith("| " + title + " |"))
                .findFirst()
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .skip(2)
                        .toList())
                .orElseThrow(() -> new AssertionError("no row « " + title + " »"));
    }

    private static long constantOfAgent(String name) {
        Matcher found = Pattern.compile("(?m)^" + name + " = (\\d+)$").matcher(AGENT);
        assertThat(found.find()).as(name).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void theLimitsOfAProgramAreTheUsualOnes() {
        Limits usual = Limits.DEFAULT;
        assertThat(row("durée").get(0)).isEqualTo(seconds(usual.wallMs()));
        assertThat(row("temps de processeur").get(0)).isEqualTo(seconds(usual.cpuMs()));
        assertThat(row("mémoire de données, par processus").get(0)).isEqualTo(mebibytes(usual.memoryBytes()));
        assertThat(row("processus et fils d’exécution").get(0)).isEqualTo(number(usual.processes()));
        assertThat(row("fichiers ouverts").get(0)).isEqualTo(number(usual.files()));
        assertThat(row("sortie et erreurs ensemble").get(0)).isEqualTo(mebibytes(usual.outputBytes()));
        assertThat(row("taille d’un fichier écrit").get(0)).isEqualTo(mebibytes(usual.fileBytes()));
    }

    @Test
    void theLimitsOfTheAgentAreItsConstants() {
        assertThat(row("appels observés").get(0)).isEqualTo(number(constantOfAgent("MAX_EVENTS")));
        assertThat(row("`recv` vides de suite").get(0)).isEqualTo(number(constantOfAgent("MAX_EMPTY_RECEIVES")));
    }

    @Test
    void theLimitsOfAMachineAreThoseOfItsContainer() {
        assertThat(row("mémoire, sans échange sur disque"))
                .containsExactly(mebibytes(A.getMemory()), mebibytes(B.getMemory()));
        assertThat(A.getMemorySwap()).isEqualTo(A.getMemory());
        assertThat(row("processeur")).containsExactly(cores(A), cores(B));
        assertThat(row("processus")).containsExactly(number(A.getPidsLimit()), number(B.getPidsLimit()));
        assertThat(row("fichiers ouverts par processus")).containsExactly(ulimit(A, "nofile"), ulimit(B, "nofile"));
        assertThat(row("taille d’un fichier"))
                .containsExactly(mebibytes(hard(A, "fsize")), mebibytes(hard(B, "fsize")));
        assertThat(row("image mémoire d’un plantage")).containsExactly(ulimit(A, "core"), ulimit(B, "core"));
        for (String folder : List.of("/tmp", "/dev/shm", "/work")) {
            assertThat(row("`" + folder + "`")).as(folder).containsExactly(room(A, folder), room(B, folder));
        }
        assertThat(row("capacités de l’agent")).containsExactly(capabilities(A), capabilities(B));
    }

    private static String cores(HostConfig machine) {
        return number(machine.getNanoCPUs() / 1_000_000_000) + " cœur";
    }

    private static long hard(HostConfig machine, String name) {
        return Arrays.stream(machine.getUlimits())
                .filter(limit -> limit.getName().equals(name))
                .mapToLong(Ulimit::getHardLong)
                .findFirst()
                .orElseThrow();
    }

    private static String ulimit(HostConfig machine, String name) {
        return number(hard(machine, name));
    }

    private static String room(HostConfig machine, String folder) {
        String options = machine.getTmpFs().get(folder);
        if (options == null) {
            return "—";
        }
        Matcher found = Pattern.compile("size=(\\d+)m,nr_inodes=(\\d+)").matcher(options);
        assertThat(found.find()).as(options).isTrue();
        return number(Long.parseLong(found.group(1))) + " Mio, " + number(Long.parseLong(found.group(2))) + " fichiers";
    }

    private static String capabilities(HostConfig machine) {
        return Arrays.stream(machine.getCapAdd()).map(Capability::name).sorted().collect(Collectors.joining(", "));
    }

    @Test
    void eachTestThatHoldsAPromiseIsThere() {
        List<String> named =
                links(PAGE).filter(link -> link.startsWith("src/test/")).toList();
        assertThat(named)
                .hasSizeGreaterThan(12)
                .allSatisfy(test -> assertThat(Path.of(test)).exists());
    }

    @Test
    void theReadmeLeadsHere() {
        assertThat(links(read("README.md"))).anyMatch(link -> link.startsWith("SECURITY.md"));
    }

    private static Stream<String> links(String page) {
        return Pattern.compile("]\\(([^)]+)\\)").matcher(page).results().map(found -> found.group(1));
    }
}
