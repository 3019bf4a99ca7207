"""What the processes of a program are doing, from ``/proc``; and helpers that do one thing as another user."""

import json
import os
import select
import signal
import threading
import time

_MACHINE = os.uname().machine if hasattr(os, "uname") else ""

# Kernel numbers of the calls in which a thread may wait: name -> (x86_64, aarch64). None: the call is not there.
_NUMBERS = {
    "accept": (43, 202),
    "accept4": (288, 242),
    "recvfrom": (45, 207),
    "recvmsg": (47, 212),
    "recvmmsg": (299, 243),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "sendfile": (40, 71),
    "connect": (42, 203),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    "epoll_wait": (232, None),
    "epoll_pwait": (281, 22),
    "epoll_pwait2": (441, 441),
    "futex": (202, 98),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "wait4": (61, 260),
    "waitid": (247, 95),
    "read": (0, 63),
    "readv": (19, 65),
    "write": (1, 64),
    "writev": (20, 66),
    "pause": (34, None),
    "rt_sigsuspend": (130, 133),
    "rt_sigtimedwait": (128, 137),
    "restart_syscall": (219, 128),
}

_KINDS = {
    "accept": "accept",
    "accept4": "accept",
    "recvfrom": "recv",
    "recvmsg": "recv",
    "recvmmsg": "recv",
    "sendto": "send",
    "sendmsg": "send",
    "sendmmsg": "send",
    "sendfile": "send",
    "connect": "connect",
    "futex": "futex",
    "nanosleep": "sleep",
    "clock_nanosleep": "sleep",
    "wait4": "child",
    "waitid": "child",
    "read": "read",
    "readv": "read",
    "write": "write",
    "writev": "write",
    "pause": "signal",
    "rt_sigsuspend": "signal",
    "rt_sigtimedwait": "signal",
    # The kernel takes up again a call that had a time limit, without saying which.
    "restart_syscall": "unknown",
}
_WITH_DESCRIPTOR = ("accept", "recv", "send", "connect", "read", "write")
_ALWAYS_BOUNDED = ("nanosleep", "clock_nanosleep", "restart_syscall")
# Where the time limit is: the position of a count of milliseconds (negative: none), or of a pointer (null: none).
_MILLISECONDS = {"poll": 2, "epoll_wait": 3, "epoll_pwait": 3}
_POINTERS = {"ppoll": 2, "select": 4, "pselect6": 4, "epoll_pwait2": 3, "futex": 3, "rt_sigtimedwait": 2}


def call_names(machine):
    """Kernel number -> name of call for this kind of machine (``x86_64``, ``aarch64``); empty for another."""
    column = {"x86_64": 0, "AMD64": 0, "aarch64": 1, "arm64": 1}.get(machine)
    if column is None:
        return {}
    return {numbers[column]: name for name, numbers in _NUMBERS.items() if numbers[column] is not None}


def describe_wait(state, text, machine=_MACHINE):
    """What a thread does, from its state letter and the line of ``/proc/PID/task/TID/syscall``."""
    fields = text.split()
    if state not in ("S", "D") or not fields or fields[0] in ("running", "-1"):
        return {"waits": "running"}
    names = call_names(machine)
    if not names:
        return {"waits": "unknown"}
    name = names.get(int(fields[0]))
    if name is None:
        return {"waits": "running"}
    arguments = [int(field, 16) for field in fields[1:7]]
    kind = _KINDS.get(name, "poll")
    wait = {"waits": kind, "bounded": _is_bounded(name, arguments)}
    if kind in _WITH_DESCRIPTOR:
        wait["fd"] = _signed(arguments[0])
    return wait


def _is_bounded(name, arguments):
    if name in _ALWAYS_BOUNDED:
        return True
    if name in _MILLISECONDS:
        return _signed(arguments[_MILLISECONDS[name]]) >= 0
    if name in _POINTERS:
        return arguments[_POINTERS[name]] != 0
    return False


def _signed(value):
    value &= 0xFFFFFFFF
    return value - (1 << 32) if value & 0x80000000 else value


def has_proc():
    """Whether this machine tells what its processes do."""
    return os.path.exists("/proc/self/task")


def describe_processes(pids):
    """[{pid, threads}] of those that are still there; the caller must be allowed to look at them."""
    found = []
    for pid in pids:
        threads = [thread for thread in (_describe_thread(pid, tid) for tid in _tasks(pid)) if thread]
        if threads:
            found.append({"pid": pid, "threads": threads})
    return found


def _tasks(pid):
    try:
        return sorted(int(name) for name in os.listdir("/proc/%d/task" % pid))
    except OSError:
        return []


