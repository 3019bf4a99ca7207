"""One run of a learner's program: started, watched, limited, ended, with every event on the way."""

import base64
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time

import limits as run_limits
import processes
from plain import read_plain
from channel import AgentError
from pumps import Lines, Pumps, enlarge_pipe
from socket_tracker import SocketTracker
from strace_parser import Call, Ended, LineReader, Signalled

try:
    import fcntl
except ImportError:  # not on this system: then no hook and no console either
    fcntl = None

HERE = os.path.dirname(os.path.abspath(__file__))
# High, so that the learner's first socket is descriptor 3, as in any terminal.
HOOK_DESCRIPTOR = 100
CONSOLE_DESCRIPTOR = 101
# An event with 64 KiB of data, in base64.
LONGEST_HOOK_LINE = 128 * 1024
LONGEST_TRACE_LINE = 4 * 1024 * 1024
# More than the last line of a traceback that says that memory ran out.
STDERR_TAIL = 256
CONSOLE_SECONDS = 5.0
START_SECONDS = 20.0
DRAIN_SECONDS = 5.0
# An interrupt that comes just before a call that waits is noted, and the call waits all the same: so it is repeated.
INTERRUPT_SECONDS = 2.0
INTERRUPT_AGAIN_SECONDS = 0.05
_WATCH_SECONDS = 0.1

_CODE_KINDS = frozenset(
    "socket bind listen accept connect send recv shutdown close setsockopt entered exception evaluated".split()
)


