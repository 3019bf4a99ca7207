package labo.app;

import java.util.function.Consumer;
import labo.report.Texts;

/** Says on stderr what the user should know beside the report. */
final class Notices {
    private final Consumer<String> out;
    private final Texts texts;

    Notices(World world, Texts texts) {
        this(world.terminal().err()::println, texts);
    }

    /** Notices for a prompt, which says them in its own time. */
    Notices(Consumer<String> out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void say(String key, Object... arguments) {
        out.accept(texts.get(key, arguments));
    }
}