def _describe_thread(pid, tid):
    folder = "/proc/%d/task/%d/" % (pid, tid)
    stat = _read_stat(folder + "stat")
    if stat is None or stat[0] in "ZX":
        return None
    try:
        with open(folder + "syscall", encoding="ascii") as lines:
            text = lines.read()
    except OSError:
        return {"tid": tid, "waits": "unknown"}
    # Read again: a thread that was woken in between does not wait any more.
    again = _read_stat(folder + "stat")
    return dict(describe_wait(again[0] if again else "R", text), tid=tid)


def is_running(pid):
    """Whether the process's first thread runs, or is about to: stopped by its tracer, it goes on at once."""
    stat = _read_stat("/proc/%d/stat" % pid)
    return stat is not None and stat[0] in "Rt"


def _read_stat(path):
    """The fields of a ``stat`` file from the state on, or None. (The name before may hold anything.)"""
    try:
        with open(path, "rb") as lines:
            return lines.read().rpartition(b")")[2].decode("ascii").split()
    except OSError:
        return None


def look(pids):
    """What each thread of these processes does, and the (inode, process, fd) of each socket that they hold."""
    held = [(inode, process, descriptor) for inode, (process, descriptor) in owners(pids).items()]
    return describe_processes(pids), held


def owners(pids):
    """Inode -> (process, fd) of the sockets that these processes hold."""
    found = {}
    for pid in pids:
        folder = "/proc/%d/fd/" % pid
        for name in _names(folder):
            try:
                target = os.readlink(folder + name)
            except OSError:
                continue
            if target.startswith("socket:["):
                found.setdefault(int(target[8:-1]), (pid, int(name)))
    return found


def command(pid):
    """The name of a process's program, as ``ss`` and ``ps`` show it; None where it cannot be known."""
    try:
        with open("/proc/%d/comm" % pid, encoding="utf-8", errors="replace") as lines:
            return lines.read().rstrip("\n")
    except OSError:
        return None


def _names(folder):
    try:
        return sorted(os.listdir(folder), key=int)
    except OSError:
        return []


def table():
    """pid -> (parent, session, start in ticks) of every process that is not a zombie. Empty where there is no ``/proc``."""
    found = {}
    for name in os.listdir("/proc") if has_proc() else []:
        stat = _read_stat("/proc/%s/stat" % name) if name.isdigit() else None
        if stat and stat[0] not in "ZX":
            found[int(name)] = (int(stat[1]), int(stat[3]), int(stat[19]))
    return found


def has_variable(pid, assignment):
    """Whether the process was started with this ``NAME=value`` in its environment."""
    try:
        with open("/proc/%d/environ" % pid, "rb") as content:
            return assignment.encode() in content.read().split(b"\0")
    except OSError:
        return False


def descends(pid, ancestor, parents):
    """Whether ``pid`` is ``ancestor`` or comes from it, by a table of ``table()``."""
    seen = set()
    while pid in parents and pid not in seen:
        if pid == ancestor:
            return True
        seen.add(pid)
        pid = parents[pid][0]
    return False


def reap_orphans(spared):
    """Takes note of the ends of the processes that were handed down to this one (as a container's first process)."""
    for name in os.listdir("/proc") if has_proc() else []:
        stat = _read_stat("/proc/%s/stat" % name) if name.isdigit() else None
        if stat and stat[0] == "Z" and int(stat[1]) == os.getpid() and int(name) not in spared:
            try:
                os.waitpid(int(name), os.WNOHANG)
            except OSError:
                continue


