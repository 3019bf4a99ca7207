"""What the C library does by itself is left out, and nothing that a program does."""

import itertools
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent"))

from socket_tracker import SocketTracker  # noqa: E402
from strace_parser import LineReader  # noqa: E402

UDP = "socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 3"
UDP_6 = "socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 3"
UDP_WITHOUT_WAITING = "socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 3"
TCP = "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 3"
NAME = 'getsockname(3, {sa_family=AF_INET, sin_port=htons(53407), sin_addr=inet_addr("\\x31")}, [28 => 16]) = 0'
CLOSE = "close(3) = 0"
SEND = 'sendto(3, "\\x61", 1, 0, NULL, 0) = 1'

NETLINK = (
    "socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3",
    "bind(3, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0",
    'sendto(3, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 20',
    'recvmsg(3, {msg_name={sa_family=AF_NETLINK}, msg_namelen=12, msg_iov=[{iov_base="\\x61", iov_len=4096}], msg_iovlen=1}, 0) = 1',
    CLOSE,
)
NAME_SERVICE = (
    "socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = 3",
    'connect(3, {sa_family=AF_UNIX, sun_path="\\x2f"}, 110) = -1 ENOENT (No such file or directory)',
    CLOSE,
)


def connect(port, result="0", descriptor=3):
    return 'connect(%d, {sa_family=AF_INET, sin_port=htons(%d), sin_addr=inet_addr("\\x31\\x2e\\x32\\x2e\\x33\\x2e\\x34")}, 16) = %s' % (
        descriptor,
        port,
        result,
    )


def follow(*calls, pause_before=None):
    """The kinds of the events of these calls, made one after the other by one thread."""
    reader = LineReader()
    tracker = SocketTracker(reader, itertools.count(1).__next__)
    events, time = [], 1.0
    for number, call in enumerate(calls):
        time += 5.0 if number == pause_before else 0.0001
        events += tracker.feed(reader.read("13    %.6f %s <0.000010>" % (time, call)))
    return events + tracker.finish()


def kinds(*calls, **options):
    return [event["kind"] for event in follow(*calls, **options)]


class Left(unittest.TestCase):
    """Out: as recorded from Debian's C library."""

    def test_a_question_to_a_name_server(self):
        events = follow(
            TCP.replace("= 3", "= 4"),
            *NAME_SERVICE,
            UDP_WITHOUT_WAITING,
            "setsockopt(3, SOL_IP, IP_RECVERR, [1], 4) = 0",
            connect(53),
            'sendmmsg(3, [{msg_hdr={msg_iov=[{iov_base="\\x47", iov_len=1}], msg_iovlen=1}, msg_len=1}], 1, MSG_NOSIGNAL) = 1',
            'recvfrom(3, "\\x47", 2048, 0, NULL, NULL) = 1',
            CLOSE,
            connect(8888, descriptor=4),
        )
        self.assertEqual([(event["kind"], event["socket"]) for event in events], [("socket", 1), ("connect", 1)])

    def test_which_address_is_reached_from_where(self):
        self.assertEqual(
            kinds(
                *NETLINK,
                UDP,
                connect(8888),
                NAME,
                "connect(3, {sa_family=AF_UNSPEC, sa_data=\"\\x00\"}, 16) = 0",
                connect(8888),
                NAME,
                CLOSE,
                UDP_6,
                connect(8888, "-1 EADDRNOTAVAIL (Cannot assign requested address)"),
                CLOSE,
                TCP,
                connect(8888),
            ),
            ["socket", "connect"],
        )

    def test_a_family_that_is_not_there(self):
        missing = UDP_6.replace("= 3", "= -1 EAFNOSUPPORT (Address family not supported by protocol)")
        self.assertEqual(kinds(*NETLINK, missing, UDP, connect(8888), NAME, CLOSE, TCP), ["socket"])


class Kept(unittest.TestCase):
    """What a program does with UDP sockets of its own."""

    def test_a_client(self):
        self.assertEqual(kinds(UDP, connect(8888), NAME, CLOSE), ["socket", "connect", "close"])

    def test_a_question_to_a_name_server_of_ones_own(self):
        self.assertEqual(kinds(UDP, connect(53), SEND, CLOSE), ["socket", "connect", "send", "close"])

    def test_a_socket_that_does_not_wait(self):
        self.assertEqual(
            kinds(UDP_WITHOUT_WAITING, connect(8888), SEND, CLOSE), ["socket", "connect", "send", "close"]
        )
        self.assertEqual(kinds(UDP_WITHOUT_WAITING), ["socket"])

    def test_a_client_after_a_lookup(self):
        for calls, expected in (
            ((UDP, connect(8888), SEND, CLOSE), ["socket", "connect", "send", "close"]),
            ((UDP, SEND, CLOSE), ["socket", "send", "close"]),
            ((UDP, CLOSE), ["socket", "close"]),
            ((UDP, connect(8888)), ["socket", "connect"]),
            ((UDP, connect(8888), TCP.replace("= 3", "= 4"), CLOSE), ["socket", "connect", "socket", "close"]),
        ):
            self.assertEqual(kinds(*NETLINK, *calls), expected, calls)

    def test_what_is_still_held_when_the_thread_ends(self):
        reader = LineReader()
        tracker = SocketTracker(reader, itertools.count(1).__next__)
        lines = ("13 1.0 " + UDP_WITHOUT_WAITING + " <0.1>", "13 2.0 +++ exited with 0 +++")
        self.assertEqual([len(tracker.feed(reader.read(line))) for line in lines], [0, 1])

    def test_a_number_that_another_thread_closed(self):
        accepted = 'accept4(4, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("\x31")}, [16], SOCK_CLOEXEC) = 3'
        calls = (UDP_WITHOUT_WAITING, connect(53), TCP.replace("= 3", "= 4"), accepted, SEND)
        self.assertEqual(kinds(*calls), ["socket", "accept", "send"])

    def test_a_client_long_after_a_lookup(self):
        self.assertEqual(
            kinds(*NETLINK, UDP, connect(8888), CLOSE, pause_before=len(NETLINK)), ["socket", "connect", "close"]
        )

    def test_the_socket_is_shown_before_what_is_done_with_it(self):
        events = follow(*NETLINK, UDP, connect(8888), SEND)
        self.assertEqual([event["socket"] for event in events], [1, 1, 1])
        self.assertEqual(events, sorted(events, key=lambda event: event["t"]))


if __name__ == "__main__":
    unittest.main()
