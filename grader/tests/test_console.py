"""The live interpreter, over real pipes."""

import json
import os
import pathlib
import select
import signal
import subprocess
import sys
import tempfile
import time
import unittest

AGENT = pathlib.Path(__file__).resolve().parent.parent / "agent"
DEADLINE = 30


class ConsoleTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        requests, self.requests = os.pipe()
        replies, writer = os.pipe()
        environment = dict(
            os.environ, PYTHONPATH=str(AGENT / "hook"), LABO_FILES=self.folder,
            LABO_CONSOLE_FD=str(requests), LABO_HOOK_FD=str(writer),
        )
        self.process = subprocess.Popen(
            [sys.executable, "-B", str(AGENT / "console.py")], cwd=self.folder, env=environment,
            pass_fds=[requests, writer], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        os.close(requests)
        os.close(writer)
        self.lines, self.rest, self.waiting = replies, b"", []
        self.number = 0
        self.events = []
        self.addCleanup(self.end)

    def end(self):
        if self.requests is not None:
            os.close(self.requests)
        self.process.kill()
        self.process.communicate(timeout=DEADLINE)
        os.close(self.lines)

    def read(self, seconds=DEADLINE):
        """The next message, or None when none comes in time (with a time of one's own)."""
        while not self.waiting:
            if not select.select([self.lines], [], [], seconds)[0]:
                self.assertLess(seconds, DEADLINE, "the console says nothing")
                return None
            data = os.read(self.lines, 65536)
            self.assertTrue(data, "the console is gone")
            *lines, self.rest = (self.rest + data).split(b"\n")
            self.waiting += lines
        return json.loads(self.waiting.pop(0).decode("utf-8"))

    def ask(self, **request):
        self.number += 1
        os.write(self.requests, (json.dumps(dict(request, request=self.number)) + "\n").encode())
        while True:
            message = self.read()
            if "reply" in message:
                self.assertEqual(message["reply"], self.number)
                return message
            self.events.append(message)

    def feed(self, source):
        return self.ask(op="feed", source=source)["status"]

    def event(self, kind):
        """The next event of a kind."""
        while True:
            message = self.events.pop(0) if self.events else self.read()
            if message.get("kind") == kind:
                return message

    def interrupt(self):
        """Interrupts what runs, and waits for its end. An interrupt may come just before the call that it is to end."""
        deadline = time.monotonic() + DEADLINE
        while time.monotonic() < deadline:
            self.process.send_signal(signal.SIGINT)
            message = self.read(seconds=0.05)
            while message is not None and message.get("kind") != "evaluated":
                self.events.append(message)
                message = self.read(seconds=0.05)
            if message is not None:
                return message
        raise AssertionError("not interrupted")

    def do(self, source):
        """Feeds a whole statement and waits for its end."""
        self.assertEqual(self.feed(source), "complete")
        return self.event("evaluated")

    def candidates(self, text, **keys):
        return self.ask(op="complete", text=text, **keys)["candidates"]


class Statements(ConsoleTest):
    def test_values(self):
        self.assertEqual(self.do("1 + 1")["value"], "2")
        self.assertEqual(self.do("_ + 1")["value"], "3")
        self.assertNotIn("value", self.do("x = 5"))
        self.assertNotIn("value", self.do("None"))
        self.assertEqual(self.do("x, _")["value"], "(5, 3)")
        self.assertEqual(len(self.do("'a' * 10000")["value"]), 2000)
        self.assertEqual([self.do("")["statement"], self.do("# rien")["statement"]], [7, 8])

    def test_incomplete(self):
        self.assertEqual(self.feed("def f(a):"), "incomplete")
        self.assertEqual(self.feed("def f(a):\n    return a + 1"), "incomplete")
        self.do("def f(a):\n    return a + 1\n")
        self.assertEqual(self.feed("f("), "incomplete")
        self.assertEqual(self.do("f(\n1)")["value"], "2")

    def test_errors_as_the_prompt_shows_them(self):
        found = self.do("1 / 0")
        self.assertEqual((found["exception"], found["message"], found["line"]), ("ZeroDivisionError", "division by zero", 1))
        self.assertTrue(found["traceback"].startswith('Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n'))
        self.assertTrue(found["traceback"].endswith("ZeroDivisionError: division by zero\n"))
        self.do("def f():\n    x = 1\n    return nulle\n")
        found = self.do("f()")
        self.assertEqual((found["exception"], found["line"]), ("NameError", 3))
        self.assertIn('  File "<stdin>", line 1, in <module>\n  File "<stdin>", line 3, in f\n', found["traceback"])
        self.assertNotIn("console.py", found["traceback"])

    def test_syntax_errors(self):
        self.do("'une valeur'")
        found = self.do("x = = 1")
        self.assertEqual((found["exception"], found["line"]), ("SyntaxError", 1))
        self.assertTrue(found["traceback"].startswith('  File "<stdin>", line 1\n    x = = 1\n'))
        self.assertTrue(found["traceback"].endswith("SyntaxError: invalid syntax\n"))
        self.assertNotIn("value", found)

    def test_the_namespace_is_clean(self):
        found = self.do("sorted(globals()), __name__, __import__('__main__').__dict__ is globals()")["value"]
        names, module, same = eval(found)
        self.assertEqual(
            names, ["__builtins__", "__doc__", "__loader__", "__name__", "__package__", "__spec__"]
        )
        self.assertEqual((module, same), ("__main__", True))
        self.do("import os, sys")
        self.assertEqual(self.do("[n for n in os.environ if 'LABO' in n], sys.argv, sys.path[0]")["value"], "([], [''], '')")

    def test_input_is_at_its_end(self):
        self.assertEqual(self.do("input()")["exception"], "EOFError")

    def test_output_leaves_at_once(self):
        self.assertEqual(self.feed("import time; print('a', end=''); time.sleep(1000)"), "complete")
        self.assertEqual(os.read(self.process.stdout.fileno(), 10), b"a")
        self.assertEqual(self.interrupt()["exception"], "KeyboardInterrupt")

    def test_exit(self):
        found = self.do("exit(3)")
        self.assertEqual((found["exception"], found["message"]), ("SystemExit", "3"))
        self.assertNotIn("traceback", found)
        self.assertEqual(self.process.wait(DEADLINE), 3)

    def test_raised_exit_with_a_message(self):
        self.assertEqual(self.do("raise SystemExit('au revoir')")["exception"], "SystemExit")
        output, errors = self.process.communicate(timeout=DEADLINE)
        self.assertEqual((self.process.returncode, errors), (1, b"au revoir\n"))

    def test_the_end_of_the_requests_ends_it(self):
        os.close(self.requests)
        self.requests = None
        self.assertEqual(self.process.wait(DEADLINE), 0)

    def test_the_end_of_the_requests_ends_what_runs(self):
        self.feed("import time; time.sleep(1000)")
        os.close(self.requests)
        self.requests = None
        self.assertEqual(self.process.wait(DEADLINE), 0)

    def test_bad_requests(self):
        self.assertEqual(self.ask(op="dance")["error"], "usage")
        self.assertEqual(self.ask(op="feed")["error"], "usage")
        os.write(self.requests, b"pas du json\n")
        self.assertEqual(self.read()["error"], "usage")
        self.assertEqual(self.do("1")["value"], "1")


class Sockets(ConsoleTest):
    def test_events_and_names(self):
        self.do("import socket")
        found = self.do("s = socket.socket()")
        opened = found["names"]
        self.assertEqual([(entry["name"], entry["socket"], entry["closed"]) for entry in opened], [("s", 1, False)])
        self.do("s.bind(('127.0.0.1', 0)); s.listen()")
        self.do("c = socket.create_connection(s.getsockname())")
        found = self.do("conn, addr = s.accept()")
        self.assertEqual([entry["name"] for entry in found["names"]], ["s", "c", "conn"])
        self.assertEqual(len({entry["fd"] for entry in found["names"]}), 3)
        closed = self.do("s.close()")["names"][0]
        self.assertEqual((closed["closed"], "fd" in closed), (True, False))

    def test_calls_are_reported_at_the_prompt(self):
        self.do("import socket")
        self.do("a, b = socket.socketpair()")
        self.do("def parle(x):\n    x.sendall(b'un')\n")
        self.assertEqual(self.feed("parle(a)"), "complete")
        sent = self.event("send")
        self.assertEqual((sent["file"], sent["line"], sent["method"]), ("<console>", 2, "sendall"))

    def test_interrupt(self):
        self.do("import socket")
        self.do("s = socket.create_server(('127.0.0.1', 0))")
        self.process.send_signal(signal.SIGINT)
        self.assertEqual(self.do("1")["value"], "1")
        self.assertEqual(self.feed("s.accept()"), "complete")
        self.event("entered")
        self.assertEqual(self.feed("2"), "busy")
        self.assertEqual(self.candidates("s.se"), [])
        found = self.interrupt()
        self.assertEqual(found["exception"], "KeyboardInterrupt")
        self.assertIn({"interrupted": True}, self.events)
        self.assertNotIn("_labo_hook", found["traceback"])
        self.assertGreater(found["durationMs"], 0)
        self.assertEqual(self.do("2")["value"], "2")

    def test_an_error_in_a_thread_is_an_event(self):
        self.do("def boum():\n    1 / 0\n")
        self.assertEqual(self.feed("import threading; threading.Thread(target=boum, name='fil').start()"), "complete")
        found = self.event("exception")
        self.assertEqual((found["threadName"], found["file"], found["line"]), ("fil", "<console>", 2))


class Completion(ConsoleTest):
    def test_names_keywords_and_attributes(self):
        self.do("import socket; s = socket.socket(); serveur = 1")
        self.assertIn("s.sendall(", self.candidates("s.se"))
        self.assertIn("s.family", self.candidates("print(s.fam"))
        self.assertEqual(self.candidates("serv"), ["serveur"])
        self.assertEqual(self.candidates("impo"), ["import "])
        self.assertIn("socket.SOCK_STREAM", self.candidates("socket.SOCK_"))
        self.assertIn("print(", self.candidates("pri"))
        self.assertEqual(self.candidates("s.bin et la suite", cursor=5), ["s.bind("])
        self.assertFalse([name for name in self.candidates("s.") if name.startswith("s._")])

    def test_nothing_is_run(self):
        self.do("traces = []")
        self.do(
            "class Piege:\n"
            "    def __getattr__(self, name): traces.append(name)\n"
            "    def __dir__(self): traces.append('dir'); return []\n"
            "    @property\n"
            "    def valeur(self): traces.append('valeur')\n"
            "    def go(self): traces.append('go')\n"
        )
        self.do("p = Piege()")
        self.assertEqual(self.candidates("p.g"), ["p.go("])
        self.assertEqual(self.candidates("p.v"), ["p.valeur"])
        for text in ("p.valeur.", "p.nulle.", "p.go().", "p.go()", "nulle.", "3.", "'a'.", "x[0].y"):
            self.assertEqual(self.candidates(text), [], text)
        self.assertEqual(self.do("traces")["value"], "[]")


if __name__ == "__main__":
    unittest.main()
