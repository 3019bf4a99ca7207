package labo.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import labo.observe.Event;
import labo.observe.Timeline;
import labo.shell.Desk;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;

/** {@code /fil}: what the two machines did since the lesson began, A's side on the left, B's on the right. */
final class ThreadCommand implements Command {
    private static final int TIME = 9;

    @Override
    public String name() {
        return "fil";
    }

    @Override
    public void run(Desk desk, String argument) {
        Optional<Timeline> timeline = desk.liveTimeline();
        List<AttributedString> lines = timeline.map(known -> lines(desk, known)).orElse(List.of());
        if (lines.isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("thread.none"));
        } else {
            desk.page(lines);
        }
    }

    private static List<AttributedString> lines(Desk desk, Timeline timeline) {
        int column = (desk.screen().width() - TIME) / 2;
        List<AttributedString> lines = new ArrayList<>();
        for (Event event : timeline.events()) {
            desk.told(event, timeline.facts().traced())
                    .ifPresent(told -> lines.add(AttributedString.join(
                            AttributedString.EMPTY,
                            Tint.FAINT.of(String.format("%7.3f", event.time() - timeline.start())),
                            new AttributedString(
                                    " ".repeat(event.machine() == labo.observe.MachineName.B ? column : 0)),
                            told)));
        }
        return lines;
    }
}
