package labo.live;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import labo.lesson.Lesson;
import labo.machine.Lab;
import labo.machine.Labs;

/** Measures what lies between Enter and the prompt, beside what bare Python takes for the same statements. */
public final class LiveBench {
    private static final int STATEMENTS = 200;
    private static final List<String> CALLS =
            List.of("import socket", "s = socket.socket()", "s.bind((\"127.0.0.1\", 0))", "s.listen()", "s.close()");

    private LiveBench() {}

    /**
     * The program.
     *
     * @param arguments the sandboxes: {@code local}, {@code docker}
     */
    public static void main(String[] arguments) throws Exception {
        report("python", python());
        for (String sandbox : arguments) {
            try (Labs labs = Sandboxes.labs(sandbox);
                    Lab lab = labs.open()) {
                report(sandbox, live(lab));
            }
        }
    }

    private static String statement(int number) {
        return CALLS.get(number % CALLS.size());
    }

    private static List<Double> live(Lab lab) throws Exception {
        Lesson lesson = new Lesson("bench", 1, "", "", "", List.of(), null, List.of());
        List<Double> times = new ArrayList<>();
        try (LabSession session = LabSession.open(lab, lesson, 1, new Heard())) {
            for (int i = 0; i < STATEMENTS; i++) {
                long start = System.nanoTime();
                session.feed(statement(i));
                session.settle();
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return times;
    }

    private static List<Double> python() throws Exception {
        Process python = new ProcessBuilder("python3", "-iqu", "-c", "import sys; sys.ps1 = sys.ps2 = ''")
                .redirectErrorStream(true)
                .start();
        List<Double> times = new ArrayList<>();
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < STATEMENTS; i++) {
                long start = System.nanoTime();
                python.getOutputStream().write((statement(i) + "\nprint('done')\n").getBytes(StandardCharsets.UTF_8));
                python.getOutputStream().flush();
                for (String line = answers.readLine(); line != null && !line.endsWith("done"); ) {
                    line = answers.readLine();
                }
                times.add((System.nanoTime() - start) / 1e6);
            }
        } finally {
            python.destroy();
        }
        return times;
    }

    private static void report(String name, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                "%s: median %.2f ms, 95%% within %.2f ms, %d statements%n",
                name, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.size());
    }
}
