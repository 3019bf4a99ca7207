package labo.app;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import labo.report.SafeText;
import labo.report.Texts;
import labo.report.Theme;
import labo.report.Theme.Style;
import labo.report.Theme.Symbol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code labo diagnostic}: what this machine has, and what to do about what it has not. */
@Command(name = "diagnostic")
final class DiagnosticCommand implements Callable<Integer> {
    private final World world;
    private final Texts texts;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    DiagnosticCommand(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
    }

    @Override
    public Integer call() throws InterruptedException {
        found("java", Optional.of(Runtime.version().toString()));
        boolean python = found("python", world.backstage().python());
        Optional<Engine.Status> engine = world.backstage().engine().status();
        boolean docker = found("engine", engine.map(Engine.Status::version)) && image(engine.get());
        terminal();
        if (!python && !docker) {
            throw Problem.environment("no-sandbox");
        }
        line(Symbol.PASSED, texts.get("diagnostic.sandbox", (docker ? Sandbox.DOCKER : Sandbox.LOCAL).term()));
        return ExitCode.DONE;
    }

    /** Whether it is there, having said so. */
    private boolean found(String what, Optional<String> version) {
        line(
                version.isPresent() ? Symbol.PASSED : Symbol.FAILED,
                texts.get("diagnostic." + what, version.orElse(texts.get("diagnostic.absent"))));
        if (version.isEmpty()) {
            advice("diagnostic." + what + ".do");
        }
        return version.isPresent();
    }

    private boolean image(Engine.Status engine) {
        String state = texts.get("diagnostic.image." + engine.image());
        line(
                engine.imageReady() ? Symbol.PASSED : Symbol.FAILED,
                texts.get("diagnostic.image", engine.imageName(), state));
        if (!engine.imageReady()) {
            advice("diagnostic.image." + engine.image() + ".do");
        }
        return engine.imageReady();
    }

    private void terminal() {
        Terminal terminal = world.terminal();
        if (!terminal.outIsTerminal()) {
            line(Symbol.FAILED, texts.get("diagnostic.no-terminal"));
            advice("diagnostic.no-terminal.do");
            return;
        }
        String colours = texts.get(display.colour(world) ? "diagnostic.colours" : "diagnostic.no-colours");
        boolean wide = terminal.columns() >= Terminal.COMFORTABLE;
        boolean fine = wide && terminal.unicode();
        line(
                fine ? Symbol.PASSED : Symbol.FAILED,
                texts.get(
                        "diagnostic.terminal",
                        terminal.columns(),
                        colours,
                        texts.get(terminal.unicode() ? "diagnostic.unicode" : "diagnostic.ascii")));
        if (!wide) {
            advice("diagnostic.narrow.do");
        }
        if (!terminal.unicode()) {
            advice("diagnostic.ascii.do");
        }
    }

    private void line(Symbol symbol, String text) {
        print(theme().symbol(symbol) + " " + SafeText.oneLine(text));
    }

    private void advice(String key) {
        print("  " + theme().styled(Style.FAINT, texts.get(key)));
    }

    private Theme theme() {
        return world.terminal().outTheme(display.colour(world));
    }

    private void print(String line) {
        PrintStream out = world.terminal().out();
        out.println(line);
    }
}
