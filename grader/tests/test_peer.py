import base64
import os
import socket
import struct
import sys
import threading
import time
import types
import unittest
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "agent"))

from channel import AgentError  # noqa: E402
from endpoints import Connection  # noqa: E402
from machine_b import MachineB  # noqa: E402
from waiting import StepError, Waiter  # noqa: E402

LINUX = sys.platform == "linux"
A, B = ("127.0.0.11", "127.0.0.12") if LINUX else ("127.0.0.1", "127.0.0.1")

# Only a failure ever reaches it.
DEADLINE = 20


def encode(octets):
    return base64.b64encode(octets).decode("ascii")


def data(event):
    return base64.b64decode(event["data"])


class FakeChannel:
    """Keeps what is emitted, and wakes whoever waits for it."""

    def __init__(self):
        self.sent = []
        self._changed = threading.Condition()

    @property
    def events(self):
        with self._changed:
            return len(self.sent)

    def emit(self, event):
        with self._changed:
            self.sent.append(event)
            self._changed.notify_all()

    def of(self, kind, name=None):
        with self._changed:
            return [e for e in self.sent if e["kind"] == kind and name in (None, e["as"])]

    def wait_for(self, predicate):
        with self._changed:
            if not self._changed.wait_for(predicate, DEADLINE):
                raise AssertionError("never came; there is %r" % self.sent)


class PeerCase(unittest.TestCase):
    def setUp(self):
        self.channel = FakeChannel()
        options = types.SimpleNamespace(role="b", sandbox="local", address=B, peer=A, work=None)
        self.b = MachineB(self.channel, options)
        self.pool = ThreadPoolExecutor(16)
        self.opened = []
        self.request = 0
        self.addCleanup(self.clean)

    def clean(self):
        self.b.shutdown()
        self.pool.shutdown()
        for each in self.opened:
            each.close()

    # What B does

    def play(self, do, **keys):
        return self.start(do, **keys).result(DEADLINE)

    def start(self, do, **keys):
        self.request += 1
        step = {("as" if key == "name" else key): value for key, value in keys.items()}
        return self.pool.submit(self.b.op_play, {"id": self.request, "op": "play", "step": dict(step, do=do)})

    def cancel(self):
        self.request += 1
        self.b.op_cancel({"id": self.request, "op": "cancel"})

    def fails(self, kind, future):
        with self.assertRaises(AgentError) as caught:
            future.result(DEADLINE)
        self.assertEqual(caught.exception.kind, kind, caught.exception.message)

    def until_waiting(self, *described):
        """Return when exactly these steps wait."""
        deadline = time.monotonic() + DEADLINE
        while self.b.op_state({})["waiting"] != list(described):
            self.assertLess(time.monotonic(), deadline, self.b.op_state({}))

    def until(self, kind, name=None, count=1):
        self.channel.wait_for(lambda: len(self.channel.of(kind, name)) >= count)
        return self.channel.of(kind, name)

    def received(self, name):
        return b"".join(data(e) for e in self.channel.of("receive", name))

    # What A does

    def server(self, port=0, backlog=8, buffer=None):
        listener = self.open(socket.socket())
        if buffer:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        listener.bind((A, port))
        listener.listen(backlog)
        return listener

    def open(self, sock):
        sock.settimeout(DEADLINE)
        self.opened.append(sock)
        return sock

    def connected(self, name="c1", **keys):
        """Return A's end of a connection that B made."""
        listener = self.server(buffer=keys.pop("buffer", None))
        self.play("connect", name=name, port=listener.getsockname()[1], **keys)
        conn = self.open(listener.accept()[0])
        listener.close()
        return conn

    def read_all(self, sock):
        octets = b""
        while True:
            piece = sock.recv(65536)
            if not piece:
                return octets
            octets += piece


def reset(sock):
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


