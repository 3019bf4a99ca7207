package labo.classroom;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import labo.check.Verdict;
import labo.grade.Report;
import labo.grade.Submission;
import labo.observe.Ending;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;

/** The main program of a JVM that grades many large hand-ins, whose programs wrote a lot, and says what that took. */
final class ManyHandIns {
    private static final int SOURCE_OCTETS = 20_000;
    private static final int WRITES = 4;
    private static final int WRITE_OCTETS = 8 << 10;
    private static final int AT_ONCE = 2;
    private static final int MIB_SHIFT = 20;
    private static final int KIB_PER_MIB = 1024;

    private ManyHandIns() {}

    public static void main(String[] arguments) throws Exception {
        int students = Integer.parseInt(arguments[0]);
        List<HandIn> handIns =
                IntStream.range(0, students).<HandIn>mapToObj(Large::new).toList();
        try (Gradebook book = Gradebook.open(Path.of(arguments[1]))) {
            new Batch(book, ManyHandIns::report, ClassFixture.terms(), ClassFixture.CLOCK, new Silent())
                    .run(handIns, AT_ONCE, false);
            List<Mark> marks = book.marks(ClassFixture.EXERCISE.id());
            for (Mark mark : marks) {
                book.dossier(mark);
            }
            System.gc();
            long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> MIB_SHIFT;
            System.out.println("marks=" + marks.size());
            System.out.println("live=" + live);
            System.out.println("peak=" + peak());
        }
    }

    private static long peak() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line =
                    lines.filter(each -> each.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
        }
    }

    private static Report report(Submission submission) {
        List<Event> events = IntStream.range(0, WRITES)
                .<Event>mapToObj(i -> new ProgramEvent.Wrote(i, false, Octets.of(new byte[WRITE_OCTETS])))
                .toList();
        Facts facts = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
        Report plain = ClassFixture.report(submission, new Verdict.Passed());
        return new Report(
                plain.exercise(),
                plain.files(),
                plain.sources(),
                plain.sandbox(),
                plain.seed(),
                plain.results(),
                Map.of("un", new Timeline(facts, Ending.of(Ending.How.EXITED), events)),
                plain.durationMs());
    }

    private record Large(int number) implements HandIn {
        @Override
        public Student student() {
            return new Student("k" + number, "Nom " + number, null);
        }

        @Override
        public Collected collect() {
            return new Collected.Ready(
                    ClassFixture.submission("#".repeat(SOURCE_OCTETS) + number), List.of(), ClassFixture.NOW);
        }
    }

    private static final class Silent implements BatchListener {
        @Override
        public void planned(int known, int toDo) {}

        @Override
        public void begun(Student student) {}

        @Override
        public void entered(Mark mark) {}
    }
}
