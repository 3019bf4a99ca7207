package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import labo.machine.SocketState;
import labo.observe.Endpoint;
import labo.shell.text.Symbols;
import org.junit.jupiter.api.Test;

class FooterTest {
    private static SocketState socket(String state, int port, int remote) {
        return new SocketState(
                "tcp", state, new Endpoint("0.0.0.0", port), new Endpoint("10.7.0.12", remote), 0, 0, null, null);
    }

    private static String line(int width, List<SocketState> sockets) {
        return new Footer("bind", 2, 8, "Un deuxième port", sockets, "Entrée : suite")
                .line(Symbols.ASCII, width)
                .toString();
    }

    @Test
    void saysWhereOneIsAndWhatIsNext() {
        assertThat(line(70, List.of())).isEqualTo("bind 2/8 ###---------  Un deuxième port                 Entrée : suite").hasSize(70);
    }

    @Test
    void socketsTakeTheTitlesPlace() {
        assertThat(line(79, List.of(socket("LISTEN", 8888, 0))))
                .contains("LISTEN 0.0.0.0:8888 ")
                .doesNotContain("deuxième")
                .hasSize(79);
        assertThat(line(79, List.of(socket("ESTAB", 8888, 51134)))).contains("ESTAB 0.0.0.0:8888 10.7.0.12:51134");
    }

    @Test
    void neverIsWiderThanTheScreen() {
        List<SocketState> many = List.of(socket("LISTEN", 1, 0), socket("LISTEN", 2, 0), socket("ESTAB", 3, 4));
        for (int width = 1; width < 120; width++) {
            assertThat(line(width, many).length()).as("width %d", width).isLessThanOrEqualTo(width);
            assertThat(line(width, List.of()).length()).as("width %d", width).isLessThanOrEqualTo(width);
        }
    }
}