class ConnectTest(PeerCase):
    def test_connect(self):
        listener = self.server()
        port = listener.getsockname()[1]
        before = time.time()
        answer = self.play("connect", name="c1", port=port)
        conn, address = listener.accept()
        self.open(conn)
        (event,) = self.channel.of("connect", "c1")
        self.assertEqual((event["source"], event["result"]), ("peer", 0))
        self.assertEqual(event["remote"], {"host": A, "port": port})
        self.assertEqual(event["local"], {"host": B, "port": address[1]})
        self.assertEqual(answer["local"], event["local"])
        self.assertEqual(event["t"], event["end"])
        self.assertLessEqual(before - 1e-6, event["start"])
        self.assertLessEqual(event["start"], event["end"])

    def test_refused(self):
        listener = self.server()
        port = listener.getsockname()[1]
        listener.close()
        self.fails("refused", self.start("connect", name="c1", port=port))
        (event,) = self.channel.of("connect", "c1")
        self.assertEqual(event["errno"], "ECONNREFUSED")
        self.assertNotIn("result", event)
        self.server(port)
        self.play("connect", name="c1", port=port)

    @unittest.skipUnless(LINUX, "how a full queue behaves is the system's affair")
    def test_cancelled_while_nobody_answers(self):
        listener = self.server(backlog=0)
        port = listener.getsockname()[1]
        # One connection fills a queue of length 0 (listen(2)): the next SYN is dropped.
        self.play("connect", name="c1", port=port)
        stuck = self.start("connect", name="c2", port=port)
        self.until_waiting({"do": "connect", "as": "c2"})
        self.cancel()
        self.fails("cancelled", stuck)
        self.assertEqual(self.channel.of("connect", "c2"), [])
        self.play("send", name="c1", pieces=[encode(b"still there")])

    @unittest.skipUnless(LINUX, "the port range is read from /proc")
    def test_never_joined_to_itself(self):
        loner = FakeChannel()
        options = types.SimpleNamespace(role="b", sandbox="local", address="127.0.0.13", peer="127.0.0.13", work=None)
        machine = MachineB(loner, options)
        self.addCleanup(machine.shutdown)
        with socket.socket() as probe:
            probe.bind(("127.0.0.13", 0))
            port = probe.getsockname()[1]
        original = socket.socket.bind

        def bind_to_the_port_asked_for(sock, address):
            original(sock, (address[0], port))

        class Chosen(socket.socket):
            bind = bind_to_the_port_asked_for

        socket.socket, kept = Chosen, socket.socket
        self.addCleanup(setattr, socket, "socket", kept)
        with self.assertRaises(AgentError) as caught:
            machine.op_play({"step": {"do": "connect", "as": "c1", "port": port}})
        self.assertEqual(caught.exception.kind, "refused")

    def test_connection_reset_at_once_was_a_connection(self):
        listener = self.server()
        port = listener.getsockname()[1]

        def reset_each():
            for _ in range(100):
                reset(listener.accept()[0])

        resetting = self.pool.submit(reset_each)
        for turn in range(100):
            name = "c%d" % turn
            self.play("connect", name=name, port=port)
            self.fails("reset", self.start("receive", name=name, any=True))
            kinds = [e["kind"] for e in self.channel.sent if e["as"] == name]
            self.assertEqual(kinds, ["connect", "reset"])
            self.play("close", name=name)
        resetting.result(DEADLINE)

    def test_reset_that_the_connect_itself_finds(self):
        listener = self.server()
        peer = self.b._peer
        original = peer._connect

        def reset_in_between(waiter, sock, address):
            self.assertEqual(original(waiter, sock, address), 0)
            reset(listener.accept()[0])
            return sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

        peer._connect = reset_in_between
        self.play("connect", name="c1", port=listener.getsockname()[1])
        self.fails("reset", self.start("receive", name="c1", any=True))
        self.play("close", name="c1")
        self.assertEqual([e["kind"] for e in self.channel.sent], ["connect", "reset", "close"])

    def test_name_in_use(self):
        self.connected("c1")
        listener = self.server()
        self.fails("usage", self.start("connect", name="c1", port=listener.getsockname()[1]))
        self.assertEqual(len(self.channel.of("connect")), 1)


