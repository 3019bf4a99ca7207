"""The parts of an agent that start nothing: its channel, its limits, its files, its lines."""

import io
import json
import os
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent"))

import limits  # noqa: E402
from channel import AgentError, Channel  # noqa: E402
from machine_a import shown_sockets  # noqa: E402
from pumps import Lines, Pumps  # noqa: E402
from sandbox import LocalSandbox, check_name  # noqa: E402


class FakeMachine:
    def __init__(self):
        self.let_go = threading.Event()
        self.is_down = False
        self.order = []

    def op_hello(self, request):
        self.order.append("hello")
        self.let_go.set()
        return {"role": "x"}

    def op_stop(self, request):
        # Waits for a request that comes after it.
        if not self.let_go.wait(10):
            raise AgentError("timeout", "nothing came")
        return {}

    def op_reset(self, request):
        raise AgentError("refused", "no")

    def op_sockets(self, request):
        return {}["missing"]

    def shutdown(self):
        self.is_down = True


class Sink(io.RawIOBase):
    """A raw stream that takes a few octets at a time, as a full pipe would, and knows when it has so many lines."""

    def __init__(self):
        super().__init__()
        self.data = b""
        self.grown = threading.Condition()

    def writable(self):
        return True

    def write(self, data):
        with self.grown:
            self.data += bytes(data[:7])
            self.grown.notify_all()
        return len(data[:7])

    def lines(self, count):
        with self.grown:
            if not self.grown.wait_for(lambda: self.data.count(b"\n") >= count, 10):
                raise AssertionError("only %r" % self.data)
            return [json.loads(line) for line in self.data.splitlines()]


def talk(*lines):
    machine, sink = FakeMachine(), Sink()
    Channel(io.BytesIO(b"".join(lines)), sink).serve(machine)
    return machine, {reply["id"]: reply for reply in sink.lines(len(lines))}


