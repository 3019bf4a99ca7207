package labo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code labo noter} on a class of right programs, and the most memory that it took. */
final class ClassRun {
    private static final long LOOK_MS = 50;
    private static final double KIB_PER_MIB = 1024;
    private static final double BYTES_PER_MIB = 1 << 20;

    /** The peak of all containers together, by version of the kernel's control groups. */
    private static final List<Path> PEAKS = List.of(
            Path.of("/sys/fs/cgroup/memory/docker/memory.max_usage_in_bytes"),
            Path.of("/sys/fs/cgroup/docker/memory.peak"));

    private final Path home;

    ClassRun(Path home) {
        this.home = home;
    }

    /**
     * What a run took.
     *
     * @param containersMib empty where the kernel does not tell
     */
    record Figures(int students, double seconds, double jvmMib, OptionalLong containersMib) {
        double perSecond() {
            return students / seconds;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d submissions in %.1f s, peak of the JVM %.0f MiB, of all containers %s MiB",
                    students,
                    seconds,
                    jvmMib,
                    containersMib.isPresent() ? String.valueOf(containersMib.getAsLong()) : "?");
        }
    }

    /** Grades a class that is written into {@code folder}. */
    Figures run(Path folder, int students) throws IOException, InterruptedException {
        Path source = write(folder.resolve("rendus"), students);
        forgetPeak();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        home.resolve("labo").toString(),
                        "noter",
                        source.toString(),
                        "--exercice",
                        "serveur-tcp",
                        "--sortie",
                        folder.resolve("notes").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double jvm = 0;
        while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            jvm = Math.max(jvm, peakOf(process.pid()));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("labo noter ended with " + process.exitValue());
        }
        return new Figures(
                students, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1), jvm, containers());
    }

    private Path write(Path folder, int students) throws IOException {
        List<Path> programs;
        try (Stream<Path> files = Files.list(home.resolve("solutions/serveur-tcp/right"))) {
            programs = files.sorted().toList();
        }
        for (int i = 0; i < students; i++) {
            Path student = Files.createDirectories(
                    folder.resolve(String.format(Locale.ROOT, "Personne %d_%d_assignsubmission_file", i, 900_000 + i)));
            String text = Files.readString(programs.get(i % programs.size()));
            Files.writeString(student.resolve("server.py"), "# " + i + "\n" + text);
        }
        return folder;
    }

    /** In MiB; 0 once the process is gone. */
    private static double peakOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void forgetPeak() throws IOException {
        for (Path peak : PEAKS) {
            if (Files.isWritable(peak)) {
                Files.writeString(peak, "0");
            }
        }
    }

    private static OptionalLong containers() throws IOException {
        for (Path peak : PEAKS) {
            if (Files.isReadable(peak)) {
                return OptionalLong.of(
                        Math.round(Double.parseDouble(Files.readString(peak).trim()) / BYTES_PER_MIB));
            }
        }
        return OptionalLong.empty();
    }
}
