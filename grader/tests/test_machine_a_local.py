"""A whole agent of machine A, as a process on this machine, running real programs."""

import base64
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

AGENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent", "agent.py")
sys.path.insert(0, os.path.dirname(AGENT))

import processes  # noqa: E402

# Only a failure ever waits so long.
SECONDS = 30

SERVER = """
import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen()
print(s.getsockname()[1])
c, _ = s.accept()
print(c.recv(100))
c.sendall(b"yes")
c.close()
"""


class Agent:
    """Speaks the protocol to an agent of its own."""

    def __init__(self, work):
        command = [sys.executable, "-I", "-B", AGENT, "--role", "a", "--sandbox", "local", "--work", work]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.events = []
        self._replies = {}
        self._count = 0
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            message = json.loads(line)
            with self._changed:
                if "event" in message:
                    self.events.append(message["event"])
                else:
                    self._replies[message["id"]] = message
                self._changed.notify_all()

    def ask(self, operation, **keys):
        self._count += 1
        number = self._count
        self.process.stdin.write(json.dumps(dict(keys, id=number, op=operation)).encode() + b"\n")
        self.process.stdin.flush()
        with self._changed:
            if not self._changed.wait_for(lambda: number in self._replies, SECONDS):
                raise AssertionError("no answer to %s" % operation)
            return self._replies[number]

    def wait(self, found):
        """What ``found(events)`` returns, once it is true."""
        with self._changed:
            if not self._changed.wait_for(lambda: found(self.events), SECONDS):
                raise AssertionError("did not come; there were %r" % self.events[-10:])
            return found(self.events)

    def close(self):
        self.process.stdin.close()
        code = self.process.wait(SECONDS)
        self._reader.join(SECONDS)
        self.process.stdout.close()
        return code


def encode(text):
    return base64.b64encode(text.encode()).decode()