class Channels(unittest.TestCase):
    def test_a_request_that_waits_does_not_delay_the_next(self):
        machine, replies = talk(b'{"id":1,"op":"stop","run":"r"}\n', b'{"id":2,"op":"hello"}\n')
        self.assertEqual(replies, {1: {"id": 1, "ok": True}, 2: {"id": 2, "ok": True, "role": "x"}})
        self.assertTrue(machine.is_down)

    def test_errors(self):
        for line, error in (
            (b'{"id":1,"op":"reset"}\n', "refused"),
            (b'{"id":1,"op":"nothing"}\n', "usage"),
            (b'{"id":1,"op":"play","step":{}}\n', "usage"),
            (b'{"id":1}\n', "usage"),
            (b'{"id":1,"op":["hello"]}\n', "usage"),
            (b'{"id":1,"op":"hello","more":1}\n', "usage"),
        ):
            _, replies = talk(line)
            self.assertEqual((replies[1]["ok"], replies[1]["error"]), (False, error), line)

    def test_our_own_bug_is_an_answer(self):
        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            _, replies = talk(b'{"id":1,"op":"sockets"}\n')
            self.assertIn("KeyError", sys.stderr.getvalue())
        finally:
            sys.stderr = stderr
        self.assertEqual(replies[1]["error"], "failed")

    def test_what_is_no_request(self):
        for line in (b"nonsense\n", b"[1]\n", b"\xff\n", b"x" * (5 << 20) + b"\n", b"[" * 100000 + b"\n"):
            _, replies = talk(line)
            self.assertEqual(replies[None]["error"], "usage")

    def test_events_are_counted_and_whole(self):
        sink = Sink()
        channel = Channel(io.BytesIO(), sink)
        threads = [threading.Thread(target=channel.emit, args=({"kind": "é", "n": n},)) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(channel.events, 20)
        self.assertEqual(sorted(line["event"]["n"] for line in sink.lines(20)), list(range(20)))

    def test_an_event_that_is_too_long_is_neither_sent_nor_counted(self):
        sink = Sink()
        channel = Channel(io.BytesIO(), sink)
        channel.emit({"text": "x" * (5 << 20)})
        self.assertEqual((channel.events, sink.data), (0, b""))


class Limits(unittest.TestCase):
    def test_values(self):
        self.assertEqual(limits.check_limits({"wallMs": 5}), {"wallMs": 5})
        for bad in ([], {"wall": 1}, {"wallMs": 0}, {"wallMs": "1"}, {"wallMs": True}, {"wallMs": None}):
            with self.assertRaises(ValueError, msg=bad):
                limits.check_limits(bad)

    @unittest.skipUnless(os.name == "posix", "a shell is needed")
    def test_the_command_is_limited_and_is_the_same_process(self):
        import subprocess

        script = (
            "import os, resource as r; print(os.getpid(), *[r.getrlimit(n)[0] for n in "
            "(r.RLIMIT_CPU, r.RLIMIT_DATA, r.RLIMIT_NOFILE, r.RLIMIT_FSIZE, r.RLIMIT_STACK, r.RLIMIT_CORE)])"
        )
        bounds = {"cpuMs": 1500, "memoryBytes": 1 << 30, "files": 50, "fileBytes": 1 << 20}
        process = subprocess.Popen(limits.limited_command(bounds, [sys.executable, "-c", script]), stdout=subprocess.PIPE)
        output, _ = process.communicate(timeout=30)
        self.assertEqual([int(word) for word in output.split()], [process.pid, 2, 1 << 30, 50, 1 << 20, 1 << 20, 0])

    def test_counters(self):
        self.assertEqual(limits.raised({"memory": 1, "processes": 0}, {"memory": 1, "processes": 2}), ["processes"])
        self.assertEqual(limits.raised({}, {}), [])

    def test_the_last_word_of_a_program_without_memory(self):
        traceback = b'Traceback (most recent call last):\n  File "server.py", line 3, in <module>\n'
        for last in (b"MemoryError\n", b"MemoryError: no more\n"):
            self.assertTrue(limits.says_memory_error(traceback + last), last)
        for last in (b"", b"OSError\n", b"MemoryErrors\n", b"MemoryError\nOSError\n", b"not MemoryError\n"):
            self.assertFalse(limits.says_memory_error(traceback + last), last)
        self.assertFalse(limits.says_memory_error(b""))

    def test_empty_receives(self):
        empty = {"kind": "recv", "length": 0, "size": 10, "process": 1, "thread": 1, "socket": 1}
        spin = limits.EmptyReceives(3)
        self.assertEqual([spin.is_spinning(empty) for _ in range(3)], [False, False, True])
        for other in ({"kind": "recv", "length": 1}, {"kind": "accept"}, dict(empty, socket=2), dict(empty, size=0)):
            spin = limits.EmptyReceives(3)
            results = [spin.is_spinning(event) for event in (empty, empty, other, empty, empty)]
            self.assertEqual(results, [False] * 5, other)


class Writing(unittest.TestCase):
    class Pieces:
        def __init__(self):
            self.written = []

        def write(self, octets):
            self.written.append(bytes(octets))
            return len(octets)

    def test_gathered_events_go_in_one_piece_and_before_any_answer(self):
        pieces = self.Pieces()
        channel = Channel(io.BytesIO(b'{"id": 1, "op": "nothing"}\n'), pieces)
        with channel.gathered():
            channel.emit({"n": 1})
            with channel.gathered():
                channel.emit({"n": 2})
            self.assertEqual(pieces.written, [])
            channel.serve(self)
            self.assertEqual(channel.events, 2)
            channel.emit({"n": 3})
        channel.emit({"n": 4})
        together, third, fourth = pieces.written
        self.assertEqual([json.loads(line).get("event", "answer") for line in together.splitlines()], [{"n": 1}, {"n": 2}, "answer"])
        self.assertEqual([third, fourth], [b'{"event":{"n":3}}\n', b'{"event":{"n":4}}\n'])

    def shutdown(self):
        """What the end of a channel asks of its machine."""


class Tables(unittest.TestCase):
    @staticmethod
    def entry(local, remote="0.0.0.0", **more):
        return dict(more, local={"host": local, "port": 8888}, remote={"host": remote, "port": 0})

    def test_the_engines_resolver_is_not_the_programs(self):
        held = self.entry("127.0.0.11", process=5, fd=3)
        left = self.entry("10.7.0.11", "10.7.0.12", state="TIME-WAIT")
        table = [held, self.entry("127.0.0.11"), self.entry("127.0.0.1", "127.0.0.11"), left]
        self.assertEqual(shown_sockets(table, local=False), [held, left])

    def test_locally_only_what_the_program_holds(self):
        # There, 127.0.0.11 is machine A itself.
        held = self.entry("127.0.0.11", process=5, fd=3)
        self.assertEqual(shown_sockets([held, self.entry("127.0.0.11")], local=True), [held])


class Files(unittest.TestCase):
    def test_names(self):
        self.assertEqual(check_name("a/b.py"), ["a", "b.py"])
        for bad in ("", "/a", "../a", "a/../b", "a//b", ".", "a/", "a\0b", "a\\b", None, 3):
            with self.assertRaises(ValueError, msg=bad):
                check_name(bad)

    def test_links_do_not_lead_out(self):
        with tempfile.TemporaryDirectory() as work, tempfile.TemporaryDirectory() as other:
            os.symlink(other, os.path.join(work, "sub"))
            os.symlink(os.path.join(other, "target"), os.path.join(work, "main.py"))
            sandbox = LocalSandbox(work)
            sandbox.write("sub/a.py", b"1")
            sandbox.write("main.py", b"2")
            sandbox.write("main.py", b"3")
            self.assertEqual(os.listdir(other), [])
            with open(os.path.join(work, "main.py"), "rb") as file:
                self.assertEqual(file.read(), b"3")
            os.symlink(other, os.path.join(work, "again"))
            self.assertEqual(sandbox.clear(), [])
            self.assertEqual(os.listdir(work), [])
            self.assertTrue(os.path.isdir(other))

    def test_closed_folders_are_removed(self):
        with tempfile.TemporaryDirectory() as work:
            os.makedirs(os.path.join(work, "a", "b"))
            with open(os.path.join(work, "a", "b", "c"), "w", encoding="ascii"):
                pass
            os.chmod(os.path.join(work, "a", "b"), 0)
            os.chmod(os.path.join(work, "a"), 0)
            self.assertEqual(LocalSandbox(work).clear(), [])


class Reading(unittest.TestCase):
    def test_lines(self):
        got = []
        lines = Lines(got.append, 5)
        for piece in (b"ab", b"c\nde\n", b"123456\n", b"1234567", b"89\nok\n", b"rest"):
            lines(piece)
        self.assertEqual(got, [b"abc", b"de", b"ok"])

    @unittest.skipUnless(os.name == "posix", "descriptors are polled")
    def test_drain_takes_all_that_is_there(self):
        got, pumps = [], Pumps()
        reader, writer = os.pipe()
        pumps.add(reader, got.append)
        os.write(writer, b"one")
        pumps.drain()
        self.assertEqual(got, [b"one"])
        pumps.start()
        os.write(writer, b"two")
        os.close(writer)
        pumps.finish(10)
        self.assertEqual(b"".join(got), b"onetwo")

    @unittest.skipUnless(os.name == "posix", "descriptors are polled")
    def test_finish_does_not_wait_for_ever(self):
        pumps = Pumps()
        reader, writer = os.pipe()
        pumps.add(reader, self.fail)
        pumps.start()
        pumps.finish(0.01)
        with self.assertRaises(OSError):
            os.write(writer, b"nobody")
        os.close(writer)


if __name__ == "__main__":
    unittest.main()
