package labo.shell;

import java.util.ArrayList;
import java.util.List;
import labo.shell.command.Commands;
import labo.shell.text.Tint;
import labo.shell.text.Wrapping;
import org.jline.utils.AttributedString;

/** Reads lines and does what they ask, until the learner leaves. */
final class Conversation {
    private final Desk desk;
    private final Commands commands;
    private final Prompt prompt;

    Conversation(Desk desk, Commands commands, Prompt prompt) {
        this.desk = desk;
        this.commands = commands;
        this.prompt = prompt;
    }

    void run() {
        welcome();
        desk.open();
        while (!desk.leaving()) {
            Scene scene = desk.scene();
            Prompt.Typed typed = prompt.read(scene.prompt(), scene.tint(), scene.python());
            if (typed instanceof Prompt.Typed.Line line) {
                line(scene, line.text());
            } else if (typed instanceof Prompt.Typed.Dropped) {
                scene.drop();
            } else {
                desk.quit();
            }
        }
        desk.screen()
                .say(
                        Tint.FAINT,
                        desk.texts().get("goodbye", desk.journey().lesson().id()));
    }

    private void welcome() {
        Journey journey = desk.journey();
        String key = journey.isNew() ? "welcome.new" : "welcome.back";
        String greeting = desk.texts()
                .get(key, journey.lesson().number(), journey.lesson().title());
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Tint.TITLE.of(journey.course().title()));
        lines.addAll(Wrapping.wrap(Tint.FAINT.of(greeting), desk.screen().width()));
        desk.screen().lines(lines);
        desk.under(lines.size());
    }

    private void line(Scene scene, String text) {
        if (scene.halfTyped()) {
            scene.enter(text);
        } else if (text.isBlank()) {
            blank(scene);
        } else if (text.startsWith("/")) {
            commands.run(text);
        } else if (!commands.remind(text, scene.python())) {
            scene.enter(text);
        }
    }

    private void blank(Scene scene) {
        if (scene.mayGoOn()) {
            desk.next();
        } else {
            scene.nudge();
        }
    }
}
