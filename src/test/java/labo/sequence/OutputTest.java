package labo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import labo.observe.Ending;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Timeline;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static final Raised ERROR = new Raised(9, "KeyError", "'x'", null, null);

    private static List<String> shown(Event... events) {
        Facts facts = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
        return Diagram.of(new Timeline(facts, Ending.of(Ending.How.EXITED), List.of(events))).rows().stream()
                .flatMap(row -> Stream.of(((Row.Ran) row).event()))
                .map(event ->
                        event instanceof ProgramEvent.Wrote wrote ? wrote.data().text() : event.kind())
                .toList();
    }

    private static ProgramEvent.Wrote wrote(double time, boolean error, String text) {
        return new ProgramEvent.Wrote(time, error, Octets.utf8(text));
    }

    @Test
    void whatWasWrittenInPiecesIsOneRow() {
        assertThat(shown(wrote(1, false, "Salut"), wrote(2, false, " mec"), wrote(3, true, "\n"), wrote(4, true, "b")))
                .containsExactly("Salut mec", "b");
    }

    @Test
    void aTracebackIsNotShownBesideItsException() {
        String traceback = "Traceback (most recent call last):\n  File …";
        assertThat(shown(wrote(8, true, traceback), ERROR)).containsExactly("exception");
        assertThat(shown(wrote(8, true, traceback))).containsExactly(traceback);
        assertThat(shown(wrote(8, true, "raté\n"), ERROR)).containsExactly("raté\n", "exception");
    }
}
