package labo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.LabException;
import labo.report.Texts;
import labo.report.Theme;
import labo.report.diagram.ReportDiagrams;
import labo.report.diagram.SvgDiagram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labo verifier}: grades one submission now. */
@Command(name = "verifier")
final class VerifyCommand implements Callable<Integer> {
    private final World world;
    private final Notices notices;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Mixin
    private LabOptions lab = new LabOptions();

    @Parameters(index = "0", paramLabel = "EXERCICE", descriptionKey = "EXERCICE")
    private String exerciseId = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FICHIER", descriptionKey = "FICHIER")
    private List<String> files = List.of();

    @Option(names = "--format", paramLabel = "FORME", descriptionKey = "verifier.format")
    private String format = ReportFormat.TEXTE.term();

    @Option(names = "--sortie", paramLabel = "FICHIER", descriptionKey = "sortie")
    private @Nullable String output;

    @Option(names = "--capture", paramLabel = "FICHIER.pcap", descriptionKey = "capture")
    private @Nullable String capture;

    @Option(names = "--chronologie", descriptionKey = "chronologie")
    private boolean chronology;

    @Option(names = "--svg", paramLabel = "FICHIER", descriptionKey = "svg")
    private @Nullable String svg;

    VerifyCommand(World world, Texts texts) {
        this.world = world;
        this.notices = new Notices(world, texts);
    }

    @Override
    public Integer call() throws IOException, LabException, InterruptedException {
        ReportFormat chosen = ReportFormat.of(format);
        Exercise exercise = course.exercise(world, exerciseId);
        List<Path> paths = files.stream().map(world::path).toList();
        Submission submission = SubmissionReader.read(paths, exercise.file());
        OutputFile target = output == null ? null : OutputFile.at(world.path(output), paths);
        if (chronology && chosen.forPrograms()) {
            throw Problem.usage("chronology.format", chosen.term());
        }
        OutputFile drawing = svg == null ? null : svgFile(world.path(svg), paths);
        CaptureFile captured = capture == null ? null : captureFile(world.path(capture), paths);
        Sandbox sandbox = lab.sandbox(course, world, notices);
        if (captured != null) {
            CaptureFile.refuseWithoutPackets(sandbox);
        }
        long seed = lab.seed();
        Plan plan = captured == null ? Plan.of(seed) : Plan.of(seed).withFrames();
        try (Examiner examiner = world.backstage().examiner(sandbox)) {
            Report report = examiner.grade(exercise, submission, plan);
            // Before the machines are put away, which nobody needs to wait for.
            show(report, chosen, paths, target);
            if (drawing != null) {
                draw(report, drawing);
            }
            if (captured != null) {
                int packets = captured.write(report.timelines().values());
                notices.say("notice.captured", String.valueOf(capture), packets);
            }
            return code(report);
        } catch (LabException failed) {
            if (chosen.forPrograms()) {
                // What reads it expects a report whatever happens; people are told why elsewhere.
                show(Report.ofNothing(exercise, submission, sandbox.term(), seed, failed), chosen, paths, target);
            }
            throw failed;
        }
    }

    private static int code(Report report) {
        return switch (report.status()) {
            case PASSED -> ExitCode.DONE;
            case FAILED -> ExitCode.NOT_PASSED;
            case INCONCLUSIVE -> ExitCode.ENVIRONMENT;
        };
    }

    private CaptureFile captureFile(Path path, List<Path> inputs) throws IOException {
        if (output != null && world.path(output).normalize().equals(path.normalize())) {
            throw Problem.usage("output.twice", path);
        }
        return CaptureFile.at(path, inputs);
    }

    private OutputFile svgFile(Path path, List<Path> inputs) throws IOException {
        for (String other : Stream.of(output, capture).filter(Objects::nonNull).toList()) {
            if (world.path(other).normalize().equals(path.normalize())) {
                throw Problem.usage("output.twice", path);
            }
        }
        return OutputFile.at(path, inputs);
    }

    private void draw(Report report, OutputFile drawing) throws IOException {
        StringBuilder page = new StringBuilder();
        new SvgDiagram("fil").render(new ReportDiagrams(report).sections(), page);
        drawing.write(page.toString());
        notices.say("notice.drawn", String.valueOf(svg));
    }

    private void show(Report report, ReportFormat chosen, List<Path> paths, @Nullable OutputFile target)
            throws IOException {
        StringBuilder page = new StringBuilder();
        Theme theme = target == null ? world.terminal().outTheme(display.colour(world)) : Theme.plain();
        chosen.renderer(theme, SourcePaths.of(world, paths)).render(report, page);
        if (chronology) {
            new ReportDiagrams(report).chronology(theme, page);
        }
        if (target == null && chosen.forPrograms()) {
            // Programs expect UTF-8, whatever the terminal's own charset.
            world.terminal().out().writeBytes(page.toString().getBytes(StandardCharsets.UTF_8));
        } else if (target == null) {
            world.terminal().out().print(page);
        } else {
            target.write(page.toString());
            notices.say("notice.written", String.valueOf(output));
        }
        world.terminal().out().flush();
    }
}
