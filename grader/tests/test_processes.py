import contextlib
import os
import socket
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent"))

from processes import Helpers, call_names, descends, describe_wait  # noqa: E402
import proc_net  # noqa: E402


def wait(number, *arguments, state="S", machine="x86_64"):
    text = " ".join([str(number)] + [hex(argument) for argument in (arguments + (0,) * 6)[:6]] + ["0x7ffd", "0x7f00"])
    return describe_wait(state, text, machine)


class Waits(unittest.TestCase):
    def test_calls_that_only_another_can_end(self):
        self.assertEqual(wait(288, 3), {"waits": "accept", "fd": 3, "bounded": False})
        self.assertEqual(wait(45, 4), {"waits": "recv", "fd": 4, "bounded": False})
        self.assertEqual(wait(44, 4), {"waits": "send", "fd": 4, "bounded": False})
        self.assertEqual(wait(42, 4), {"waits": "connect", "fd": 4, "bounded": False})
        self.assertEqual(wait(0, 0), {"waits": "read", "fd": 0, "bounded": False})
        self.assertEqual(wait(61), {"waits": "child", "bounded": False})
        self.assertEqual(wait(34), {"waits": "signal", "bounded": False})

    def test_time_limits(self):
        self.assertEqual(wait(7, 0x7F, 1, 0xFFFFFFFF), {"waits": "poll", "bounded": False})
        self.assertEqual(wait(7, 0x7F, 1, 200), {"waits": "poll", "bounded": True})
        self.assertEqual(wait(7, 0x7F, 1, 0xFFFFFFFFFFFFFFFF)["bounded"], False)
        self.assertEqual(wait(232, 4, 0x7F, 1, 0xFFFFFFFF)["bounded"], False)
        self.assertEqual(wait(270, 1, 0x7F, 0, 0, 0)["bounded"], False)
        self.assertEqual(wait(270, 1, 0x7F, 0, 0, 0x7FFD)["bounded"], True)
        self.assertEqual(wait(202, 0x7F, 0x189, 0, 0), {"waits": "futex", "bounded": False})
        self.assertEqual(wait(202, 0x7F, 0x189, 0, 0x7FFD)["bounded"], True)
        self.assertEqual(wait(230), {"waits": "sleep", "bounded": True})
        self.assertEqual(wait(219), {"waits": "unknown", "bounded": True})

    def test_the_other_architecture(self):
        self.assertEqual(wait(242, 3, machine="aarch64"), {"waits": "accept", "fd": 3, "bounded": False})
        self.assertEqual(wait(73, 0x7F, 1, 0x7FFD, machine="aarch64"), {"waits": "poll", "bounded": True})
        self.assertEqual(wait(98, 0x7F, 0x189, machine="aarch64"), {"waits": "futex", "bounded": False})
        self.assertEqual(wait(1, machine="riscv64"), {"waits": "unknown"})
        for machine in ("x86_64", "aarch64"):
            self.assertIn("accept4", call_names(machine).values())

    def test_running(self):
        self.assertEqual(describe_wait("R", "running\n", "x86_64"), {"waits": "running"})
        self.assertEqual(describe_wait("S", "-1 0x7ffd 0x7f00", "x86_64"), {"waits": "running"})
        # Stopped by the tracer: it is on its way.
        self.assertEqual(wait(288, 3, state="t"), {"waits": "running"})
        self.assertEqual(wait(257, 3), {"waits": "running"})

    def test_descent(self):
        parents = {2: (1, 2), 3: (2, 2), 4: (3, 4), 9: (1, 9)}
        self.assertTrue(descends(4, 2, parents))
        self.assertTrue(descends(2, 2, parents))
        self.assertFalse(descends(9, 2, parents))
        self.assertFalse(descends(5, 2, {5: (6, 5), 6: (5, 5)}))


@unittest.skipUnless(hasattr(os, "fork"), "helpers are forked")
class HelperProcesses(unittest.TestCase):
    def test_answers(self):
        self.assertEqual(Helpers().call(sorted, [3, 1]), [1, 3])

    def test_no_answer(self):
        def never():
            os.read(os.pipe()[0], 1)

        helpers = Helpers()
        self.assertIsNone(helpers.call(never, seconds=0.05))
        self.assertIsNone(helpers.call(lambda: 1 / 0))
        self.assertIsNone(helpers.call(lambda: "x" * 100, limit=10))
        self.assertEqual(helpers.pids, set())


class SocketTables(unittest.TestCase):
    TCP = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:22B8 00000000:0000 0A 00000000:00000001 00:00000000 00000000 65534        0 24597 1 000000007 100 0 0 10 0
   1: 0100007F:96D8 0100007F:C37B 06 00000000:00000000 03:00000F96 00000000     0        0 0 3 00000000
"""

    @unittest.skipUnless(sys.byteorder == "little", "recorded on a little-endian machine")
    def test_tables(self):
        listening, waiting = proc_net.parse_table("tcp", self.TCP)
        self.assertEqual(
            listening,
            {
                "proto": "tcp",
                "state": "LISTEN",
                "local": {"host": "127.0.0.1", "port": 8888},
                "remote": {"host": "0.0.0.0", "port": 0},
                "receiveQueue": 1,
                "sendQueue": 0,
                "inode": 24597,
            },
        )
        self.assertEqual((waiting["state"], waiting["remote"]["port"]), ("TIME-WAIT", 50043))
        self.assertEqual(proc_net.parse_address("00000000000000000000000001000000:1F90"), {"host": "::1", "port": 8080})

    @unittest.skipUnless(proc_net.available(), "the kernel's tables are there on Linux only")
    def test_both_ways_of_asking_say_the_same(self):
        with contextlib.ExitStack() as stack:
            listening = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=7))
            client = stack.enter_context(socket.create_connection(listening.getsockname()))
            accepted = stack.enter_context(listening.accept()[0])
            datagrams = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
            datagrams.bind(("127.0.0.1", 0))
            waiting = stack.enter_context(socket.create_connection(listening.getsockname()))
            accepted.sendall(b"unread")
            inodes = {os.fstat(item.fileno()).st_ino for item in (listening, client, accepted, datagrams, waiting)}
            for table, count in (("tcp", 4), ("udp", 1)):
                asked = proc_net.ask_table(table)
                if asked is None:
                    self.skipTest("netlink is not allowed here")
                ours = [self.only(inodes, entries) for entries in (asked, proc_net.read_table(table))]
                self.assertEqual(ours[0], ours[1])
                self.assertEqual(len(ours[0]), count)
            states = {entry["inode"]: entry for entry in proc_net.read_sockets({os.fstat(client.fileno()).st_ino: (1, 2)})}
            seen = states[os.fstat(client.fileno()).st_ino]
            self.assertEqual((seen["state"], seen["receiveQueue"], seen["process"], seen["fd"]), ("ESTABLISHED", 6, 1, 2))

    @staticmethod
    def only(inodes, entries):
        return sorted((entry for entry in entries if entry["inode"] in inodes), key=lambda entry: entry["inode"])


if __name__ == "__main__":
    unittest.main()
