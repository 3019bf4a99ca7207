package labo.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import labo.machine.SocketState;
import labo.observe.Endpoint;
import labo.shell.command.SocketTable.Column;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class SocketTableTest {
    private static final Endpoint ANY = new Endpoint("0.0.0.0", 0);
    private static final Endpoint HERE = new Endpoint("10.7.0.11", 8888);
    private static final Endpoint THERE = new Endpoint("10.7.0.12", 40_000);
    private static final List<SocketState> SOCKETS = List.of(
            new SocketState("udp", "UNCONNECTED", new Endpoint("0.0.0.0", 53), ANY, 0, 0, 14, 4, true, "python3", null),
            new SocketState("tcp", "LISTEN", new Endpoint("0.0.0.0", 8888), ANY, 1, 0, 14, 3, true, "python3", 128L),
            new SocketState("tcp", "ESTABLISHED", HERE, THERE, 5, 26, 14, 5, true, "python3", null),
            new SocketState("tcp", "TIME-WAIT", HERE, new Endpoint("10.7.0.12", 40_001), 0, 0, null, null),
            new SocketState(
                    "tcp", "LISTEN", new Endpoint("::", 9000), new Endpoint("::", 0), 0, 0, 14, 6, true, null, 5L));

    private static String shown(int width) {
        return SocketTable.lines(SOCKETS, width).stream()
                .map(AttributedString::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void asSsShowsIt() {
        assertThat(shown(120)).isEqualTo("""
                        Netid State     Recv-Q Send-Q Local Address:Port Peer Address:Port Process
                        udp   UNCONN    0      0              0.0.0.0:53         0.0.0.0:* users:(("python3",pid=14,fd=4))
                        tcp   LISTEN    1      128          0.0.0.0:8888         0.0.0.0:* users:(("python3",pid=14,fd=3))
                        tcp   ESTAB     5      26         10.7.0.11:8888   10.7.0.12:40000 users:(("python3",pid=14,fd=5))
                        tcp   TIME-WAIT 0      0          10.7.0.11:8888   10.7.0.12:40001
                        tcp   LISTEN    0      5               [::]:9000            [::]:* users:(("?",pid=14,fd=6))""");
    }

    @Test
    void onANarrowScreenTheProcessGoesBelow() {
        assertThat(shown(79)).isEqualTo("""
                        Netid State     Recv-Q Send-Q Local Address:Port Peer Address:Port
                              Process
                        udp   UNCONN    0      0              0.0.0.0:53         0.0.0.0:*
                              users:(("python3",pid=14,fd=4))
                        tcp   LISTEN    1      128          0.0.0.0:8888         0.0.0.0:*
                              users:(("python3",pid=14,fd=3))
                        tcp   ESTAB     5      26         10.7.0.11:8888   10.7.0.12:40000
                              users:(("python3",pid=14,fd=5))
                        tcp   TIME-WAIT 0      0          10.7.0.11:8888   10.7.0.12:40001
                        tcp   LISTEN    0      5               [::]:9000            [::]:*
                              users:(("?",pid=14,fd=6))""");
        assertThat(shown(79).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(80));
    }

    @Test
    void aColumnIsNamedByAWordOrByItsHeading() {
        assertThat(Column.named("recv-q")).contains(Column.RECV_Q);
        assertThat(Column.named("Local")).contains(Column.LOCAL);
        assertThat(Column.named("peer address:port")).contains(Column.PEER);
        assertThat(Column.named("port")).isEmpty();
    }
}
