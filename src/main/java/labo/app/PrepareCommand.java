package labo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import labo.machine.LabException;
import labo.report.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code labo preparer}: builds the machines' image; with {@code --oui}, first installs and starts the engine. */
@Command(name = "preparer")
final class PrepareCommand implements Callable<Integer> {
    private final World world;
    private final Texts texts;
    private final Notices notices;

    @SuppressWarnings("UnusedVariable") // it adds options that others read
    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--oui", descriptionKey = "oui")
    private boolean agreed;

    PrepareCommand(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
        this.notices = new Notices(world, texts);
    }

    @Override
    public Integer call() throws IOException, LabException, InterruptedException {
        Path installer = world.home().resolve("grader").resolve("image").resolve("engine.sh");
        Engine engine = world.backstage().engine();
        if (agreed) {
            install(installer);
        }
        Engine.Status status = engine.status().orElseThrow(this::noEngine);
        notices.say("prepare.engine", status.version());
        if (status.imageReady()) {
            notices.say("prepare.fresh", status.imageName());
            return ExitCode.DONE;
        }
        try (ProgressOnTerminal progress = new ProgressOnTerminal(texts.get("prepare.task"), world.terminal())) {
            engine.build(progress);
        }
        notices.say("prepare.done", status.imageName());
        return ExitCode.DONE;
    }

    private Problem noEngine() {
        return Problem.environment(agreed ? "prepare.still-no-engine" : "prepare.needs-engine");
    }

    /** The script does nothing where there is nothing to do. Its output goes to stderr. */
    private void install(Path script) throws IOException, InterruptedException {
        Process installer = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try (var output = installer.getInputStream()) {
            output.transferTo(world.terminal().err());
        } catch (IOException cut) {
            installer.destroy();
            throw cut;
        }
        int code = installer.waitFor();
        if (code != 0) {
            throw Problem.environment("prepare.failed", code);
        }
    }
}
