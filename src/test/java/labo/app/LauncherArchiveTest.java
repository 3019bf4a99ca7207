package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's archive of classes, with a real Java, a program of one class, and a Maven that only hands that over. */
@Timeout(60)
class LauncherArchiveTest {
    /** What is started here. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.out.println("started");
        }
    }

    private static final String CLASS_FILE = Program.class.getName().replace('.', '/') + ".class";

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void sources() throws IOException {
        Files.copy(RealLabo.HOME.resolve("labo"), home.resolve("labo"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        writeJar(home.resolve("made.jar"));
        Path mvn = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\ncp made.jar target/labo-sockets.jar\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream program =
                        Objects.requireNonNull(Program.class.getClassLoader().getResourceAsStream(CLASS_FILE))) {
            jar.putNextEntry(new JarEntry(CLASS_FILE));
            program.transferTo(jar);
        }
    }

    /** Where Java says that the program's class came from. */
    private String origin() throws IOException, InterruptedException {
        Path log = home.resolve("classes.log");
        ProcessBuilder labo = new ProcessBuilder("sh", home.resolve("labo").toString());
        labo.environment().put("JAVA_HOME", System.getProperty("java.home"));
        labo.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        labo.environment().merge("PATH", home.resolve("bin").toString(), (path, first) -> first + ":" + path);
        Process process = labo.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("started");
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(Program.class.getName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void classesComeFromTheArchiveAlsoAfterMavenWroteTheJarAnew() throws Exception {
        assertThat(origin()).contains("shared objects file (top)");

        Path made = home.resolve("target/labo-sockets.jar");
        Files.copy(home.resolve("made.jar"), made, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(made, FileTime.fromMillis(made.toFile().lastModified() + 60_000));
        assertThat(origin()).contains("shared objects file (top)");
    }
}
