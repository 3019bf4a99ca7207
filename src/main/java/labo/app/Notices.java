package labo.app;

import labo.report.Texts;

/** Says on stderr what the user should know beside the report. */
final class Notices {
    private final World world;
    private final Texts texts;

    Notices(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
    }

    void say(String key, Object... arguments) {
        world.terminal().err().println(texts.get(key, arguments));
    }
}
