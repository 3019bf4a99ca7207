package labo.shell.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import labo.shell.Desk;
import labo.shell.text.Tint;

/** All commands by name. */
public final class Commands {
    /** Words from other programs and languages, and what they ask for here. */
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("quit", "quitter"),
            Map.entry("exit", "quitter"),
            Map.entry("bye", "quitter"),
            Map.entry("help", "aide"),
            Map.entry("next", "suivant"),
            Map.entry("suite", "suivant"),
            Map.entry("previous", "precedent"),
            Map.entry("précédent", "precedent"),
            Map.entry("leçons", "lecons"),
            Map.entry("lessons", "lecons"),
            Map.entry("hint", "indice"),
            Map.entry("vérifier", "verifier"),
            Map.entry("éditer", "editer"),
            Map.entry("ss", "prises"));

    /** Words that mean something in Python too: they are left to it at its prompt. */
    private static final List<String> PYTHON_WORDS = List.of("help", "next");

    private final Desk desk;
    private final List<Command> commands;

    private Commands(Desk desk, List<Command> commands) {
        this.desk = desk;
        this.commands = commands;
    }

    /** The commands, for what lies on this desk. */
    public static Commands all(Desk desk) {
        List<Command> others = List.of(
                new NextCommand(),
                new PreviousCommand(),
                new LessonsCommand(),
                new GoCommand(),
                new ReadCommand(),
                new HintCommand(),
                new PlayCommand(),
                new ResumeCommand(),
                new RestartCommand(),
                new VerifyCommand(),
                new WatchCommand(),
                new ReplayCommand(),
                new EditCommand(),
                new SolutionCommand(),
                new SocketsCommand(),
                new ThreadCommand(),
                new StatesCommand(),
                new CaptureCommand(),
                new QuitCommand());
        List<Command> all = new java.util.ArrayList<>();
        all.add(new HelpCommand(others));
        all.addAll(others);
        return new Commands(desk, List.copyOf(all));
    }

    /** Does what a line that starts with a slash asks for. */
    public void run(String line) {
        run(line, true);
    }

    /** The same while a statement waits: only what looks is done. */
    public void runWhileWaiting(String line) {
        run(line, false);
    }

    private void run(String line, boolean free) {
        String[] parts = line.substring(1).strip().split("\\s+", 2);
        String word = parts[0].toLowerCase(Locale.ROOT);
        Optional<Command> command = named(OTHER_WORDS.getOrDefault(word, word));
        if (command.isEmpty()) {
            unknown(word);
        } else if (free || command.get().looks()) {
            command.get().run(desk, parts.length > 1 ? parts[1].strip() : "");
        } else {
            desk.screen().say(Tint.WARNING, desk.texts().get("waiting.not-now", word));
        }
    }

    private void unknown(String word) {
        Optional<String> near = Nearest.to(word, names());
        String said = near.map(name -> desk.texts().get("command.near", word, name))
                .orElseGet(() -> desk.texts().get("command.unknown", word));
        desk.screen().say(Tint.WARNING, said);
    }

    /**
     * Reminds of the slash that a command lacks.
     *
     * @param python whether the line was typed at the live prompt
     * @return whether the line was one, and is dealt with
     */
    public boolean remind(String line, boolean python) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        String name = OTHER_WORDS.getOrDefault(word, word);
        if (named(name).isEmpty() || (python && PYTHON_WORDS.contains(word))) {
            return false;
        }
        desk.screen().say(Tint.WARNING, desk.texts().get("command.slash", name));
        return true;
    }

    /** What the last word of a line that starts with a slash can become. */
    public List<String> complete(String before) {
        int space = before.indexOf(' ');
        if (space < 0) {
            return names().stream().map(name -> "/" + name).toList();
        }
        return named(before.substring(1, space))
                .map(command -> command.arguments(desk))
                .orElse(List.of());
    }

    private Optional<Command> named(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    private List<String> names() {
        return commands.stream().map(Command::name).toList();
    }
}
