package labo.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import labo.shell.Desk;
import labo.shell.text.Tint;

/** Which file a command is about. */
final class Files {
    private Files() {}

    /** The file of that name in the exercise's folder, or the exercise's own; empty, and said, if there is no exercise. */
    static Optional<Path> chosen(Desk desk, String argument) {
        Optional<Desk.Program> program = desk.program();
        if (program.isEmpty()) {
            desk.screen().say(Tint.WARNING, desk.texts().get("program.none"));
            return Optional.empty();
        }
        Path own = program.get().file();
        return Optional.of(argument.isEmpty() ? own : own.resolveSibling(argument));
    }

    /** The Python files in the exercise's folder. */
    static List<String> names(Desk desk) {
        Optional<Path> folder = desk.program().map(program -> program.file().resolveSibling(""));
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = java.nio.file.Files.list(folder.get())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".py"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