class SendTest(PeerCase):
    def test_pieces(self):
        conn = self.connected()
        self.play("send", name="c1", pieces=[encode(b"SALUT"), encode(b" MEC")])
        self.play("shutdown", name="c1")
        self.assertEqual(self.read_all(conn), b"SALUT MEC")
        sent = self.channel.of("send", "c1")
        self.assertEqual([(data(e), e["length"]) for e in sent], [(b"SALUT", 5), (b" MEC", 4)])
        self.assertLessEqual(sent[0]["t"], sent[1]["t"])
        self.assertEqual(len(self.channel.of("shutdown", "c1")), 1)

    def test_pieces_with_a_pause_come_apart(self):
        conn = self.connected()
        sending = self.start("send", name="c1", pieces=[encode(b"one"), encode(b"two")], pauseMs=100)
        self.assertEqual(conn.recv(100), b"one")
        sending.result(DEADLINE)
        self.assertEqual(conn.recv(100), b"two")
        first, second = self.channel.of("send", "c1")
        self.assertGreaterEqual(second["t"] - first["t"], 0.099)

    def test_long_pause_is_no_waiting_and_can_be_cancelled(self):
        conn = self.connected()
        sending = self.start("send", name="c1", pieces=[encode(b"one"), encode(b"two")], pauseMs=3600000)
        self.assertEqual(conn.recv(100), b"one")
        self.until("send", "c1")
        state = self.b.op_state({})
        self.assertEqual((state["waiting"], state["busy"]), ([], [{"do": "send", "as": "c1"}]))
        self.cancel()
        self.fails("cancelled", sending)

    def test_long_piece_to_a_slow_reader(self):
        conn = self.connected(buffer=4096)
        octets = os.urandom(3 * 1024 * 1024)
        sending = self.start("send", name="c1", pieces=[encode(octets)])
        self.until_waiting({"do": "send", "as": "c1"})
        got = bytearray()
        while len(got) < len(octets):
            got += conn.recv(65536)
        sending.result(DEADLINE)
        self.assertEqual(bytes(got), octets)
        (event,) = self.channel.of("send", "c1")
        self.assertEqual((event["length"], data(event)), (len(octets), octets[:4096]))

    def test_cancelled_while_a_does_not_read(self):
        conn = self.connected(buffer=4096)
        octets = bytes(16 * 1024 * 1024)
        sending = self.start("send", name="c1", pieces=[encode(octets)])
        self.until_waiting({"do": "send", "as": "c1"})
        self.cancel()
        self.fails("cancelled", sending)
        (event,) = self.channel.of("send", "c1")
        self.play("shutdown", name="c1")
        self.assertEqual(len(self.read_all(conn)), event["length"])
        self.assertLess(event["length"], len(octets))

    def test_answers_are_read_while_a_piece_is_on_its_way(self):
        conn = self.connected(buffer=4096)
        sending = self.start("send", name="c1", pieces=[encode(bytes(8 * 1024 * 1024))])
        self.until_waiting({"do": "send", "as": "c1"})
        conn.sendall(b"still here")
        self.play("receive", name="c1", bytes=10)
        self.cancel()
        self.fails("cancelled", sending)

    def test_reset_while_sending(self):
        conn = self.connected(buffer=4096)
        sending = self.start("send", name="c1", pieces=[encode(bytes(8 * 1024 * 1024))])
        self.until_waiting({"do": "send", "as": "c1"})
        reset(conn)
        self.fails("reset", sending)
        self.assertEqual(len(self.channel.of("reset", "c1")), 1)
        self.assertEqual(self.channel.of("end", "c1"), [])
        self.fails("reset", self.start("send", name="c1", pieces=[encode(b"x")]))
        self.assertEqual(len(self.channel.of("reset", "c1")), 1)

    def test_reset_found_by_a_send_is_no_end_for_the_reader(self):
        listener = self.server()
        sock = socket.create_connection(listener.getsockname())
        connection = Connection("c1", sock, self.channel.emit, True)
        self.addCleanup(connection.discard)
        waiter = Waiter({"do": "send"})
        self.addCleanup(waiter.finish)
        reset(listener.accept()[0])
        with self.assertRaises(StepError) as caught:
            connection.send(waiter, b"x")
        self.assertEqual(caught.exception.kind, "reset")
        # The kernel tells the error once: from now on recv returns no octets, as at an end.
        connection.start()
        connection.close()
        self.assertEqual([e["kind"] for e in self.channel.sent], ["reset", "close"])

    def test_to_a_machine_that_has_closed(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                conn.close()
                # The first octets are answered with RST, the next ones find it.
                self.play("send", name=reading, pieces=[encode(b"one")])
                self.fails("reset", self.start("send", name=reading, pieces=[encode(b"two")]))
                self.assertEqual(len(self.channel.of("reset", reading)), 1)

    def test_after_shutdown_is_bad_usage(self):
        self.connected()
        self.play("shutdown", name="c1")
        self.fails("usage", self.start("send", name="c1", pieces=[encode(b"x")]))


class ReceiveTest(PeerCase):
    def test_bytes_are_consumed_and_the_rest_stays(self):
        conn = self.connected()
        conn.sendall(b"0123456789")
        self.play("receive", name="c1", bytes=4)
        self.play("receive", name="c1", bytes=6)
        waiting = self.start("receive", name="c1", bytes=1)
        self.until_waiting({"do": "receive", "as": "c1"})
        conn.sendall(b"x")
        waiting.result(DEADLINE)
        self.assertEqual(self.received("c1"), b"0123456789x")

    def test_bytes_in_pieces(self):
        conn = self.connected()
        waiting = self.start("receive", name="c1", bytes=6)
        conn.sendall(b"abc")
        self.until("receive", "c1")
        self.until_waiting({"do": "receive", "as": "c1"})
        conn.sendall(b"def")
        waiting.result(DEADLINE)
        events = self.channel.of("receive", "c1")
        self.assertEqual([data(e) for e in events], [b"abc", b"def"])

    @unittest.skipUnless(LINUX, "TIOCOUTQ tells what was not acknowledged, and TCP_QUICKACK is Linux's")
    def test_what_came_is_acknowledged_when_it_is_told(self):
        import fcntl
        import termios

        conn = self.connected()
        # Once both have spoken, a kernel that is not asked waits up to 40 ms for something to send along.
        for count in range(1, 21):
            self.play("send", name="c1", pieces=[encode(b"question")])
            conn.recv(100)
            conn.sendall(b"answer")
            self.until("receive", "c1", count)
            under_way = struct.unpack("i", fcntl.ioctl(conn, termios.TIOCOUTQ, bytes(4)))[0]
            self.assertEqual((count, under_way), (count, 0))

    def test_until_consumes_through_the_match(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                conn.sendall(b"one\r\ntwo\r")
                self.play("receive", name=reading, until=encode(b"\r\n"))
                waiting = self.start("receive", name=reading, until=encode(b"\r\n"))
                self.until_waiting({"do": "receive", "as": reading})
                conn.sendall(b"\nthree")
                waiting.result(DEADLINE)
                self.play("receive", name=reading, bytes=5)
                self.assertEqual(self.received(reading), b"one\r\ntwo\r\nthree")

    def test_any_consumes_all_that_is_there(self):
        conn = self.connected()
        conn.sendall(b"glued" * 3)
        self.until("receive", "c1")
        self.play("receive", name="c1", any=True)
        waiting = self.start("receive", name="c1", any=True)
        self.until_waiting({"do": "receive", "as": "c1"})
        conn.sendall(b"x")
        waiting.result(DEADLINE)

    def test_end(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                conn.sendall(b"last words")
                waiting = self.start("receive", name=reading, end=True)
                conn.shutdown(socket.SHUT_WR)
                waiting.result(DEADLINE)
                self.assertEqual(self.received(reading), b"last words")
                self.assertEqual(len(self.channel.of("end", reading)), 1)
                # Half-closed: B may still send.
                self.play("send", name=reading, pieces=[encode(b"bye")])
                self.assertEqual(conn.recv(10), b"bye")
                self.play("receive", name=reading, end=True)

    def test_ended_before(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                waiting = self.start("receive", name=reading, bytes=10)
                conn.sendall(b"short")
                conn.shutdown(socket.SHUT_WR)
                self.fails("ended", waiting)
                self.fails("ended", self.start("receive", name=reading, until=encode(b"z")))
                # What was not consumed is still there.
                self.play("receive", name=reading, bytes=5)

    def test_reset_before(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                waiting = self.start("receive", name=reading, bytes=10)
                self.until_waiting({"do": "receive", "as": reading})
                reset(conn)
                self.fails("reset", waiting)
                self.fails("reset", self.start("receive", name=reading, end=True))
                self.assertEqual(len(self.channel.of("reset", reading)), 1)
                self.assertEqual(self.channel.of("end", reading), [])

    def test_timeout(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                self.fails("timeout", self.start("receive", name=reading, bytes=1, withinMs=20))
                conn.sendall(b"x")
                self.play("receive", name=reading, bytes=1, withinMs=DEADLINE * 1000)

    def test_bounded_wait_is_told(self):
        self.connected()
        waiting = self.start("receive", name="c1", bytes=1, withinMs=3600000)
        self.until_waiting({"do": "receive", "as": "c1", "bounded": True})
        self.cancel()
        self.fails("cancelled", waiting)

    def test_cancel(self):
        for reading in ("eager", "manual"):
            with self.subTest(reading):
                conn = self.connected(reading, reading=reading)
                waiting = self.start("receive", name=reading, bytes=3)
                self.until_waiting({"do": "receive", "as": reading})
                self.cancel()
                self.fails("cancelled", waiting)
                conn.sendall(b"abc")
                self.play("receive", name=reading, bytes=3)

    def test_two_at_once_on_one_connection(self):
        self.connected()
        waiting = self.start("receive", name="c1", bytes=3)
        self.until_waiting({"do": "receive", "as": "c1"})
        self.fails("usage", self.start("receive", name="c1", bytes=3))
        self.cancel()
        self.fails("cancelled", waiting)

    @unittest.skipUnless(LINUX, "needs to know how much the other side's kernel holds back")
    def test_slow_reader_holds_a_back(self):
        conn = self.connected(reading="manual", receiveBuffer=4096)
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        conn.setblocking(False)
        octets, sent = os.urandom(1024 * 1024), 0
        try:
            while True:
                sent += conn.send(octets[sent:])
        except BlockingIOError:
            pass
        self.assertLess(sent, len(octets))
        self.assertEqual(self.channel.of("receive", "c1"), [])
        rest = self.pool.submit(self.send_rest, conn, octets[sent:])
        self.play("receive", name="c1", bytes=10)
        self.assertEqual(self.received("c1"), octets[:10])
        self.play("receive", name="c1", end=True)
        rest.result(DEADLINE)
        self.assertEqual(self.received("c1"), octets)

    @staticmethod
    def send_rest(conn, octets):
        conn.settimeout(DEADLINE)
        conn.sendall(octets)
        conn.shutdown(socket.SHUT_WR)

    def test_flood_costs_bounded_memory(self):
        conn = self.connected()
        flood = self.pool.submit(self.flood, conn)
        self.fails("failed", self.start("receive", name="c1", end=True))
        self.assertLessEqual(len(self.received("c1")), 17 * 1024 * 1024)
        self.play("receive", name="c1", any=True)
        self.play("receive", name="c1", bytes=1000)
        self.play("reset", name="c1")
        self.assertTrue(flood.result(DEADLINE))

    @staticmethod
    def flood(conn):
        try:
            while True:
                conn.sendall(bytes(65536))
        except ConnectionError:
            return True

    def test_events_come_in_the_order_of_the_dialogue(self):
        conn = self.connected()
        echo = self.pool.submit(self.echo, conn)
        for number in range(100):
            self.play("send", name="c1", pieces=[encode(b"%03d" % number)])
            self.play("receive", name="c1", bytes=3)
        self.play("shutdown", name="c1")
        echo.result(DEADLINE)
        kinds = [e["kind"] for e in self.channel.sent if e["kind"] in ("send", "receive")]
        self.assertEqual(kinds, ["send", "receive"] * 100)
        times = [e["t"] for e in self.channel.sent]
        self.assertEqual(times, sorted(times))

    @staticmethod
    def echo(conn):
        while True:
            octets = conn.recv(100)
            if not octets:
                return
            conn.sendall(octets)


class EndTest(PeerCase):
    def test_close(self):
        conn = self.connected()
        self.play("close", name="c1")
        self.assertEqual(conn.recv(10), b"")
        self.assertEqual([e["kind"] for e in self.channel.sent], ["connect", "close"])
        self.fails("usage", self.start("send", name="c1", pieces=[]))

    def test_close_after_what_a_sent_is_no_reset(self):
        for turn in range(50):
            conn = self.connected("c%d" % turn)
            conn.sendall(b"x" * 1000)
            self.play("close", name="c%d" % turn)
            self.assertEqual(conn.recv(10), b"")
            self.assertEqual(self.received("c%d" % turn), b"x" * 1000)

    def test_reset(self):
        conn = self.connected()
        self.play("reset", name="c1")
        with self.assertRaises(ConnectionResetError):
            conn.recv(10)
        (event,) = self.channel.of("close", "c1")
        self.assertTrue(event["reset"])
        self.assertEqual(self.channel.of("reset"), [])

    def test_close_cancels_what_waits_on_it(self):
        self.connected()
        waiting = self.start("receive", name="c1", bytes=3)
        self.until_waiting({"do": "receive", "as": "c1"})
        self.play("close", name="c1")
        self.fails("cancelled", waiting)

    def test_name_is_free_after_close(self):
        self.connected("c1")
        self.play("close", name="c1")
        conn = self.connected("c1")
        self.play("send", name="c1", pieces=[encode(b"again")])
        self.assertEqual(conn.recv(10), b"again")


class ListenTest(PeerCase):
    def listening(self):
        answer = self.play("listen", name="srv", port=0)
        (event,) = self.until("listen", "srv")
        self.assertEqual(event["local"], answer["local"])
        self.assertEqual(event["local"]["host"], B)
        return (event["local"]["host"], event["local"]["port"])

    def client(self, address):
        sock = self.open(socket.socket())
        sock.bind((A, 0))
        sock.connect(address)
        return sock

    def test_accept(self):
        address = self.listening()
        accepting = self.start("accept", on="srv", name="c1")
        self.until_waiting({"do": "accept", "as": "c1", "on": "srv"})
        client = self.client(address)
        accepting.result(DEADLINE)
        (event,) = self.channel.of("accept", "c1")
        self.assertEqual(event["remote"], {"host": A, "port": client.getsockname()[1]})
        self.assertEqual(event["local"], {"host": B, "port": address[1]})
        client.sendall(b"SALUT MEC")
        self.play("receive", name="c1", bytes=9)
        self.play("send", name="c1", pieces=[encode(b"Salut mec.")])
        self.assertEqual(client.recv(100), b"Salut mec.")

    def test_several_clients_at_once(self):
        address = self.listening()
        clients = [self.client(address) for _ in range(4)]
        for number in range(4):
            self.play("accept", on="srv", name="c%d" % number)
        for number, client in reversed(list(enumerate(clients))):
            client.sendall(b"I am %d" % number)
        for number in range(4):
            self.play("receive", name="c%d" % number, bytes=6)
            self.assertEqual(self.received("c%d" % number), b"I am %d" % number)

    def test_slow_reader(self):
        address = self.listening()
        client = self.client(address)
        self.play("accept", on="srv", name="c1", reading="manual")
        client.sendall(b"abc")
        self.play("receive", name="c1", bytes=2)
        self.assertEqual(self.received("c1"), b"ab")
        self.play("receive", name="c1", bytes=1)

    def test_cancel(self):
        address = self.listening()
        accepting = self.start("accept", on="srv", name="c1")
        self.until_waiting({"do": "accept", "as": "c1", "on": "srv"})
        self.cancel()
        self.fails("cancelled", accepting)
        self.client(address)
        self.play("accept", on="srv", name="c1")

    def test_close_and_listen_again_at_once(self):
        address = self.listening()
        self.client(address)
        self.play("accept", on="srv", name="c1")
        self.play("close", name="c1")
        accepting = self.start("accept", on="srv", name="c2")
        self.until_waiting({"do": "accept", "as": "c2", "on": "srv"})
        self.play("close", name="srv")
        self.fails("cancelled", accepting)
        self.play("listen", name="srv", port=address[1])
        self.client(address)
        self.play("accept", on="srv", name="c2")

    def test_port_taken(self):
        address = self.listening()
        self.fails("failed", self.start("listen", name="other", port=address[1]))

    def test_accept_on_what_is_no_listener(self):
        self.connected("c1")
        self.fails("usage", self.start("accept", on="c1", name="c2"))
        self.fails("usage", self.start("accept", on="nobody", name="c2"))


class UdpTest(PeerCase):
    def setUp(self):
        super().setUp()
        self.a = self.open(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self.a.bind((A, 0))
        self.port = self.a.getsockname()[1]

    def test_exchange(self):
        local = self.play("udp", name="u1")["local"]
        self.play("sendto", name="u1", data=encode(b"SALUT MEC"), port=self.port)
        octets, address = self.a.recvfrom(100)
        self.assertEqual((octets, address), (b"SALUT MEC", (B, local["port"])))
        waiting = self.start("recvfrom", name="u1")
        self.until_waiting({"do": "recvfrom", "as": "u1"})
        self.a.sendto(b"Salut mec.", address)
        waiting.result(DEADLINE)
        (sent,), (got,) = self.channel.of("sendto", "u1"), self.channel.of("recvfrom", "u1")
        self.assertEqual((data(sent), sent["remote"]), (b"SALUT MEC", {"host": A, "port": self.port}))
        self.assertEqual((data(got), got["remote"]), (b"Salut mec.", {"host": A, "port": self.port}))

    def test_reply_goes_to_the_sender_of_the_last_one(self):
        local = self.play("udp", name="u1")["local"]
        self.fails("usage", self.start("sendto", name="u1", data="", reply=True))
        other = self.open(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        other.bind((A, 0))
        for sender in (self.a, other):
            sender.sendto(b"x", (B, local["port"]))
            self.play("recvfrom", name="u1")
            self.play("sendto", name="u1", data=encode(b"to you"), reply=True)
            self.assertEqual(sender.recv(100), b"to you")

    def test_lost_datagram(self):
        local = self.play("udp", name="u1")["local"]
        for octets in (b"first", b"second"):
            self.a.sendto(octets, (B, local["port"]))
        self.play("recvfrom", name="u1", lose=True)
        self.fails("usage", self.start("sendto", name="u1", data="", reply=True))
        self.play("recvfrom", name="u1", lose=False)
        self.assertEqual([data(e) for e in self.channel.of("lost", "u1")], [b"first"])
        self.assertEqual([data(e) for e in self.channel.of("recvfrom", "u1")], [b"second"])

    def test_empty_and_large_datagrams(self):
        local = self.play("udp", name="u1")["local"]
        large = os.urandom(60000)
        for octets in (b"", large):
            self.a.sendto(octets, (B, local["port"]))
            self.play("recvfrom", name="u1")
        self.assertEqual([data(e) for e in self.channel.of("recvfrom")], [b"", large])
        self.fails("failed", self.start("sendto", name="u1", data=encode(bytes(70000)), port=self.port))

    @unittest.skipUnless(LINUX, "IP_RECVERR is Linux's")
    def test_unreachable_is_told_and_nothing_else_is_disturbed(self):
        self.play("udp", name="u1")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as gone:
            gone.bind((A, 0))
            free = gone.getsockname()[1]
        self.play("sendto", name="u1", data=encode(b"anyone?"), port=free)
        (event,) = self.until("unreachable", "u1")
        self.assertEqual((event["remote"], event["errno"]), ({"host": A, "port": free}, "ECONNREFUSED"))
        waiting = self.start("recvfrom", name="u1")
        self.until_waiting({"do": "recvfrom", "as": "u1"})
        self.play("sendto", name="u1", data=encode(b"anyone?"), port=free)
        self.until("unreachable", "u1", 2)
        self.until_waiting({"do": "recvfrom", "as": "u1"})
        self.play("sendto", name="u1", data=encode(b"there!"), port=self.port)
        octets, address = self.a.recvfrom(100)
        self.a.sendto(octets, address)
        waiting.result(DEADLINE)
        self.assertEqual(len(self.channel.of("unreachable", "u1")), 2)

    def test_cancel_and_close(self):
        self.play("udp", name="u1")
        waiting = self.start("recvfrom", name="u1")
        self.until_waiting({"do": "recvfrom", "as": "u1"})
        self.cancel()
        self.fails("cancelled", waiting)
        self.play("close", name="u1")
        self.play("udp", name="u1")


class CancelTest(PeerCase):
    def test_step_that_was_asked_for_before_but_begins_after(self):
        self.connected()
        self.b.op_cancel({"id": 100, "op": "cancel"})
        step = {"do": "receive", "as": "c1", "bytes": 1}
        with self.assertRaises(AgentError) as caught:
            self.b.op_play({"id": 99, "op": "play", "step": step})
        self.assertEqual(caught.exception.kind, "cancelled")
        self.b.op_play({"id": 101, "op": "play", "step": {"do": "pause", "ms": 0}})

    def test_pause(self):
        pausing = self.start("pause", ms=3600000)
        deadline = time.monotonic() + DEADLINE
        while self.b.op_state({})["busy"] != [{"do": "pause"}]:
            self.assertLess(time.monotonic(), deadline)
        self.assertEqual(self.b.op_state({})["waiting"], [])
        self.cancel()
        self.fails("cancelled", pausing)
        self.play("pause", ms=1)


class WaiterTest(unittest.TestCase):
    def setUp(self):
        self.waiter = Waiter({"do": "receive", "as": "c1"})
        self.condition = threading.Condition()
        self.soon = self.now = False
        self.pool = ThreadPoolExecutor(1)
        self.addCleanup(self.waiter.finish)
        self.addCleanup(self.pool.shutdown)
        self.addCleanup(self.waiter.cancel)

    def wait(self):
        with self.condition:
            self.waiter.wait_until(self.condition, lambda: self.now, lambda: self.soon)
            return "done"

    def begin(self):
        waiting = self.pool.submit(self.wait)
        deadline = time.monotonic() + DEADLINE
        while not self.waiter.is_waiting():
            self.assertLess(time.monotonic(), deadline)
        return waiting

    def test_what_can_go_on_is_not_waiting(self):
        waiting = self.begin()
        self.soon = True
        self.assertFalse(self.waiter.is_waiting())
        with self.condition:
            self.now = True
            self.condition.notify_all()
        self.assertEqual(waiting.result(DEADLINE), "done")
        self.assertFalse(self.waiter.is_waiting())

    def test_what_went_on_while_it_was_looked_at_is_not_waiting(self):
        results = []

        def finish_and_find_nothing():
            with self.condition:
                self.now = True
                self.condition.notify_all()
            results.append(waiting.result(DEADLINE))
            return False

        looked_at = threading.Event()

        def wait():
            with self.condition:
                self.waiter.wait_until(self.condition, lambda: self.now, lambda: looked_at.is_set() and finish_and_find_nothing())
                return "done"

        waiting = self.pool.submit(wait)
        deadline = time.monotonic() + DEADLINE
        while not self.waiter.is_waiting():
            self.assertLess(time.monotonic(), deadline)
        looked_at.set()
        self.assertFalse(self.waiter.is_waiting())
        self.assertEqual(results, ["done"])

    def test_cancelled_is_not_waiting(self):
        waiting = self.begin()
        with self.condition:
            canceller = threading.Thread(target=self.waiter.cancel)
            canceller.start()
            deadline = time.monotonic() + DEADLINE
            while not self.waiter.cancelled:
                self.assertLess(time.monotonic(), deadline)
            self.assertFalse(self.waiter.is_waiting())
        canceller.join()
        with self.assertRaises(StepError) as caught:
            waiting.result(DEADLINE)
        self.assertEqual(caught.exception.kind, "cancelled")


class ResetTest(PeerCase):
    def reset(self):
        self.request += 1
        self.b.op_reset({"id": self.request, "op": "reset"})

    def test_everything_is_gone(self):
        before = threading.active_count()
        fds = len(os.listdir("/proc/self/fd")) if LINUX else 0
        self.b.op_play({"step": {"do": "listen", "as": "srv", "port": 0}})
        self.b.op_play({"step": {"do": "udp", "as": "u1"}})
        self.reset()
        self.assertEqual(threading.active_count(), before)
        self.fails("usage", self.start("accept", on="srv", name="c1"))
        if LINUX:
            self.assertEqual(len(os.listdir("/proc/self/fd")), fds)
            self.assertEqual(self.b.op_state({})["sockets"], [])

    def test_waiting_steps_are_cancelled_and_connections_reset(self):
        conn = self.connected("c1")
        slow = self.connected("c2", reading="manual")
        self.play("listen", name="srv", port=0)
        self.play("udp", name="u1")
        waiting = [
            self.start("receive", name="c1", bytes=1),
            self.start("receive", name="c2", bytes=1),
            self.start("accept", on="srv", name="c3"),
            self.start("recvfrom", name="u1"),
            self.start("pause", ms=3600000),
        ]
        deadline = time.monotonic() + DEADLINE
        while len(self.b.op_state({})["waiting"]) < 4 or len(self.b.op_state({})["busy"]) != 1:
            self.assertLess(time.monotonic(), deadline)
        self.reset()
        for each in waiting:
            self.fails("cancelled", each)
        for each in (conn, slow):
            with self.assertRaises(ConnectionResetError):
                each.recv(10)
        state = self.b.op_state({})
        self.assertEqual((state["waiting"], state["busy"]), ([], []))
        self.assertFalse([t.name for t in threading.enumerate() if t.name.startswith(("reader", "watcher"))])

    def test_a_may_use_its_port_again_at_once(self):
        for finish_first in (False, True):
            with self.subTest(finish_first=finish_first):
                listener = self.server()
                port = listener.getsockname()[1]
                self.play("connect", name="c1", port=port)
                conn = self.open(listener.accept()[0])
                if finish_first:
                    conn.close()
                    self.play("receive", name="c1", end=True)
                listener.close()
                self.reset()
                conn.close()
                # No SO_REUSEADDR: a connection in TIME-WAIT or FIN-WAIT-2 would make this fail.
                self.server(port).close()

    def test_flood_does_not_delay_it(self):
        conn = self.connected()
        flood = self.pool.submit(ReceiveTest.flood, conn)
        self.until("receive", "c1", 10)
        self.reset()
        self.assertTrue(flood.result(DEADLINE))


class RequestTest(PeerCase):
    def test_hello(self):
        answer = self.b.op_hello({})
        self.assertEqual((answer["protocol"], answer["role"], answer["platform"]), (1, "b", sys.platform))

    def test_local_sandbox_has_no_capture(self):
        for on in (True, False):
            with self.assertRaises(AgentError) as caught:
                self.b.op_capture({"on": on})
            self.assertEqual(caught.exception.kind, "unsupported")

    @unittest.skipUnless(LINUX, "the tables of /proc/net are Linux's")
    def test_docker_sandbox_shows_every_socket(self):
        listener = self.server()
        self.play("udp", name="u1")
        options = types.SimpleNamespace(role="b", sandbox="docker", address=B, peer=A, work=None)
        table = MachineB(FakeChannel(), options).op_sockets({})["sockets"]
        self.assertIn(listener.getsockname()[1], [row["local"]["port"] for row in table])

    def test_state_counts_events_and_shows_sockets(self):
        self.connected()
        state = self.b.op_state({})
        self.assertEqual(state["events"], 1)
        if LINUX:
            self.assertIn("ESTABLISHED", [row["state"] for row in state["sockets"]])

    def test_what_can_go_on_is_not_waiting(self):
        conn = self.connected(reading="manual")
        waiting = self.start("receive", name="c1", bytes=3)
        self.until_waiting({"do": "receive", "as": "c1"})
        conn.sendall(b"abc")
        self.until_waiting()
        waiting.result(DEADLINE)

    def test_bad_steps(self):
        self.connected()
        for step in (
            None,
            {},
            {"do": "dance"},
            {"do": ["send"]},
            {"do": "connect", "port": 8888},
            {"do": "connect", "as": "c9"},
            {"do": "connect", "as": "c9", "port": 0},
            {"do": "connect", "as": "c9", "port": 70000},
            {"do": "connect", "as": "c9", "port": "8888"},
            {"do": "connect", "as": "c9", "port": True},
            {"do": "connect", "as": "c9", "port": 8888, "reading": "fast"},
            {"do": "connect", "as": "", "port": 8888},
            {"do": "send", "as": "c1"},
            {"do": "send", "as": "c1", "pieces": "SGVsbG8="},
            {"do": "send", "as": "c1", "pieces": ["not base64!"]},
            {"do": "send", "as": "c1", "pieces": [], "pauseMs": -1},
            {"do": "send", "as": "nobody", "pieces": []},
            {"do": "receive", "as": "c1"},
            {"do": "receive", "as": "c1", "bytes": 1, "any": True},
            {"do": "receive", "as": "c1", "bytes": 0},
            {"do": "receive", "as": "c1", "until": ""},
            {"do": "receive", "as": "c1", "end": False},
            {"do": "receive", "as": "c1", "bytes": 1, "patience": 3},
            {"do": "sendto", "as": "c1", "data": "", "port": 1},
            {"do": "sendto", "as": "c1", "data": ""},
            {"do": "sendto", "as": "c1", "data": "", "port": 1, "reply": True},
            {"do": "recvfrom", "as": "c1"},
            {"do": "shutdown", "as": "nobody"},
            {"do": "close", "as": "nobody"},
            {"do": "pause"},
            {"do": "pause", "ms": 1, "as": "c1"},
        ):
            with self.subTest(step=step), self.assertRaises(AgentError) as caught:
                self.b.op_play({"id": 1, "op": "play", "step": step})
            self.assertEqual(caught.exception.kind, "usage")
        with self.assertRaises(AgentError):
            self.b.op_play({"id": 1, "op": "play"})
        self.assertEqual([e["kind"] for e in self.channel.sent], ["connect"])


if __name__ == "__main__":
    unittest.main()
