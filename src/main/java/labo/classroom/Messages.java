package labo.classroom;

import labo.report.Texts;

/** The French texts of this room. */
public final class Messages {
    private Messages() {}

    public static Texts texts() {
        return new Texts("labo.classroom.messages");
    }
}