class Program:
    """A program that runs. ``channel`` sends events; ``new_socket`` numbers sockets over the agent's whole life; ``scans``
    reads the sources."""

    def __init__(self, run, sandbox, channel, new_socket, limits, scans):
        self.run = run
        self.main = None
        self.ended = threading.Event()
        # Set when nothing but the last event is still to come.
        self.leaving = threading.Event()
        self._sandbox = sandbox
        self._emit = channel.emit
        self._limits = limits
        self._scans = scans
        self._started = threading.Event()
        self._pumps = Pumps(channel.gathered)
        self._reader = LineReader()
        self._tracker = SocketTracker(self._reader, new_socket)
        self._empty_receives = run_limits.EmptyReceives()
        self._stopped = False
        self._doomed = False
        self._main_status = None
        self._gone = False
        self._kill_lock = threading.Lock()
        self._nudge = threading.Event()
        self._hits = set()
        self._hits_lock = threading.Lock()
        self._output = 0
        self._stderr_tail = b""
        self._counts = {"kernel": 0, "code": 0}
        self._scan_thread = None
        self._console = None
        self._replies = {}
        self._reply_numbers = itertools.count(1)
        # The statement that the console runs: a mark of its own, or None.
        self._statement = None
        self._interrupted = threading.Event()
        self._listener = None
        # Held while the console is told anything: what is found out about its statement is true until it is let go.
        self._console_lock = threading.Lock()
        self._counters = run_limits.read_counters() if sandbox.traced else {}
        self._before_start = []

    # Start

    def start(self, command, stdin=None, files=None, main=None, console=False):
        """Starts the command; returns when the program is there. ``files`` and ``main``: to be scanned meanwhile."""
        try:
            self._spawn(command, stdin, console)
        except AgentError:
            self.ended.set()
            raise
        threading.Thread(target=self._wait, daemon=True).start()
        if files is not None and hasattr(os, "fork"):
            self._scan_thread = threading.Thread(target=self._scan, args=(files, main), daemon=True)
            self._scan_thread.start()
        threading.Thread(target=self._watch, daemon=True).start()
        if not self._started.wait(START_SECONDS) or self.main is None:
            self.stop()
            raise AgentError("failed", "the program could not be started: " + self._start_trouble())

    def _start_trouble(self):
        return b"".join(self._before_start).decode("utf-8", "replace").strip() or "no reason known"

    def _spawn(self, command, stdin, console):
        # So that nothing else is forked while the program's ends of its pipes are open here.
        with self._sandbox.helpers.lock:
            passed, environment = [], self._environment()
            hook = console_end = None
            if fcntl is not None:
                hook, writer = os.pipe()
                enlarge_pipe(hook)
                passed.append(_raise_descriptor(writer, HOOK_DESCRIPTOR))
                environment["LABO_HOOK_FD"] = str(passed[-1])
            if console and fcntl is not None:
                reader, console_end = os.pipe()
                passed.append(_raise_descriptor(reader, CONSOLE_DESCRIPTOR))
                environment["LABO_CONSOLE_FD"] = str(passed[-1])
                self._console = console_end
            trace = self._sandbox.open_trace() if self._sandbox.traced else None
            try:
                self._process = subprocess.Popen(
                    self._sandbox.command(self._limits, command),
                    stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    bufsize=0,
                    cwd=self._sandbox.work,
                    env=environment,
                    pass_fds=passed,
                    start_new_session=os.name == "posix",
                )
            except OSError as error:
                for descriptor in (trace, hook, console_end):
                    if descriptor is not None:
                        os.close(descriptor)
                self._console = None
                raise AgentError("failed", "the program could not be started: %s" % error) from None
            finally:
                for descriptor in passed:
                    os.close(descriptor)
        self._begin_pumps(trace, hook)
        if stdin is not None:
            threading.Thread(target=self._write_stdin, args=(stdin,), daemon=True).start()

    def _begin_pumps(self, trace, hook):
        if trace is not None:
            self._pumps.add(trace, Lines(self._on_trace_line, LONGEST_TRACE_LINE))
        else:
            self._began(self._process.pid, time.time())
        if hook is not None:
            self._pumps.add(hook, Lines(self._on_hook_line, LONGEST_HOOK_LINE))
        for name in ("stdout", "stderr"):
            stream = getattr(self._process, name)
            self._pumps.add(os.dup(stream.fileno()), lambda data, name=name: self._on_output(name, data))
            stream.close()
        self._pumps.start()

    def _environment(self):
        environment = {
            "PYTHONPATH": self._sandbox.hook(),
            # A program that is killed while it serves would otherwise lose what it printed.
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "LANG": "C.UTF-8",
            "LABO_FILES": self._sandbox.work,
        }
        environment.update(self._sandbox.environment())
        return environment

    def _write_stdin(self, data):
        with self._process.stdin as stream:
            view = memoryview(data)
            try:
                while view:
                    view = view[stream.write(view) :]
            except OSError:
                return  # the program does not read it

    def _began(self, pid, t):
        self.main = pid
        self._send("program", "started", t, process=pid)
        self._started.set()

    # What comes from the program

    def _send(self, source, kind, t=None, **facts):
        event = {"t": round(time.time() if t is None else t, 6), "source": source, "kind": kind, "run": self.run}
        event.update(facts)
        self._emit(event)

    def _on_output(self, name, data):
        if self.main is None:
            # The tracer's own complaint, when it cannot start.
            self._before_start.append(data)
            return
        if name == "stderr":
            self._stderr_tail = (self._stderr_tail + data)[-STDERR_TAIL:]
        most = self._limits.get("outputBytes")
        too_much = most is not None and self._output + len(data) > most
        if too_much:
            data = data[: max(0, most - self._output)]
        if data:
            self._output += len(data)
            self._send("program", name, data=base64.b64encode(data).decode("ascii"))
        if too_much:
            self._hit("output", most)

    def _on_trace_line(self, line):
        text = line.decode("utf-8", "replace")
        record = self._reader.read(text)
        if self.main is None:
            pid = text.split(None, 1)[0] if text else ""
            if pid.isdigit() and isinstance(record, Call):
                self._began(int(pid), record.start)
        if isinstance(record, Ended) and record.thread == self.main:
            self._on_main_end(record)
        if isinstance(record, Signalled):
            self._on_signal(record.name)
        elif record is not None:
            for event in self._tracker.feed(record):
                self._on_kernel_event(event)

    def _on_main_end(self, record):
        # The tracer goes on with what the program left behind: that is over, too.
        self._main_status = {"code": record.code} if record.signal is None else {"signal": record.signal}
        self._doomed = True
        self._nudge.set()

    def _on_signal(self, name):
        if name == "SIGXFSZ":
            self._hit("fileSize", self._limits.get("fileBytes"), kill=False)
        elif name == "SIGXCPU":
            self._hit("cpu", self._limits.get("cpuMs"), kill=False)

    def _on_kernel_event(self, event):
        if not self._count("kernel", event):
            return
        event["run"] = self.run
        self._emit(event)
        if event.get("errno") == "EMFILE":
            self._hit("files", self._limits.get("files"), kill=False)

    def _count(self, source, event):
        """Whether the event is to be sent: floods end the run, once the first events have told the story."""
        if not self._hits.isdisjoint(("spin", "events")):
            return False
        self._counts[source] += 1
        judged = source == ("kernel" if self._sandbox.traced else "code")
        if judged and self._counts[source] == run_limits.MAX_EVENTS:
            self._hit("events", run_limits.MAX_EVENTS)
        elif judged and self._empty_receives.is_spinning(event):
            self._hit("spin", run_limits.MAX_EMPTY_RECEIVES)
        return self._counts[source] <= run_limits.MAX_EVENTS

    def _on_hook_line(self, line):
        message = read_plain(line)
        if message is None:
            return
        if "reply" in message:
            self._on_reply(message)
        elif "listener" in message:
            self._listener = message["listener"] if self._listener is None else self._listener
        elif "interrupted" in message:
            self._interrupted.set()
        elif isinstance(message.get("kind"), str) and message["kind"] in _CODE_KINDS:
            self._on_code_event(message)

    def _on_code_event(self, event):
        if event["kind"] == "evaluated":
            self._statement = None
            self._interrupted.set()
        if not self._count("code", event):
            return
        t = event.get("t")
        if isinstance(t, bool) or not isinstance(t, (int, float)) or not 0 < t < 1e11:
            event["t"] = round(time.time(), 6)
        event["source"] = "code"
        event["run"] = self.run
        self._emit(event)
        self._notice_exception(event)

    def _notice_exception(self, event):
        message = event.get("message")
        text = message if isinstance(message, str) else ""
        if event.get("exception") == "MemoryError":
            self._hit("memory", self._limits.get("memoryBytes"), kill=False)
        elif text.startswith("[Errno 24]"):
            self._hit("files", self._limits.get("files"), kill=False)
        elif text.startswith("[Errno 27]"):
            self._hit("fileSize", self._limits.get("fileBytes"), kill=False)

    def _scan(self, files, main):
        t = time.time()
        facts = self._scans.of(files, main)
        if isinstance(facts, dict) and not {"t", "source", "kind", "run"} & set(facts):
            self._send("code", "scan", t, **facts)

    # Limits

    def _hit(self, name, value, kill=True):
        with self._hits_lock:
            if name in self._hits or self.ended.is_set():
                return
            self._hits.add(name)
        if kill:
            # The watching thread kills: the pumps must go on, or the tracer waits for them; and a new thread cannot be
            # had where the program has used up all the processes that there may be.
            self._doomed = True
            self._nudge.set()
        self._send("program", "limit", name=name, **({} if value is None else {"value": value}))

    def _kill(self):
        # Never once the program is gone: what runs then may be the next one.
        with self._kill_lock:
            if not self._gone:
                self._sandbox.kill(self._process.pid)

    def _watch(self):
        """Looks after what only time or a count of processes shows, until the run has ended."""
        wall = self._limits.get("wallMs")
        deadline = time.monotonic() + wall / 1000 if wall else None
        most = self._limits.get("processes")
        while True:
            left = _WATCH_SECONDS if deadline is None else min(_WATCH_SECONDS, deadline - time.monotonic())
            if self._nudge.wait(max(0.0, left)):
                self._nudge.clear()
                if self.ended.is_set():
                    return
                if self._doomed:
                    self._kill()
                    self.ended.wait()
                    return
            if deadline is not None and time.monotonic() >= deadline:
                self._hit("wall", wall)
                deadline = None
            if most and "processes" not in self._hits and self._has_too_many(most):
                self._hit("processes", most)

    def _has_too_many(self, most):
        if self._sandbox.traced and "processes" in run_limits.raised(self._counters, run_limits.read_counters()):
            return True
        return len(self._sandbox.program_pids(self._process.pid)) > most

    # End

    def stop(self):
        """Kills the program, and waits for its end."""
        if not self.ended.is_set():
            self._stopped = True
            self._kill()
        self.ended.wait()

    def _wait(self):
        status, cpu = self._wait_process()
        with self._kill_lock:
            self._gone = True
            self._sandbox.kill_rest(self._process.pid)
        if self._sandbox.traced:
            self._sandbox.end_trace()
        self._pumps.finish(DRAIN_SECONDS)
        for event in self._tracker.finish():
            self._on_kernel_event(event)
        if self._scan_thread is not None:
            self._scan_thread.join()
        if self._console is not None:
            os.close(self._console)
            self._console = None
        for reply in list(self._replies.values()):
            reply.set(None)
        self._judge_limits(status, cpu)
        if self.main is not None:
            self.leaving.set()
            self._send("program", "exit", stopped=self._stopped, cpuMs=cpu, **(self._main_status or status))
        self.ended.set()
        self._nudge.set()
        self._started.set()

    def _wait_process(self):
        if not hasattr(os, "wait4"):
            return {"code": self._process.wait()}, 0
        _, status, usage = os.wait4(self._process.pid, 0)
        cpu = round((usage.ru_utime + usage.ru_stime) * 1000)
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            self._process.returncode = -number
            return {"signal": _signal_name(number)}, cpu
        self._process.returncode = os.WEXITSTATUS(status)
        return {"code": self._process.returncode}, cpu

    def _judge_limits(self, status, cpu):
        most = self._limits.get("cpuMs")
        killed = status.get("signal") == "SIGKILL" and not self._stopped and not self._hits
        if most and (status.get("signal") == "SIGXCPU" or (killed and cpu >= most)):
            self._hit("cpu", most)
        if status.get("signal") == "SIGXFSZ":
            self._hit("fileSize", self._limits.get("fileBytes"))
        if self._ended_for_lack_of_memory(self._main_status or status):
            self._hit("memory", self._limits["memoryBytes"], kill=False)
        for name in run_limits.raised(self._counters, run_limits.read_counters() if self._sandbox.traced else {}):
            self._hit(name, self._limits.get("memoryBytes" if name == "memory" else name), kill=False)

    def _ended_for_lack_of_memory(self, status):
        """Whether Python's last word was MemoryError: the hook may have lacked the memory to say it."""
        limited = "memoryBytes" in self._limits
        return limited and status.get("code") == 1 and run_limits.says_memory_error(self._stderr_tail)

    # While it runs

    def drain(self):
        """Takes in all that the program has shown so far."""
        self._pumps.drain()

    def is_running(self):
        """Whether one of its processes is at work, as far as can be told at a glance: it may be even where this says no."""
        return any(processes.is_running(pid) for pid in self._sandbox.program_pids(self._process.pid))

    def look(self):
        """Its processes and what each of their threads does (None where that cannot be known), and its sockets' owners."""
        if not processes.has_proc():
            return None, {}
        pids = self._sandbox.program_pids(self._process.pid)
        seen = self._sandbox.look(pids)
        if seen is None:
            return [{"pid": pid, "threads": [{"tid": pid, "waits": "unknown"}]} for pid in pids], {}
        found, owners = seen
        for process in found:
            process["threads"] = [thread for thread in map(self._without_ours, process["threads"]) if thread]
        return found, {inode: (process, descriptor) for inode, process, descriptor in owners}

    def _without_ours(self, thread):
        """The thread's state as the program means it: None for the console's listener, running for one that reports to us."""
        if self._console is not None and (thread["tid"] == self._listener or _waits(thread, "read", CONSOLE_DESCRIPTOR)):
            return None
        return {"tid": thread["tid"], "waits": "running"} if _waits(thread, "write", HOOK_DESCRIPTOR) else thread

    # Console

    def ask(self, question):
        """What the console answers, AgentError ``busy`` when it does not."""
        if self._console is None:
            raise AgentError("usage", "not a console")
        number, answer = next(self._reply_numbers), _Answer()
        self._replies[number] = answer
        try:
            line = json.dumps(dict(question, request=number)).encode("ascii") + b"\n"
            threading.Thread(target=self._write_console, args=(line,), daemon=True).start()
            if not answer.wait(CONSOLE_SECONDS):
                raise AgentError("busy", "the console does not answer")
        finally:
            self._replies.pop(number, None)
        if answer.value is None:
            raise AgentError("failed", "the console has ended")
        return {key: value for key, value in answer.value.items() if key not in ("reply", "id", "ok")}

    def _write_console(self, line):
        try:
            with self._console_lock:
                os.write(self._console, line)
        except (OSError, TypeError):
            return  # it has ended: who waits for its answer is told so

    def _on_reply(self, message):
        number = message["reply"]
        answer = self._replies.get(number) if isinstance(number, int) else None
        if message.get("status") == "complete":
            self._statement = object()
            # Each statement may do as much as a whole program.
            self._counts = dict.fromkeys(self._counts, 0)
        if answer is not None:
            answer.set(message)

    def interrupt(self):
        """Ctrl-C for the statement that runs, if any; returns when it has been told, or does not listen."""
        statement, deadline = self._statement, time.monotonic() + INTERRUPT_SECONDS
        self._interrupted.clear()
        while statement is not None and self._signal_statement(statement):
            if self._interrupted.wait(INTERRUPT_AGAIN_SECONDS) or time.monotonic() >= deadline:
                return

    def _signal_statement(self, statement):
        """Whether the statement still ran, was not interrupted yet, and was sent an interrupt."""
        with self._console_lock:
            self.drain()
            if self._statement is not statement or self._interrupted.is_set():
                return False
            try:
                os.kill(self.main, signal.SIGINT)
            except OSError:
                return False  # it has just ended
            return True


class _Answer:
    def __init__(self):
        self.value = None
        self._there = threading.Event()

    def set(self, value):
        if not self._there.is_set():
            self.value = value
            self._there.set()

    def wait(self, seconds):
        return self._there.wait(seconds)


def _raise_descriptor(descriptor, lowest):
    raised = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, lowest)
    os.close(descriptor)
    return raised


def _waits(thread, call, descriptor):
    return thread["waits"] == call and thread.get("fd") == descriptor


def _signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return "SIG%d" % number


def console_command():
    """How the live interpreter is started."""
    return [sys.executable, os.path.join(HERE, "console.py")]
