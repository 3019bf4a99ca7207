import contextlib
import os
import socket
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "agent"))

import netstat  # noqa: E402
import processes  # noqa: E402

TCP = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:22B8 00000000:0000 0A 00000000:00000002 00:00000000 00000000 65534        0 9182 1 0000000000000000 100 0 0 10 0
   1: 0B00070A:22B8 0C00070A:D431 01 0000001A:0000000A 00:00000000 00000000 65534        0 9184 1 0000000000000000 20 4 30 10 -1
   2: 0B00070A:22B8 0C00070A:D432 06 00000000:00000000 03:0000176F 00000000     0        0 0 3 0000000000000000
"""

TCP6 = """\
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 77 1 0000000000000000 100 0 0 10 0
   1: 0000000000000000FFFF00000C00070A:1F90 0000000000000000FFFF00000B00070A:C350 08 00000000:00000000 00:00000000 00000000     0        0 78 1 0000000000000000 100 0 0 10 0
"""

UDP = """\
   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  541: 00000000:22B8 00000000:0000 07 00000000:00000300 00:00000000 00000000     0        0 12 2 0000000000000000 0
  542: 0100007F:22B9 0100007F:0035 01 00000000:00000000 00:00000000 00000000     0        0 13 2 0000000000000000 0
"""


class ParseTest(unittest.TestCase):
    def test_listener_with_its_queue(self):
        self.assertEqual(
            netstat.parse_table("tcp", TCP, "little")[0],
            {
                "proto": "tcp",
                "state": "LISTEN",
                "local": {"host": "0.0.0.0", "port": 8888},
                "remote": {"host": "0.0.0.0", "port": 0},
                "receiveQueue": 2,
                "sendQueue": 0,
                "inode": 9182,
            },
        )

    def test_connection_and_time_wait(self):
        rows = netstat.parse_table("tcp", TCP, "little")
        self.assertEqual([row["state"] for row in rows], ["LISTEN", "ESTABLISHED", "TIME-WAIT"])
        self.assertEqual(rows[1]["local"], {"host": "10.7.0.11", "port": 8888})
        self.assertEqual(rows[1]["remote"], {"host": "10.7.0.12", "port": 54321})
        self.assertEqual((rows[1]["receiveQueue"], rows[1]["sendQueue"]), (10, 26))

    def test_ipv6_and_mapped_addresses(self):
        rows = netstat.parse_table("tcp", TCP6, "little")
        self.assertEqual(rows[0]["local"], {"host": "::1", "port": 8080})
        self.assertEqual(rows[1]["remote"], {"host": "::ffff:10.7.0.11", "port": 50000})
        self.assertEqual(rows[1]["state"], "CLOSE-WAIT")

    def test_udp(self):
        rows = netstat.parse_table("udp", UDP, "little")
        self.assertEqual([row["state"] for row in rows], ["UNCONNECTED", "CONNECTED"])
        self.assertEqual(rows[0]["receiveQueue"], 0x300)

    def test_big_endian_machine(self):
        line = "0: 0A07000B:22B8 00000000:0000 0A 0:0 00:0 0 0 0 5\n"
        self.assertEqual(netstat.parse_table("tcp", line, "big")[0]["local"]["host"], "10.7.0.11")

    def test_every_state_is_named_as_in_rfc_9293(self):
        names = []
        for number in range(1, 13):
            line = "0: 0100007F:0001 0100007F:0002 %02X 0:0 00:0 0 0 0 5\n" % number
            names += [row["state"] for row in netstat.parse_table("tcp", line)]
        self.assertEqual(
            names,
            "ESTABLISHED SYN-SENT SYN-RECEIVED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT CLOSED CLOSE-WAIT LAST-ACK LISTEN "
            "CLOSING SYN-RECEIVED".split(),
        )

    def test_what_is_no_row_is_left_out(self):
        for text in ("", "\n", "nonsense", "0: x y z", "0: 01:1 01:1 0A 0:0 0 0 0 0 5", "0: 0100007F:1 0100007F:1 0A 00 0 0 0 0 5"):
            self.assertEqual(netstat.parse_table("tcp", text), [], text)


class ReadTest(unittest.TestCase):
    def test_no_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertFalse(netstat.available(folder))
            self.assertEqual(netstat.read_table("tcp", folder), [])

    def test_all_four_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("tcp", TCP), ("tcp6", TCP6), ("udp", UDP)):
                with open(os.path.join(folder, name), "w", encoding="ascii") as table:
                    table.write(text)
            self.assertTrue(netstat.available(folder))
            tables = {name: len(netstat.read_table(name, folder)) for name in netstat.TABLES}
            self.assertEqual(tables, {"tcp": 3, "tcp6": 2, "udp": 2, "udp6": 0})


@unittest.skipUnless(sys.platform == "linux", "the tables of /proc/net are Linux's")
class OwnSocketsTest(unittest.TestCase):
    def find(self, sock):
        port = sock.getsockname()[1]
        sockets = netstat.read_sockets(processes.owners([os.getpid()]))
        return [row for row in sockets if row["local"]["port"] == port and "process" in row]

    def test_own_listener_with_process_and_fd(self):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen(4)
            (row,) = self.find(listener)
            self.assertEqual((row["state"], row["process"], row["fd"]), ("LISTEN", os.getpid(), listener.fileno()))
            self.assertEqual(row["inode"], os.fstat(listener.fileno()).st_ino)

    def test_both_ends_of_a_connection(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            with socket.create_connection(listener.getsockname()) as client, listener.accept()[0] as server:
                client.sendall(b"hello")
                (row,) = self.find(client)
                self.assertEqual(row["remote"]["port"], listener.getsockname()[1])
                rows = [row for row in self.find(server) if row["state"] == "ESTABLISHED"]
                self.assertEqual([row["receiveQueue"] for row in rows], [5])

    def test_sockets_whose_owner_was_not_asked_for(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            (row,) = [row for row in netstat.read_sockets() if row["local"]["port"] == port]
            self.assertNotIn("process", row)

    def test_both_ways_of_asking_say_the_same(self):
        with contextlib.ExitStack() as stack:
            listening = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=7))
            client = stack.enter_context(socket.create_connection(listening.getsockname()))
            accepted = stack.enter_context(listening.accept()[0])
            datagrams = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
            datagrams.bind(("127.0.0.1", 0))
            connected = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
            connected.connect(datagrams.getsockname())
            waiting = stack.enter_context(socket.create_connection(listening.getsockname()))
            accepted.sendall(b"unread")
            inodes = {os.fstat(item.fileno()).st_ino for item in (listening, client, accepted, datagrams, connected, waiting)}
            for table, count in (("tcp", 4), ("udp", 2)):
                asked = netstat.ask_table(table)
                if asked is None:
                    self.skipTest("netlink is not allowed here")
                ours = [self.only(inodes, entries) for entries in (asked, netstat.read_table(table))]
                backlogs = [entry.pop("backlog") for entry in ours[0] if "backlog" in entry]
                self.assertEqual(backlogs, [7] if table == "tcp" else [])
                self.assertEqual(ours[0], ours[1])
                self.assertEqual(len(ours[0]), count)
            states = {entry["inode"]: entry for entry in netstat.read_sockets({os.fstat(client.fileno()).st_ino: (1, 2)})}
            seen = states[os.fstat(client.fileno()).st_ino]
            self.assertEqual((seen["state"], seen["receiveQueue"], seen["process"], seen["fd"]), ("ESTABLISHED", 6, 1, 2))

    @staticmethod
    def only(inodes, entries):
        return sorted((entry for entry in entries if entry["inode"] in inodes), key=lambda entry: entry["inode"])


if __name__ == "__main__":
    unittest.main()
