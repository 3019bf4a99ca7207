package labo.classroom.marks;

import java.time.Duration;
import labo.report.Texts;

/** Says how late something is. Pure. */
final class Lateness {
    private Lateness() {}

    static String text(Duration late, Texts texts) {
        return texts.get("late", late.toDays(), late.toHoursPart(), late.toMinutesPart());
    }
}
