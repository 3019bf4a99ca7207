package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus is complete, says what must hold, and does nothing on a machine that is no machine A. */
class AttackCorpusTest {
    private static final int ATTACKS = 60;
    private static final int HONEST = 8;
    private static final int REFUSED = 77;
    private static final Set<String> KINDS = Set.of(
            "forging", "reading", "breaking-out", "killing", "exhausting", "cheating", "poisoning", Attack.HONEST);

    private static List<Attack> attacks() {
        return Attack.corpus().stream().filter(attack -> !attack.honest()).toList();
    }

    @Test
    void everyKindIsThereAndEnoughOfThem() {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(ATTACKS);
        assertThat(Attack.corpus().stream().filter(Attack::honest)).hasSizeGreaterThanOrEqualTo(HONEST);
        assertThat(Attack.corpus().stream().map(Attack::kind).collect(Collectors.toSet()))
                .isEqualTo(KINDS);
    }

    @Test
    void eachSaysWhatMustHoldInKnownWords() {
        assertThat(Attack.corpus()).allSatisfy(attack -> {
            assertThat(attack.says()).as("%s", attack).containsKey(Attack.HOLDS);
            assertThat(Attack.KEYS).as("%s", attack).containsAll(attack.says().keySet());
        });
        assertThat(attacks())
                .allSatisfy(attack -> assertThat(attack.says()).as("%s", attack).containsKey("at-most"));
    }

    /** What only asks whether something is in reach proves nothing unless it asked. */
    @Test
    void whatProbesShowsThatItTried() {
        assertThat(attacks())
                .filteredOn(attack -> attack.source().contains("BREACH"))
                .hasSizeGreaterThan(20)
                .allSatisfy(attack ->
                        assertThat(attack.says().get("shows")).as("%s", attack).isEqualTo("tried"));
    }

    @Test
    void eachAttackAsksItsGuardFirst() {
        assertThat(attacks())
                .allSatisfy(attack -> assertThat(attack.source()
                                .lines()
                                .filter(line -> !line.startsWith("#"))
                                .findFirst())
                        .as("%s", attack)
                        .contains(Attack.IMPORT_OF_GUARD));
    }

    @Test
    void theGuardEndsAProgramHereAtOnce(@TempDir Path folder) throws Exception {
        Files.copy(Attack.GUARD, folder.resolve("machine_a_only.py"));
        Files.writeString(folder.resolve("server.py"), Attack.IMPORT_OF_GUARD + "\nprint('went on')\n");
        Process python = new ProcessBuilder("python3", "-B", "server.py")
                .directory(folder.toFile())
                .start();
        String said = new String(python.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(python.waitFor()).isEqualTo(REFUSED);
        assertThat(said).contains("this is no machine A", "an agent first", "traced");
    }

    @Test
    void withoutTheGuardBesideItAnAttackDoesNothingEither(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("server.py"), Attack.IMPORT_OF_GUARD + "\nprint('went on')\n");
        Process python = new ProcessBuilder("python3", "-B", "server.py")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(python.waitFor()).isNotZero();
    }
}
