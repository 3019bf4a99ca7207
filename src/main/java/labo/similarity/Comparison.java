package labo.similarity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares programs in a Java process of its own, with memory and time of its own: whatever the programs are, this process
 * neither grows nor fails, and holds one program at a time.
 */
public final class Comparison implements AutoCloseable {
    private static final String HEAP = "-Xmx256m";

    private final Path folder;
    private final Path programs;

    /** Opens one; its files are in a temporary folder until it is closed. */
    public Comparison() throws IOException {
        folder = Files.createTempDirectory("labo-comparaison-");
        programs = Files.createDirectory(folder.resolve("programs"));
    }

    /**
     * Adds one program.
     *
     * @param name how it is called in the findings: letters, digits and hyphens; no other has it
     */
    public void add(String name, String source) throws IOException {
        write(Files.createDirectory(programs.resolve(name)), source);
    }

    /**
     * Compares all that was added, once.
     *
     * @param given what the course gives to all, and so tells nothing
     * @param threshold from which share on two programs are told of, 0 to 1
     * @return empty where it took longer than {@code patience}, or the process failed
     */
    public Optional<Findings> run(String given, double threshold, Duration patience)
            throws IOException, InterruptedException {
        Path base = Files.createDirectory(folder.resolve("given"));
        write(base, given);
        Path result = folder.resolve("result.json");
        Process process = new ProcessBuilder(command(threshold, base, result))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) || !Files.exists(result)) {
                return Optional.empty();
            }
            return Optional.of(new ObjectMapper().readValue(result.toFile(), Findings.class));
        } finally {
            process.destroyForcibly();
        }
    }

    /** What UTF-8 cannot say becomes a question mark. */
    private static void write(Path folder, String source) throws IOException {
        Files.write(folder.resolve("program.py"), source.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> command(double threshold, Path base, Path result) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ComparisonProcess.class.getName()));
        command.addAll(List.of(String.valueOf(threshold), programs.toString(), base.toString(), result.toString()));
        return command;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
