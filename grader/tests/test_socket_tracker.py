import base64
import itertools
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent"))

from socket_tracker import SocketTracker  # noqa: E402
from strace_parser import LineReader  # noqa: E402

SOCKET = "13    1.000000 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3 <0.000010>"
ADDRESS = '{sa_family=AF_INET, sin_port=htons(5000), sin_addr=inet_addr("\\x31\\x2e\\x32\\x2e\\x33\\x2e\\x34")}'
HOST = {"host": "1.2.3.4", "port": 5000}
ACCEPT = "13    2.000000 accept4(3, " + ADDRESS + ", [16], SOCK_CLOEXEC) = 4 <0.500000>"
FORK = "13    3.000000 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f) = 20 <0.1>"
THREAD_FLAGS = "flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM, parent_tid=[14]"


def follow(*lines):
    reader = LineReader()
    tracker = SocketTracker(reader, itertools.count(1).__next__)
    events = []
    for line in lines:
        record = reader.read(line)
        if record is not None:
            events += tracker.feed(record)
    return events + tracker.finish()


def brief(events):
    return [(event["kind"], event["process"], event.get("fd"), event.get("socket")) for event in events]


class Calls(unittest.TestCase):
    def test_a_server(self):
        created, bound, listening, accepted = follow(
            SOCKET,
            "13    1.100000 bind(3, " + ADDRESS + ", 16) = -1 EADDRINUSE (Address already in use) <0.000010>",
            "13    1.200000 listen(3, 5)    = 0 <0.000015>",
            ACCEPT,
        )
        self.assertEqual((created["family"], created["type"], created["fd"], created["socket"]), ("AF_INET", "SOCK_STREAM", 3, 1))
        self.assertEqual((bound["errno"], bound["address"], bound["t"]), ("EADDRINUSE", HOST, 1.1))
        self.assertNotIn("result", bound)
        self.assertEqual((listening["backlog"], listening["result"]), (5, 0))
        self.assertEqual((accepted["accepted"], accepted["acceptedFd"], accepted["address"]), (2, 4, HOST))
        self.assertEqual((accepted["start"], accepted["end"], accepted["t"]), (2.0, 2.5, 2.5))

    def test_data(self):
        received, sent, ended, failed = follow(
            SOCKET,
            ACCEPT,
            '13    3.0 recvfrom(4, "\\x68\\x69", 100, MSG_PEEK, NULL, NULL) = 2 <0.000010>',
            '13    3.1 sendto(4, "\\x61\\x62\\x63", 3, MSG_NOSIGNAL|MSG_DONTWAIT, NULL, 0) = 2 <0.000010>',
            '13    3.2 recvfrom(4, "", 100, 0, NULL, NULL) = 0 <0.000010>',
            '13    3.3 sendto(4, "\\x61", 1, 0, NULL, 0) = -1 EPIPE (Broken pipe) <0.000010>',
        )[2:]
        self.assertEqual((received["kind"], received["size"], received["length"], received["flags"]), ("recv", 100, 2, "MSG_PEEK"))
        self.assertEqual(base64.b64decode(received["data"]), b"hi")
        # What the kernel took, not what it was asked to take.
        self.assertEqual((sent["size"], sent["length"], sent["flags"]), (3, 2, "MSG_NOSIGNAL MSG_DONTWAIT"))
        self.assertEqual(base64.b64decode(sent["data"]), b"ab")
        self.assertEqual((ended["length"], ended["data"], ended["result"], ended["flags"]), (0, "", 0, ""))
        self.assertEqual((failed["errno"], failed["size"]), ("EPIPE", 1))
        self.assertNotIn("data", failed)

    def test_data_is_whole_up_to_64_kib_and_bounded_in_all(self):
        line = '13    3.0 recvfrom(4, "%s", 65536, 0, NULL, NULL) = 65536 <0.000010>' % ("\\x61" * 65536)
        received = follow(SOCKET, ACCEPT, *[line] * 130)[2:]
        self.assertEqual({event["length"] for event in received}, {65536})
        self.assertEqual(base64.b64decode(received[0]["data"]), b"a" * 65536)
        self.assertEqual([("data" in event) for event in received], [True] * 128 + [False] * 2)

    def test_datagrams(self):
        sent, received = follow(
            "13    1.0 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 5 <0.000010>",
            '13    1.1 sendto(5, "\\x61", 1, 0, ' + ADDRESS + ", 16) = 1 <0.000010>",
            '13    1.2 recvfrom(5, "\\x62", 100, 0, ' + ADDRESS + ", [128 => 16]) = 1 <0.000010>",
        )[1:]
        self.assertEqual((sent["address"], received["address"]), (HOST, HOST))

    def test_messages(self):
        message = '{msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="\\x61\\x62", iov_len=2}, {iov_base="\\x63", iov_len=9}], msg_iovlen=2}'
        sent, received = follow(SOCKET, "13 2.0 sendmsg(3, " + message + ", 0) = 3 <0.1>", "13 2.2 recvmsg(3, " + message + ", 0) = 3 <0.1>")[1:]
        for event in (sent, received):
            self.assertEqual((event["size"], event["length"], base64.b64decode(event["data"])), (11, 3, b"abc"))

    def test_a_connection_that_was_not_waited_for(self):
        begun, refused = follow(
            SOCKET,
            "13    2.0 connect(3, " + ADDRESS + ", 16) = -1 EINPROGRESS (Operation now in progress) <0.000010>",
            "13    2.1 getsockopt(3, SOL_SOCKET, SO_ERROR, [ECONNREFUSED], [4]) = 0 <0.000010>",
            "13    2.2 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0 <0.000010>",
        )[1:]
        self.assertEqual((begun["errno"], begun["address"]), ("EINPROGRESS", HOST))
        self.assertEqual((refused["kind"], refused["call"], refused["errno"]), ("connect", "getsockopt", "ECONNREFUSED"))
        self.assertEqual(refused["address"], HOST)

    def test_a_connection_that_was_not_waited_for_and_came(self):
        came = follow(
            SOCKET,
            "13    2.0 connect(3, " + ADDRESS + ", 16) = -1 EINPROGRESS (Operation now in progress) <0.000010>",
            "13    2.1 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0 <0.000010>",
        )[-1]
        self.assertEqual((came["kind"], came["result"]), ("connect", 0))
        self.assertNotIn("errno", came)

    def test_options_and_shutdown(self):
        reuse, linger, shutdown = follow(
            SOCKET,
            "13 2.0 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0 <0.000012>",
            "13 2.1 setsockopt(3, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=0}, 8) = 0 <0.000103>",
            "13 2.2 shutdown(3, SHUT_WR) = 0 <0.000020>",
        )[1:]
        self.assertEqual((reuse["level"], reuse["option"], reuse["value"]), ("SOL_SOCKET", "SO_REUSEADDR", 1))
        self.assertEqual(linger["value"], "{l_onoff=1, l_linger=0}")
        self.assertEqual(shutdown["how"], "SHUT_WR")

    def test_interrupted_calls_are_no_events(self):
        self.assertEqual(
            len(follow(SOCKET, "13 2.0 accept4(3, 0x7f, [16], SOCK_CLOEXEC) = ? ERESTARTSYS (To be restarted if SA_RESTART is set) <0.05>")), 1
        )

    def test_used_after_close(self):
        failed = follow(SOCKET, "13 2.0 close(3) = 0 <0.1>", "13 2.2 listen(3, 5) = -1 EBADF (Bad file descriptor) <0.1>")[-1]
        self.assertEqual((failed["kind"], failed["errno"], failed["fd"]), ("listen", "EBADF", 3))
        self.assertNotIn("socket", failed)

    def test_closing_of_what_is_no_socket(self):
        self.assertEqual(follow("13 1.0 close(3) = 0 <0.1>", "13 1.2 close(99) = -1 EBADF (Bad file descriptor) <0.1>"), [])

    def test_the_librarys_own_sockets_are_not_shown(self):
        self.assertEqual(
            follow(
                "13 1.0 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = 3 <0.1>",
                '13 1.2 connect(3, {sa_family=AF_UNIX, sun_path="\\x2f"}, 110) = -1 ENOENT (No such file or directory) <0.1>',
                "13 1.4 close(3) = 0 <0.1>",
                "13 1.5 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3 <0.1>",
                '13 1.6 sendto(3, "\\x14", 1, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 1 <0.1>',
                "13 1.8 close(3) = 0 <0.1>",
                "13 2.0 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [3, 4]) = 0 <0.1>",
                '13 2.2 sendto(3, "\\x78", 1, 0, NULL, 0) = 1 <0.1>',
                "13 2.4 close(4) = 0 <0.1>",
            ),
            [],
        )

    def test_a_socket_that_came_another_way(self):
        (sent,) = follow('13 2.2 sendto(9, "\\x78", 1, 0, NULL, 0) = 1 <0.1>')
        self.assertEqual((sent["fd"], sent["socket"]), (9, 1))


