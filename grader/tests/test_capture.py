import base64
import ctypes
import os
import random
import socket
import struct
import sys
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

try:
    import fcntl
except ImportError:
    # Not POSIX: no live test either.
    fcntl = None

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "agent"))

import capture  # noqa: E402

A, B = "10.7.0.11", "10.7.0.12"
SYN, FIN, RST, PSH, ACK = 0x02, 0x01, 0x04, 0x08, 0x10


def ethernet(payload, kind=0x0800):
    return bytes(range(12)) + struct.pack("!H", kind) + payload


def ipv4(proto, payload, source=B, destination=A, options=b"", fragment=0, total=None):
    words = 5 + len(options) // 4
    total = words * 4 + len(payload) if total is None else total
    head = struct.pack("!BBHHHBBH", 0x40 | words, 0, total, 1, fragment, 64, proto, 0)
    return head + socket.inet_aton(source) + socket.inet_aton(destination) + options + payload


def ipv6(following, payload, source="fd00::12", destination="fd00::11"):
    head = struct.pack("!IHBB", 0x60000000, len(payload), following, 64)
    pton = socket.inet_pton
    return head + pton(socket.AF_INET6, source) + pton(socket.AF_INET6, destination) + payload


def tcp(flags, payload=b"", options=b"", sequence=1000, acknowledgement=2000, ports=(54321, 8888)):
    words = 5 + len(options) // 4
    return struct.pack("!HHIIBBHHH", *ports, sequence, acknowledgement, words << 4, flags, 64240, 0, 0) + options + payload


def udp(payload, length=None, ports=(54321, 8888)):
    return struct.pack("!HHHH", *ports, 8 + len(payload) if length is None else length, 0) + payload


def icmp(kind, code, payload):
    return struct.pack("!BBHI", kind, code, 0, 0) + payload


def parse_tcp(flags, payload=b"", **keys):
    return capture.parse_frame(ethernet(ipv4(6, tcp(flags, payload, **keys))))


class TcpTest(unittest.TestCase):
    def test_syn(self):
        self.assertEqual(
            parse_tcp(SYN, options=b"\x02\x04\x05\xb4", acknowledgement=0),
            {
                "proto": "tcp",
                "from": {"host": B, "port": 54321},
                "to": {"host": A, "port": 8888},
                "flags": "SYN",
                "sequence": 1000,
                "window": 64240,
                "length": 0,
            },
        )

    def test_flags(self):
        for flags, words in ((SYN | ACK, "SYN ACK"), (FIN | ACK, "FIN ACK"), (RST, "RST"), (RST | ACK, "RST ACK"), (0, "")):
            self.assertEqual(parse_tcp(flags)["flags"], words)

    def test_data(self):
        packet = parse_tcp(PSH | ACK, b"SALUT MEC", options=b"\x01" * 12)
        self.assertEqual((packet["flags"], packet["length"], packet["acknowledgement"]), ("PSH ACK", 9, 2000))
        self.assertEqual(base64.b64decode(packet["data"]), b"SALUT MEC")

    def test_only_the_first_octets_are_kept_but_all_are_counted(self):
        packet = parse_tcp(ACK, bytes(range(256)) * 100)
        self.assertEqual(packet["length"], 25600)
        self.assertEqual(base64.b64decode(packet["data"]), bytes(range(64)))

    def test_padding_of_a_short_frame_is_no_data(self):
        packet = capture.parse_frame(ethernet(ipv4(6, tcp(ACK))) + b"\0" * 6)
        self.assertEqual(packet["length"], 0)
        self.assertNotIn("data", packet)

    def test_ip_options(self):
        self.assertEqual(capture.parse_frame(ethernet(ipv4(6, tcp(SYN), options=b"\x01" * 8)))["flags"], "SYN")

    def test_length_left_to_the_card(self):
        self.assertEqual(capture.parse_frame(ethernet(ipv4(6, tcp(ACK, b"abc"), total=0)))["length"], 3)

    def test_ipv6_with_an_extension_header(self):
        extension = bytes([6, 0]) + bytes(6)
        packet = capture.parse_frame(ethernet(ipv6(0, extension + tcp(SYN | ACK)), 0x86DD))
        self.assertEqual((packet["flags"], packet["from"]["host"]), ("SYN ACK", "fd00::12"))