class Helpers:
    """Short-lived children that do one thing with fewer rights; ``become()`` gives up the rest, None: nothing."""

    def __init__(self, become=None):
        # Also held while a program is started, so that no child inherits the ends of its pipes.
        self.lock = threading.Lock()
        self._become = become
        self._pids = set()

    @property
    def pids(self):
        """Those that run now."""
        return set(self._pids)

    def snapshot(self):
        """The helpers and the table of all processes, of one and the same moment."""
        with self.lock:
            return set(self._pids), table()

    def call(self, function, *arguments, seconds=5.0, limit=1 << 20, become=None):
        """What ``function`` returned in a child (as JSON), or None when it failed or took too long."""
        reader, writer = os.pipe()
        pid = self.fork((reader,), (writer,), self._be_child, writer, seconds, become or self._become, function, arguments)
        if pid is None:
            return None
        try:
            text = _read_until(reader, time.monotonic() + seconds, limit)
        finally:
            os.close(reader)
            self.end(pid)
        try:
            return json.loads(text.decode("utf-8")) if text is not None else None
        except (ValueError, RecursionError):
            return None

    def resident(self, function, become=None):
        """A helper that stays and does this one thing each time it is called."""
        return Resident(self, function, become or self._become)

    def fork(self, ours, theirs, be_child, *arguments):
        """The pid of a new helper, in which ``be_child`` is called and never returns; None where none could be had.

        Of the ends of its pipes, ``theirs`` are closed on this side in either case, ``ours`` where there is no helper.
        """
        try:
            with self.lock:
                pid = os.fork()
                if pid == 0:
                    be_child(*arguments)
                self._pids.add(pid)
                return pid
        except OSError:
            # The program has used up all the processes that there may be.
            _close(ours)
            return None
        finally:
            _close(theirs)

    def end(self, pid):
        """Ends this helper, where it has not ended by itself."""
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass  # it has ended by itself
        os.waitpid(pid, 0)
        self._pids.discard(pid)

    def _be_child(self, writer, seconds, become, function, arguments):
        # Nothing may come back from here: this is a copy of the whole agent.
        try:
            signal.alarm(int(seconds) + 1)
            if become is not None:
                become()
            _write_all(writer, json.dumps(function(*arguments)).encode("utf-8"))
        except BaseException:  # the parent sees an answer that is no JSON
            os._exit(1)
        os._exit(0)


class Resident:
    """A child that answers one question over and over with fewer rights: forked once, not each time. Thread-safe.

    One that fails to answer is ended; the next call has another.
    """

    def __init__(self, helpers, function, become):
        self._helpers = helpers
        self._function = function
        self._become = become
        self._lock = threading.Lock()
        self._pid = self._questions = self._answers = None

    def call(self, *arguments, seconds=5.0, limit=1 << 20):
        """What the function returned in the child (as JSON), or None when it failed or took too long."""
        with self._lock:
            if self._pid is None and not self._start():
                return None
            answer = self._ask(arguments, time.monotonic() + seconds, limit)
            if answer is None:
                self._stop()
            return answer

    def _ask(self, arguments, deadline, limit):
        try:
            _write_all(self._questions, json.dumps(arguments).encode("ascii") + b"\n")
            text = _read_until(self._answers, deadline, limit, b"\n")
            return json.loads(text.decode("utf-8")) if text else None
        except (OSError, ValueError):
            return None  # it has ended, or what it said is no answer

    def _start(self):
        there, self._questions = os.pipe()
        self._answers, back = os.pipe()
        ours, theirs = (self._questions, self._answers), (there, back)
        self._pid = self._helpers.fork(ours, theirs, self._be_child, *theirs)
        return self._pid is not None

    def _stop(self):
        pid, self._pid = self._pid, None
        _close((self._questions, self._answers))
        self._helpers.end(pid)

    def _be_child(self, questions, answers):
        # Nothing may come back from here, and nothing else of the agent's may be held open.
        try:
            os.dup2(questions, 0)
            os.dup2(answers, 1)
            os.closerange(3, os.sysconf("SC_OPEN_MAX"))
            if self._become is not None:
                self._become()
            with os.fdopen(0, "rb", closefd=False) as lines:
                for line in lines:
                    _write_all(1, json.dumps(self._function(*json.loads(line))).encode("ascii") + b"\n")
        except BaseException:  # the parent sees an answer that is no JSON
            os._exit(1)
        os._exit(0)


def become(user, group):
    """Gives up this process's user, groups and rights for good."""
    os.setgroups([])
    os.setgid(group)
    os.setuid(user)


def look_as(user, group):
    """Sees and touches what this user may, no more; but stays out of reach of that user's signals."""
    os.setgroups([])
    os.setresgid(group, group, group)
    # Who may signal is told by the real and the saved user of the one that is signalled: they stay.
    os.setresuid(-1, user, -1)


def _write_all(descriptor, data):
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _read_until(descriptor, deadline, limit, end=None):
    """What comes up to ``end``, or up to the end of all; None where that takes too long, or is more than ``limit``."""
    poller, text = select.poll(), b""
    poller.register(descriptor, select.POLLIN)
    while len(text) <= limit:
        left = deadline - time.monotonic()
        if left <= 0 or not poller.poll(left * 1000):
            return None
        data = os.read(descriptor, 65536)
        if not data:
            return text
        text += data
        if end is not None and len(text) <= limit and text.endswith(end):
            return text
    return None


def _close(descriptors):
    for descriptor in descriptors:
        os.close(descriptor)
