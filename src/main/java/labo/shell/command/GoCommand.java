package labo.shell.command;

import java.util.List;
import java.util.Optional;
import labo.lesson.Lesson;
import labo.shell.Desk;
import labo.shell.text.Tint;

/** {@code /aller}: to a lesson, by its id or its number. */
final class GoCommand implements Command {
    @Override
    public String name() {
        return "aller";
    }

    @Override
    public List<String> arguments(Desk desk) {
        return desk.journey().course().lessons().stream().map(Lesson::id).toList();
    }

    @Override
    public void run(Desk desk, String argument) {
        if (argument.isEmpty()) {
            desk.screen().say(Tint.WARNING, desk.texts().get("go.where"));
            return;
        }
        Optional<Lesson> lesson = desk.journey().course().lessons().stream()
                .filter(one -> one.id().equals(argument)
                        || String.valueOf(one.number()).equals(argument))
                .findFirst();
        if (lesson.isPresent()) {
            desk.go(lesson.get());
            return;
        }
        String said = Nearest.to(argument, arguments(desk))
                .map(near -> desk.texts().get("go.near", argument, near))
                .orElseGet(() -> desk.texts().get("go.unknown", argument));
        desk.screen().say(Tint.WARNING, said);
    }
}
