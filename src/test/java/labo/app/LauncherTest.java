package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, built already, with a Java that says what it was given. */
@Timeout(60)
class LauncherTest {
    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void built() throws IOException {
        Files.copy(RealLabo.HOME.resolve("labo"), home.resolve("labo"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("target"));
        Files.createFile(home.resolve("target/labo-sockets.run.jar"));
        Files.createFile(home.resolve("target/.built"));
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"${LC_ALL:-}/${LC_CTYPE:-}/${LANG:-}\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String seen(Map<String, String> locale) throws IOException, InterruptedException {
        ProcessBuilder labo = new ProcessBuilder("sh", home.resolve("labo").toString(), "lecons");
        labo.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        labo.environment().putAll(locale);
        labo.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        Process process = labo.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Otherwise no file with an accent in its name could be opened. */
    @ParameterizedTest
    @CsvSource({"LC_ALL, C, C.UTF-8//", "LANG, C, /C.UTF-8/C", "LC_CTYPE, POSIX, /C.UTF-8/", "NONE, C, /C.UTF-8/"})
    void whereNoLocaleIsSetJavaIsToldOfUtf8(String variable, String value, String expected) throws Exception {
        assertThat(seen(variable.equals("NONE") ? Map.of() : Map.of(variable, value)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL, fr_FR.ISO-8859-15, fr_FR.ISO-8859-15//", "LANG, fr_FR.UTF-8, //fr_FR.UTF-8"})
    void aLocaleThatIsSetIsKept(String variable, String value, String expected) throws Exception {
        assertThat(seen(Map.of(variable, value))).isEqualTo(expected);
    }
}