class Descriptors(unittest.TestCase):
    def test_dup_leads_to_the_same_socket(self):
        for line in (
            "13 2.6 dup(4) = 9 <0.1>",
            "13 2.6 dup2(4, 9) = 9 <0.1>",
            "13 2.6 dup3(4, 9, O_CLOEXEC) = 9 <0.1>",
            "13 2.6 fcntl(4, F_DUPFD_CLOEXEC, 0) = 9 <0.1>",
        ):
            events = follow(SOCKET, ACCEPT, line, "13 2.8 close(4) = 0 <0.1>", '13 2.9 sendto(9, "\\x78", 1, 0, NULL, 0) = 1 <0.1>')
            self.assertEqual(brief(events)[2:], [("close", 13, 4, 2), ("send", 13, 9, 2)], line)

    def test_dup_of_a_file_over_a_socket(self):
        self.assertEqual(len(follow(SOCKET, "13 2.6 dup2(1, 3) = 3 <0.1>", "13 2.8 close(3) = 0 <0.1>")), 1)

    def test_a_number_is_given_again(self):
        events = follow(SOCKET, "13 2.0 close(3) = 0 <0.1>", SOCKET.replace("1.000000", "2.200000"), "13 2.4 close(3) = 0 <0.1>")
        self.assertEqual([event["socket"] for event in events], [1, 1, 2, 2])

    def test_a_number_is_given_again_before_close_was_seen_to_return(self):
        events = follow(
            SOCKET,
            "14 2.0 close(3 <unfinished ...>".replace("14", "13"),
            "14 2.2 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3 <0.1>",
            "13 2.4 <... close resumed>) = 0 <0.4>",
        )
        self.assertEqual(brief(events)[-1], ("close", 13, 3, 1))

    def test_a_fork_copies_the_table(self):
        events = follow(
            SOCKET,
            ACCEPT,
            FORK,
            "13 3.2 close(4) = 0 <0.1>",
            '20 3.3 recvfrom(4, "\\x68", 100, 0, NULL, NULL) = 1 <0.1>',
            "20 3.4 close(4) = 0 <0.1>",
        )
        self.assertEqual(brief(events)[2:], [("close", 13, 4, 2), ("recv", 20, 4, 2), ("close", 20, 4, 2)])

    def test_a_child_is_seen_before_its_fork_returns(self):
        head, tail = FORK.split("child_tidptr")
        events = follow(
            SOCKET,
            ACCEPT,
            head + "<unfinished ...>".rjust(17),
            "20 3.05 close(4) = 0 <0.01>",
            "13 3.1 <... clone resumed>child_tidptr" + tail,
            "13 3.2 close(4) = 0 <0.1>",
        )
        self.assertEqual(brief(events)[2:], [("close", 20, 4, 2), ("close", 13, 4, 2)])

    def test_threads_share_the_table(self):
        events = follow(
            SOCKET,
            "13 2.0 clone(child_stack=0x7f, " + THREAD_FLAGS + ") = 14 <0.1>",
            "14 2.2 close(3) = 0 <0.1>",
            "13 2.4 close(3) = -1 EBADF (Bad file descriptor) <0.1>",
        )
        self.assertEqual(brief(events)[1:], [("close", 13, 3, 1)])
        self.assertEqual(events[1]["thread"], 14)

    def test_clone3(self):
        events = follow(SOCKET, "13 2.0 clone3({" + THREAD_FLAGS + "}, 88) = 14 <0.1>", "14 2.2 close(3) = 0 <0.1>")
        self.assertEqual(brief(events)[1:], [("close", 13, 3, 1)])

    def test_two_clones_at_once(self):
        # Thread 14 is already there; 13 starts a thread and 14 forks, and both children act before either call returns.
        events = follow(
            SOCKET,
            "13 2.0 clone(child_stack=0x7f, " + THREAD_FLAGS + ") = 14 <0.1>",
            "14 2.1 fork( <unfinished ...>",
            "13 2.2 clone(child_stack=0x7f, " + THREAD_FLAGS + " <unfinished ...>",
            "21 2.3 close(3) = 0 <0.01>",
            "20 2.4 close(3) = 0 <0.01>",
            "13 2.5 <... clone resumed>) = 20 <0.3>",
            "14 2.6 <... fork resumed>) = 21 <0.5>",
        )
        self.assertEqual(sorted(brief(events)[1:]), [("close", 13, 3, 1), ("close", 21, 3, 1)])

    def test_vfork_and_execve(self):
        events = follow(
            SOCKET,
            ACCEPT,
            "13 3.0 fcntl(4, F_SETFD, 0) = 0 <0.01>",
            "13 3.1 vfork( <unfinished ...>",
            '22 3.2 execve("\\x2f", ["\\x2f"], 0x38 /* 5 vars */ <unfinished ...>',
            "13 3.3 <... vfork resumed>) = 22 <0.1>",
            "22 3.4 <... execve resumed>) = 0 <0.1>",
            "22 3.5 close(3) = 0 <0.1>",
            "22 3.6 close(4) = 0 <0.1>",
            "13 3.7 close(3) = 0 <0.1>",
        )
        # 3 was closed by execve itself; what the child then closes under that number is something else.
        self.assertEqual(brief(events)[2:], [("close", 22, 4, 2), ("close", 13, 3, 1)])

    def test_a_failed_execve_changes_nothing(self):
        line = '13 2.0 execve("\\x2f", ["\\x2f"], 0x55 /* 4 vars */) = -1 ENOENT (No such file or directory) <0.000065>'
        self.assertEqual(len(follow(SOCKET, line, "13 2.2 close(3) = 0 <0.1>")), 2)

    def test_close_range(self):
        events = follow(SOCKET, ACCEPT, "13 3.0 close_range(4, 4294967295, 0) = 0 <0.01>", "13 3.2 close(4) = 0 <0.01>")
        self.assertEqual(brief(events)[2:], [("close", 13, 4, 2)])


if __name__ == "__main__":
    unittest.main()