class DatagramTest(unittest.TestCase):
    def test_udp(self):
        packet = capture.parse_frame(ethernet(ipv4(17, udp(b"salut"))))
        self.assertEqual((packet["proto"], packet["length"], packet["to"]["port"]), ("udp", 5, 8888))
        self.assertEqual(base64.b64decode(packet["data"]), b"salut")

    def test_empty_datagram(self):
        packet = capture.parse_frame(ethernet(ipv4(17, udp(b""))))
        self.assertEqual(packet["length"], 0)

    def test_first_fragment_tells_the_whole_length_and_the_others_their_own(self):
        first = capture.parse_frame(ethernet(ipv4(17, udp(b"x" * 64, length=3008), fragment=0x2000)))
        self.assertEqual((first["proto"], first["length"]), ("udp", 3000))
        later = capture.parse_frame(ethernet(ipv4(17, b"x" * 100, fragment=185)))
        self.assertEqual((later["proto"], later["from"], later["to"], later["length"]), ("ip", {"host": B}, {"host": A}, 100))
        self.assertIsNone(capture.parse_frame(ethernet(ipv4(2, b"x" * 100, fragment=185))))

    def test_fragments_of_ipv6(self):
        def fragment(place, more, payload):
            return capture.parse_frame(ethernet(ipv6(44, struct.pack("!BBHI", 17, 0, place << 3 | more, 7) + payload), 0x86DD))

        self.assertEqual(fragment(0, 1, udp(b"x" * 64, length=3008))["length"], 3000)
        self.assertEqual(fragment(9, 0, b"x" * 100)["proto"], "ip")
        self.assertIsNone(capture.parse_frame(ethernet(ipv6(44, b"short"), 0x86DD)))

    def test_port_unreachable_tells_what_it_is_about(self):
        quoted = ipv4(17, udp(b"salut"))[:28]
        packet = capture.parse_frame(ethernet(ipv4(1, icmp(3, 3, quoted), source=A, destination=B)))
        self.assertEqual((packet["proto"], packet["type"], packet["code"]), ("icmp", 3, 3))
        self.assertEqual(packet["from"], {"host": A})
        self.assertEqual(packet["about"]["to"], {"host": A, "port": 8888})
        self.assertEqual(packet["about"]["proto"], "udp")

    def test_echo_has_no_quotation(self):
        self.assertNotIn("about", capture.parse_frame(ethernet(ipv4(1, icmp(8, 0, b"ping")))))

    def test_icmpv6(self):
        quoted = ipv6(17, udp(b"salut"))
        packet = capture.parse_frame(ethernet(ipv6(58, icmp(1, 4, quoted)), 0x86DD))
        self.assertEqual((packet["proto"], packet["about"]["from"]["port"]), ("icmp", 54321))
        neighbour = capture.parse_frame(ethernet(ipv6(58, icmp(135, 0, bytes(16))), 0x86DD))
        self.assertIsNone(neighbour)


class GarbageTest(unittest.TestCase):
    def test_what_is_no_packet_of_ours(self):
        vlan = bytes(12) + struct.pack("!HHH", 0x8100, 5, 0x0800) + ipv4(6, tcp(SYN))
        arp = ethernet(bytes(28), 0x0806)
        for frame in (b"", b"short", vlan, arp, ethernet(b""), ethernet(ipv4(2, bytes(8))), ethernet(ipv6(59, b""), 0x86DD)):
            self.assertIsNone(capture.parse_frame(frame))

    def test_bad_header_lengths(self):
        segment = bytearray(tcp(ACK))
        segment[12] = 0x40
        self.assertIsNone(capture.parse_frame(ethernet(ipv4(6, bytes(segment)))))
        segment[12] = 0xF0
        self.assertIsNone(capture.parse_frame(ethernet(ipv4(6, bytes(segment)))))
        self.assertIsNone(capture.parse_frame(ethernet(ipv4(17, udp(b"x", length=7)))))

    def test_every_cut_of_every_frame(self):
        whole = [
            ethernet(ipv4(6, tcp(PSH | ACK, b"data"))),
            ethernet(ipv4(17, udp(b"data"))),
            ethernet(ipv6(6, tcp(ACK, b"data")), 0x86DD),
            ethernet(ipv4(1, icmp(3, 3, ipv4(17, udp(b"data"))))),
        ]
        for frame in whole:
            self.assertIsNotNone(capture.parse_frame(frame))
            for length in range(len(frame)):
                self.assertIsNone(capture.parse_frame(frame[:length]))

    def test_random_octets_never_raise(self):
        chance = random.Random(8888)
        seen = 0
        for _ in range(20000):
            octets = bytearray(chance.getrandbits(8) for _ in range(chance.randrange(14, 90)))
            kind, version, proto = chance.choice(((0x0800, 0x45, 6), (0x0800, 0x45, 17), (0x0800, 0x45, 1), (0x86DD, 0x60, 6)))
            octets[12:14] = struct.pack("!H", kind)
            if len(octets) > 34 and chance.random() < 0.9:
                octets[14] = version
                if kind == 0x0800:
                    octets[16:18] = struct.pack("!H", len(octets) - 14)
                    octets[20:24] = bytes([0, 0, 64, proto])
            seen += capture.parse_frame(bytes(octets)) is not None
        self.assertGreater(seen, 1000)


