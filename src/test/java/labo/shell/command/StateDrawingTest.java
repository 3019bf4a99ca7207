package labo.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.observe.MachineName;
import labo.observe.Timeline;
import labo.observe.tcp.Exchange;
import labo.observe.tcp.TcpPath;
import labo.observe.tcp.TcpPaths;
import labo.observe.tcp.TcpState;
import labo.report.Golden;
import labo.report.Texts;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class StateDrawingTest {
    private static final Timeline WHOLE = Exchange.captured()
            .socket(1)
            .bind(1)
            .listen(1)
            .fromB("S", 0)
            .fromA("SA", 0)
            .fromB("A", 0)
            .accept(1, 2)
            .fromB("FA", 0)
            .fromA("A", 0)
            .fromA("FA", 0)
            .fromB("A", 0)
            .build();

    private static TcpPath side(Timeline timeline, MachineName machine) {
        return TcpPaths.of(timeline).stream()
                .filter(path -> path.machine() == machine && path.remote() != null)
                .findFirst()
                .orElseThrow();
    }

    private static String shown(boolean unicode, TcpPath path) {
        StateDrawing drawing = new StateDrawing(new Texts("labo.shell.messages"), unicode);
        return Stream.concat(
                                drawing.drawing(path).stream(),
                                drawing.steps(path, path.changes().get(0).time()).stream())
                        .map(AttributedString::toString)
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                        .replace('\u00a0', ' ')
                + "\n";
    }

    @Test
    void theServerThatIsLeft() throws IOException {
        Golden.check("etats-serveur.txt", shown(true, side(WHOLE, MachineName.A)));
    }

    @Test
    void theClientThatLeavesInAscii() throws IOException {
        Golden.check("etats-client-ascii.txt", shown(false, side(WHOLE, MachineName.B)));
    }

    @Test
    void withoutACaptureTheCallsAreNamed() {
        Timeline refused = Exchange.local()
                .socket(1)
                .connect(1, Exchange.B, "ECONNREFUSED")
                .build();
        assertThat(shown(true, side(refused, MachineName.A)).lines().toList())
                .endsWith(
                        "  1 CLOSED       au départ",
                        "  2 SYN-SENT     connect()                                      0,000 s",
                        "  3 CLOSED       connect() a échoué : ECONNREFUSED              0,000 s");
    }

    @Test
    void everyStateIsInTheDrawingAndItFits() {
        TcpPath fresh = new TcpPath(MachineName.A, 1, null, null, false, List.of());
        List<String> lines = new StateDrawing(new Texts("labo.shell.messages"), true)
                .drawing(fresh).stream().map(AttributedString::toString).toList();
        for (TcpState state : TcpState.values()) {
            assertThat(lines).anySatisfy(line -> assertThat(line).contains(state.term()));
        }
        assertThat(lines).first().asString().contains("[1 CLOSED]");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
    }
}
