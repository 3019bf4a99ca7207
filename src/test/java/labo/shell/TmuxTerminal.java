package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A real terminal of 80 columns and 24 lines, with a program in it; a server of its own, gone when closed. */
public final class TmuxTerminal implements AutoCloseable {
    /** Reached only by a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String ALL = "-1000";

    private final Path socket;

    /**
     * @param folder where its socket goes, and where the program starts
     * @param environment added to this process's
     */
    public TmuxTerminal(Path folder, Map<String, String> environment, List<String> program) throws Exception {
        this.socket = folder.resolve("tmux-" + System.nanoTime());
        List<String> command =
                new ArrayList<>(List.of("new-session", "-d", "-x", "80", "-y", "24", "-c", folder.toString()));
        environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        command.addAll(program);
        tmux(command.toArray(String[]::new));
        tmux("set-option", "-g", "remain-on-exit", "on");
    }

    /**
     * The lab for a new learner, in UTF-8.
     *
     * @param folder where the learner is, and where what the lab keeps goes
     */
    public static TmuxTerminal labo(Path folder, Map<String, String> environment, String... options) throws Exception {
        return labo(folder, environment, Path.of(System.getProperty("java.io.tmpdir")), options);
    }

    /**
     * The same.
     *
     * @param temporary where its temporary files go
     */
    static TmuxTerminal labo(Path folder, Map<String, String> environment, Path temporary, String... options)
            throws Exception {
        // In the environment that tmux gives, TERM is its own.
        List<String> program = new ArrayList<>(List.of(
                "env",
                "TERM=" + environment.getOrDefault("TERM", "screen"),
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Dlabo.home=" + Path.of("").toAbsolutePath(),
                "-Dlabo.terminal=012",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "labo.app.Main"));
        program.addAll(List.of(options));
        Map<String, String> all =
                new TreeMap<>(Map.of("XDG_STATE_HOME", folder.resolve("etat").toString(), "LC_ALL", "C.UTF-8"));
        all.putAll(environment);
        return new TmuxTerminal(folder, all, program);
    }

    /** Types a line and Enter. */
    public void type(String line) throws Exception {
        write(line);
        press("Enter");
    }

    /** Types a text as it is. */
    void write(String text) throws Exception {
        tmux("send-keys", "-l", "--", text);
    }

    /** Pastes a text, as a terminal does that tells programs so. */
    void paste(String text) throws Exception {
        tmux("set-buffer", "--", text);
        tmux("paste-buffer", "-p");
    }

    /** Presses a key by tmux's name. */
    public void press(String key) throws Exception {
        tmux("send-keys", key);
    }

    void resize(int columns, int lines) throws Exception {
        tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(lines));
    }

    /** What the screen shows now; every space an ordinary one. */
    public String screen() throws Exception {
        return tmux("capture-pane", "-p").replace('\u00a0', ' ');
    }

    /** All that was ever shown, wrapped lines put together. */
    public String history() throws Exception {
        return tmux("capture-pane", "-p", "-J", "-S", ALL).replace('\u00a0', ' ');
    }

    /** Waits until the screen shows that. */
    public void await(String text) throws Exception {
        await("« " + text + " »", screen -> screen.contains(text));
    }

    /** Waits until the screen is like that; what it then shows. */
    public String await(String what, Predicate<String> shown) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!shown.test(screen)) {
            assertThat(System.nanoTime()).as("%s on:\n%s", what, screen).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NS);
            screen = screen();
        }
        return screen;
    }

    /** Waits until the program has ended. */
    public void awaitEnd() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasEnded()) {
            assertThat(System.nanoTime()).as("still runs:\n%s", screen()).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    /** The program's process. */
    public long pid() throws Exception {
        return Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
    }

    /** Whether the program has ended. */
    boolean hasEnded() throws Exception {
        return tmux("display-message", "-p", "#{pane_dead}").strip().equals("1");
    }

    /** With what code the program has ended: tmux learns that a little after its output's end. */
    public int exitCode() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String status = "";
        while (status.isEmpty()) {
            assertThat(System.nanoTime()).as("no exit code:\n%s", screen()).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NS);
            // tmux now and then misses the end of its program, which stays a zombie: the end of another child wakes it.
            tmux("run-shell", "true");
            status = tmux("display-message", "-p", "#{pane_dead_status}").strip();
        }
        return Integer.parseInt(status);
    }

    /** The program in it, which runs. */
    ProcessHandle program() throws Exception {
        long id = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
        return ProcessHandle.of(id).orElseThrow();
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said;
    }

    @Override
    public void close() throws IOException {
        try {
            tmux("kill-server");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