class KernelTimeTest(unittest.TestCase):
    def test_time_stamp(self):
        stamp = struct.pack("@ll", 1795346218, 701952000)
        message = [(socket.SOL_SOCKET, 29, b"other"), (socket.SOL_SOCKET, capture.SO_TIMESTAMPNS, stamp)]
        self.assertAlmostEqual(capture.kernel_time(message), 1795346218.701952, places=6)

    def test_no_time_stamp(self):
        self.assertIsNone(capture.kernel_time([]))
        self.assertIsNone(capture.kernel_time([(socket.SOL_SOCKET, capture.SO_TIMESTAMPNS, b"\0")]))


CLONE_NEWNET = 0x40000000
SIOCSIFFLAGS = 0x8914
IFF_UP = 1


def enter_network_of_its_own():
    """Give this thread a network where nobody else talks: other traffic could fill the capture's buffer."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "unshare")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def may_capture():
    if sys.platform != "linux":
        return False
    try:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(enter_network_of_its_own).result()
    except OSError:
        return False
    return True


@unittest.skipUnless(may_capture(), "needs Linux and root: AF_PACKET and a network of its own")
class LiveTest(unittest.TestCase):
    """On the loopback interface, where the kernel shows each packet twice: once leaving, once arriving."""

    def run(self, result=None):
        # The network goes when the thread does.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(super().run, result).result()

    def setUp(self):
        enter_network_of_its_own()
        self.events = []
        self.capture = capture.Capture(self.events.append, "lo")
        self.capture.open()
        self.capture.begin(frames=True)

    def test_barrier_waits_for_what_was_sent(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver, socket.socket(
            socket.AF_INET, socket.SOCK_DGRAM
        ) as sender:
            receiver.bind(("127.0.0.1", 0))
            port = receiver.getsockname()[1]
            for number in range(50):
                sender.sendto(b"%d" % number, ("127.0.0.1", port))
            self.assertTrue(self.capture.barrier())
            seen = [
                base64.b64decode(e["data"]) for e in self.events if e["proto"] == "udp" and e["to"]["port"] == port
            ]
            self.assertEqual(seen, [b"%d" % (number // 2) for number in range(100)])
        self.assertEqual(self.capture.end(), 0)

    def test_only_what_comes_between_begin_and_end_is_emitted(self):
        def sent(text):
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
                sender.sendto(text, ("127.0.0.1", 9))

        sent(b"first")
        self.assertEqual(self.capture.end(), 0)
        self.assertIsNone(self.capture.end())
        sent(b"nobody listens")
        self.capture.begin()
        sent(b"second")
        self.capture.end()
        data = [base64.b64decode(e["data"]) for e in self.events if e["proto"] == "udp"]
        self.assertEqual(data, [b"first", b"first", b"second", b"second"])
        self.assertEqual(["frame" in e for e in self.events if e["proto"] == "udp"], [True, True, False, False])

    def test_times_are_the_kernels_and_frames_are_whole(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            before = time.time()
            client = socket.create_connection(("127.0.0.1", port))
            after = time.time()
            client.close()
            self.capture.end()
        mine = [e for e in self.events if e["proto"] == "tcp" and port in (e["from"]["port"], e["to"]["port"])]
        self.assertEqual((mine[0]["source"], mine[0]["kind"]), ("wire", "packet"))
        # Only the beginning has known bounds: the last acknowledgements are sent when the kernel's timers say so.
        handshake = [e for e in mine if "SYN" in e["flags"]]
        self.assertEqual([e["flags"] for e in handshake], ["SYN", "SYN", "SYN ACK", "SYN ACK"])
        for event in handshake:
            self.assertGreaterEqual(event["t"], before - 1e-5)
            self.assertLessEqual(event["t"], after + 1e-5)
        for event in mine:
            frame = base64.b64decode(event["frame"])
            self.assertEqual(capture.parse_frame(frame)["sequence"], event["sequence"])


if __name__ == "__main__":
    unittest.main()