@unittest.skipUnless(os.name == "posix", "descriptors are passed to the program")
class LocalRuns(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = os.path.realpath(folder.name)
        self.agent = Agent(self.work)
        self.addCleanup(self.end_agent)
        self.runs = 0

    def end_agent(self):
        if self.agent.process.poll() is None:
            self.agent.close()

    def start(self, source, **more):
        self.runs += 1
        self.run_id = "r%d" % self.runs
        reply = self.agent.ask("run", run=self.run_id, main="main.py", files=[{"name": "main.py", "data": encode(source)}], **more)
        self.assertEqual(reply.get("ok"), True, reply)

    def program_events(self):
        return [event for event in self.agent.events if event["run"] == self.run_id and event["source"] == "program"]

    def exit(self):
        found = self.agent.wait(lambda _: [event for event in self.program_events() if event["kind"] == "exit"])
        last = [event for event in self.agent.events if event["run"] == self.run_id][-1]
        self.assertIs(found[0], last, "exit is the last event of a run")
        return found[0]

    def output(self, stream="stdout"):
        return b"".join(base64.b64decode(event["data"]) for event in self.program_events() if event["kind"] == stream)

    def limits_hit(self):
        return [event["name"] for event in self.program_events() if event["kind"] == "limit"]

    def first_line(self):
        self.agent.wait(lambda _: b"\n" in self.output())
        return self.output().split(b"\n")[0]

    def test_hello(self):
        reply = self.agent.ask("hello")
        self.assertEqual((reply["protocol"], reply["role"], reply["traced"]), (1, "a", False))
        self.assertEqual(reply["python"], "%d.%d.%d" % sys.version_info[:3])

    def test_output_arguments_input_and_code(self):
        self.start(
            "import sys\nprint(sys.argv[1:], input())\nprint('é', file=sys.stderr)\nsys.exit(7)",
            arguments=["a b", "$HOME"],
            stdin=encode("line\n"),
        )
        end = self.exit()
        self.assertEqual((end["code"], end["stopped"]), (7, False))
        self.assertGreaterEqual(end["cpuMs"], 1)
        self.assertEqual(self.output(), b"['a b', '$HOME'] line\n")
        self.assertIn("é".encode(), self.output("stderr"))
        self.assertEqual(self.program_events()[0]["kind"], "started")

    def test_without_input_it_ends_at_once(self):
        self.start("import sys; print(sys.stdin.read() == '')")
        self.exit()
        self.assertEqual(self.output(), b"True\n")

    def test_the_environment_is_its_own(self):
        os.environ["LABO_TEST_SECRET"] = "1"
        self.addCleanup(os.environ.pop, "LABO_TEST_SECRET")
        self.agent.close()
        # The first agent took it with it.
        os.makedirs(self.work, exist_ok=True)
        self.agent = Agent(self.work)
        self.start("import os, socket; print('LABO_TEST_SECRET' in os.environ, os.getcwd(), socket.socket().fileno())")
        self.exit()
        self.assertEqual(self.output().decode(), "False %s 3\n" % self.work)

    def test_a_server(self):
        self.start(SERVER)
        port = int(self.first_line())
        with socket.create_connection(("127.0.0.1", port), SECONDS) as client:
            client.sendall(b"hello")
            self.assertEqual(client.recv(100), b"yes")
        self.assertEqual(self.exit()["code"], 0)
        self.assertIn(b"b'hello'", self.output())

    @unittest.skipUnless(sys.platform == "linux", "/proc tells what threads do")
    def test_the_state_of_a_server_that_waits(self):
        self.start(SERVER)
        port = int(self.first_line())
        state = self.wait_for_state("accept")
        (process,) = state["processes"]
        self.assertEqual(process["pid"], self.program_events()[0]["process"])
        self.assertEqual(process["threads"], [{"tid": process["pid"], "waits": "accept", "fd": 3, "bounded": False}])
        (listening,) = state["sockets"]
        self.assertEqual((listening["state"], listening["local"]["port"], listening["fd"]), ("LISTEN", port, 3))
        self.assertEqual(state["events"], len(self.agent.events))
        self.assertTrue(state["alive"])
        # The table of sockets names the program too, which a look at what waits has no need of.
        named = [dict(entry, command="python3") for entry in state["sockets"]]
        self.assertEqual(self.agent.ask("sockets")["sockets"], named)
        self.agent.ask("stop", run=self.run_id)
        state = self.agent.ask("state")
        self.assertEqual((state["alive"], state["processes"], state["sockets"]), (False, [], []))

    def wait_for_state(self, *waits):
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            state = self.agent.ask("state")
            if any(thread["waits"] in waits for process in state["processes"] for thread in process["threads"]):
                return state
        raise AssertionError("never waited in %s: %r" % (waits, state))

    def test_stop_answers_after_exit(self):
        self.start("import time\nprint('here')\ntime.sleep(1000)")
        self.first_line()
        self.assertTrue(self.agent.ask("stop", run=self.run_id)["ok"])
        self.assertEqual(self.agent.events[-1]["kind"], "exit")
        end = self.exit()
        self.assertEqual((end["signal"], end["stopped"]), ("SIGKILL", True))
        self.assertTrue(self.agent.ask("stop", run=self.run_id)["ok"])

    def test_a_signal(self):
        self.start("import os, signal; os.kill(os.getpid(), signal.SIGTERM)")
        self.assertEqual(self.exit()["signal"], "SIGTERM")

    def test_limits(self):
        for source, limits, name in (
            ("import time; time.sleep(1000)", {"wallMs": 100}, "wall"),
            ("while True: pass", {"cpuMs": 1000}, "cpu"),
            ("while True: print('x' * 100)", {"outputBytes": 5000}, "output"),
        ):
            with self.subTest(name):
                self.start(source, limits=limits)
                end = self.exit()
                self.assertIn(end["signal"], ("SIGKILL", "SIGXCPU"))
                self.assertFalse(end["stopped"])
                self.assertEqual(self.limits_hit(), [name])
        self.assertEqual(len(self.output()), 5000)

    @unittest.skipUnless(sys.platform == "linux", "memory is limited where RLIMIT_DATA counts all of it")
    def test_the_limit_of_memory(self):
        fill = "kept = []\nwhile True: kept.append(bytes(1 << 20))"
        # Without the hook's descriptor, Python's own last word is what tells.
        for source in (fill, "import os; os.closerange(3, 200)\n" + fill):
            with self.subTest(source):
                self.start(source, limits={"memoryBytes": 64 << 20})
                self.assertEqual(self.exit()["code"], 1)
                self.assertEqual(self.limits_hit(), ["memory"])

    def test_a_memory_error_without_a_limit(self):
        self.start("import os; os.closerange(3, 200)\nraise MemoryError")
        self.assertEqual(self.exit()["code"], 1)
        self.assertEqual(self.limits_hit(), [])

    @unittest.skipUnless(sys.platform == "linux", "processes are counted in /proc")
    def test_too_many_processes(self):
        self.start("import os, time\nfor _ in range(6):\n    if os.fork() == 0: time.sleep(1000)\ntime.sleep(1000)", limits={"processes": 4})
        self.exit()
        self.assertEqual(self.limits_hit(), ["processes"])

    @unittest.skipUnless(sys.platform == "linux", "processes are found in /proc")
    def test_what_it_left_behind_ends_with_it(self):
        self.start(
            "import os, time\n"
            "r, w = os.pipe()\n"
            "if os.fork() == 0:\n"
            "    os.setsid()\n"
            "    if os.fork() == 0:\n"
            "        os.write(w, str(os.getpid()).encode())\n"
            "        time.sleep(1000)\n"
            "    os._exit(0)\n"
            "print(os.read(r, 100).decode())\n"
        )
        self.assertEqual(self.exit()["code"], 0)
        # It may be a zombie still, where the first process of this machine is slow to take note.
        self.assertNotIn(int(self.output()), processes.table())

    def test_files_stay_until_reset(self):
        self.start("open('left.txt', 'w').write('x')")
        self.exit()
        self.start("import os; print(sorted(os.listdir()))")
        self.exit()
        self.assertEqual(self.output(), b"['left.txt', 'main.py']\n")
        self.assertTrue(self.agent.ask("reset")["ok"])
        self.assertEqual(os.listdir(self.work), [])

    def test_reset_ends_the_program(self):
        self.start("import time\nprint('here')\ntime.sleep(1000)")
        self.first_line()
        self.agent.ask("reset")
        self.assertEqual(self.agent.events[-1]["kind"], "exit")

    def test_one_at_a_time(self):
        self.start("import time\ntime.sleep(1000)")
        self.assertEqual(self.agent.ask("run", run="x", main="main.py", files=[])["error"], "usage")
        self.agent.ask("stop", run=self.run_id)
        for _ in range(5):
            # As soon as the last event is there, the next may be started.
            self.start("")
            self.exit()

    def test_bad_requests(self):
        for keys in (
            {"main": "../x.py"},
            {"main": "x.py", "files": [{"name": "/x", "data": ""}]},
            {"main": "x.py", "files": [{"name": "x", "data": "?"}]},
            {"main": "x.py", "limits": {"wall": 1}},
            {"main": "x.py", "arguments": "abc"},
            {"main": 3},
        ):
            reply = self.agent.ask("run", run="x", **keys)
            self.assertEqual(reply["error"], "usage", keys)
        self.assertEqual(self.agent.ask("stop", run="unknown")["error"], "usage")
        self.assertEqual(self.agent.ask("feed", run="unknown", source="")["error"], "usage")
        self.assertEqual(os.listdir(self.work), [])

    def test_what_comes_on_the_hooks_pipe_is_not_trusted(self):
        lines = [
            {"kind": "bind", "t": 5.0, "line": 3, "run": "forged", "source": "kernel"},
            {"kind": "exit", "code": 0},
            {"kind": "recv", "t": "soon", "length": 1},
            ["bind"],
            {"reply": 1},
        ]
        self.start(
            "import os, json\n"
            "os.set_blocking(100, True)\n"
            "def say(data): os.write(100, data + b'\\n')\n"
            "say(b'junk'); say(b'\\xff'); say(b'{' * 5000)\n"
            "left = b'{\"kind\": \"listen\", \"x\": \"' + b'y' * 140000 + b'\"}\\n'\n"
            "while left: left = left[os.write(100, left):]\n"
            "for line in %r: say(json.dumps(line).encode())\n" % lines
        )
        self.exit()
        told = [event for event in self.agent.events if event["source"] == "code" and event["kind"] in ("bind", "recv", "listen", "exit")]
        self.assertEqual([(event["kind"], event["run"]) for event in told], [("bind", self.run_id), ("recv", self.run_id)])
        self.assertEqual(told[0]["t"], 5.0)
        self.assertLess(abs(told[1]["t"] - time.time()), SECONDS)

    def test_a_flood_on_the_hooks_pipe_ends_the_run(self):
        self.start("import os\nos.set_blocking(100, True)\nwhile True: os.write(100, b'{\"kind\": \"bind\"}\\n' * 100)")
        self.exit()
        self.assertEqual(self.limits_hit(), ["events"])
        told = [event for event in self.agent.events if event["source"] == "code" and event["kind"] == "bind"]
        self.assertLessEqual(len(told), 20000)
        self.assertGreater(len(told), 19000)

    def test_reading_on_and_on_after_the_end_is_named(self):
        self.start("import os\nos.set_blocking(100, True)\nwhile True: os.write(100, b'{\"kind\": \"recv\", \"length\": 0, \"fd\": 4}\\n' * 100)")
        self.exit()
        self.assertEqual(self.limits_hit(), ["spin"])

    def console(self):
        self.runs += 1
        self.run_id = "r%d" % self.runs
        self.assertTrue(self.agent.ask("console", run=self.run_id)["ok"])

    def feed(self, source):
        """Starts a statement."""
        self.assertEqual(self.agent.ask("feed", run=self.run_id, source=source)["status"], "complete")

    def evaluated(self, count):
        """The event at the end of the console's statement of this number."""
        ends = lambda _: [event for event in self.agent.events if event["kind"] == "evaluated"][count - 1 :]  # noqa: E731
        return self.agent.wait(ends)[0]

    @unittest.skipUnless(sys.platform == "linux", "/proc tells what threads do")
    def test_a_console_that_waits(self):
        self.console()
        self.feed("import socket; s = socket.create_server(('127.0.0.1', 0))")
        self.evaluated(1)
        self.feed("s.accept()")
        (process,) = self.wait_for_state("accept")["processes"]
        self.assertEqual(process["threads"], [{"tid": process["pid"], "waits": "accept", "fd": 3, "bounded": False}])
        self.assertTrue(self.agent.ask("interrupt", run=self.run_id)["ok"])
        self.assertEqual(self.evaluated(2)["exception"], "KeyboardInterrupt")
        # Nothing runs: nothing is interrupted.
        self.assertTrue(self.agent.ask("interrupt", run=self.run_id)["ok"])
        self.feed("1 + 1")
        self.assertEqual(self.evaluated(3)["value"], "2")

    def test_an_interrupt_is_repeated_until_it_is_heard(self):
        # A handler that takes note and returns, as Python's own does just before a call that then waits.
        self.console()
        self.feed(
            "def note(number, frame):\n"
            "    heard.append(number)\n"
            "    if len(heard) == 3: raise KeyboardInterrupt\n"
        )
        self.evaluated(1)
        # (time.sleep is a poll before Python 3.11.)
        self.feed("import signal, time; heard = []; previous = signal.signal(signal.SIGINT, note); time.sleep(1000)")
        self.wait_for_state("sleep", "poll")
        self.agent.ask("interrupt", run=self.run_id)
        self.assertEqual(self.evaluated(2)["exception"], "KeyboardInterrupt")
        self.feed("len(heard)")
        self.assertEqual(self.evaluated(3)["value"], "3")

    def test_an_interrupt_that_was_heard_is_not_repeated(self):
        self.console()
        self.feed("import time; heard = 0")
        self.evaluated(1)
        self.feed(
            "try:\n"
            "    time.sleep(1000)\n"
            "except KeyboardInterrupt:\n"
            "    time.sleep(0.3)\n"
            "    heard += 1\n"
        )
        self.wait_for_state("sleep", "poll")
        self.agent.ask("interrupt", run=self.run_id)
        self.assertNotIn("exception", self.evaluated(2))
        self.feed("heard")
        self.assertEqual(self.evaluated(3)["value"], "1")

    def test_the_end_of_its_input_ends_everything(self):
        self.start("import os, time\nprint(os.getpid())\ntime.sleep(1000)")
        pid = int(self.first_line())
        self.assertEqual(self.agent.close(), 0)
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    unittest.main()
