package labo.shell;

import java.util.List;
import labo.shell.command.Commands;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Proposes commands and what they take; at the live prompt, Python names. */
final class LabCompleter implements Completer {
    private final Commands commands;
    private final Desk desk;
    private final LiveRoom room;

    LabCompleter(Commands commands, Desk desk, LiveRoom room) {
        this.commands = commands;
        this.desk = desk;
        this.room = room;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before =
                line.line().substring(0, Math.min(line.cursor(), line.line().length()));
        if (before.startsWith("/")) {
            commands.complete(before).forEach(word -> candidates.add(candidate(word, true)));
        } else if (desk.scene().python() && !line.word().isEmpty()) {
            room.complete(line.word()).forEach(name -> candidates.add(candidate(name, false)));
        }
    }

    private static Candidate candidate(String word, boolean complete) {
        return new Candidate(word, word, null, null, null, null, complete);
    }
}
