"""The two ways of running a learner's program: traced and as nobody in a container, or as a plain process."""

import itertools
import os
import signal
import stat
import subprocess
import sys
import time

import limits as run_limits
import processes
from compiled_hook import hook_folder
from pumps import enlarge_pipe
from socket_tracker import MAX_DATA

TRACED_CALLS = (
    "network,close,?close_range,dup,?dup2,dup3,fcntl,clone,?clone3,?fork,?vfork,execve,exit_group"
)
HOOK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hook")
_TRACE = "/trace/calls"
_KILL_SECONDS = 5.0
# A user without a name, without a file, and without a process but ours.
_STRANGER = 65533


class DockerSandbox:
    """In a container that is all ours: what is not the agent belongs to the program."""

    traced = True

    def __init__(self, work):
        import pwd

        nobody = pwd.getpwnam("nobody")
        self.work = work
        self.helpers = processes.Helpers(lambda: processes.look_as(nobody.pw_uid, nobody.pw_gid))
        self._looker = self.helpers.resident(processes.look)

    def examine(self, function, *arguments):
        """What the function makes of the learner's own texts: with no rights at all, and out of the program's reach."""
        return self.helpers.call(function, *arguments, become=lambda: processes.become(_STRANGER, _STRANGER))

    def open_trace(self):
        """A descriptor from which the tracer's lines will come."""
        if os.path.lexists(_TRACE):
            os.unlink(_TRACE)
        os.mkfifo(_TRACE, 0o600)
        trace = os.open(_TRACE, os.O_RDONLY | os.O_NONBLOCK)
        enlarge_pipe(trace)
        return trace

    def end_trace(self):
        """Makes the trace end even if the tracer never opened it."""
        try:
            os.close(os.open(_TRACE, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            return  # nobody reads it any more

    def hook(self):
        """The folder of the hook."""
        return HOOK

    def command(self, limits, command):
        """The whole command that runs a limited program under the tracer."""
        tracer = ["strace", "-f", "--seccomp-bpf", "-ttt", "-T", "-xx", "-s", str(MAX_DATA), "-u", "nobody"]
        tracer += ["-o", _TRACE, "-e", "trace=" + TRACED_CALLS]
        return tracer + run_limits.limited_command(limits, command)

    def environment(self):
        """What the program finds in its environment for this kind of machine."""
        return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp"}

    def program_pids(self, main):
        """The program's processes; ``main`` is the tracer."""
        helpers, table = self.helpers.snapshot()
        ours = helpers | {1, os.getpid(), main}
        return sorted(pid for pid in table if pid not in ours)

    def kill(self, main):
        """Kills the program's processes, all of them; the tracer then ends by itself."""
        _kill_all(lambda: self.program_pids(main))

    def kill_rest(self, main):
        """Once the tracer has ended: kills what the program left."""
        self.kill(main)
        processes.reap_orphans(self.helpers.pids)

    def look(self, pids):
        """What these processes do and hold; None where that could not be found out. Only nobody may look at them."""
        return self._looker.call(pids)

    def write(self, name, data):
        """Puts a file where the program can read it, and not change it."""
        _write_file(self.work, name, data, 0o444)

    def clear(self):
        """Removes every file that runs have left; the paths that could not be."""
        places = [self.work, "/tmp", "/dev/shm"]
        left = _empty_folders(places)
        if left:
            # What nobody closed to others, only nobody can remove.
            self.helpers.call(_empty_folders, places)
            left = _empty_folders(places)
        return left

    def leave(self):
        """Nothing to do: the container goes, and its folders with it."""


class LocalSandbox:
    """As processes of the same user, on this machine: no tracer, and no wall around the program."""

    traced = False

    def __init__(self, work, time_wait=False):
        self.work = work
        self._time_wait = time_wait
        self.helpers = processes.Helpers()
        self._token = "%d-%d" % (os.getpid(), time.monotonic_ns())
        # What was there before this agent is none of its programs, and need not be looked at.
        self._began = processes.table().get(os.getpid(), (0, 0, 0))[2]

    def hook(self):
        """The folder of the hook."""
        return hook_folder(HOOK)

    def examine(self, function, *arguments):
        """What the function makes of the learner's own texts."""
        return self.helpers.call(function, *arguments)

    def command(self, limits, command):
        """The command that runs a limited program."""
        return run_limits.limited_command(limits, command) if os.name == "posix" else command

    def environment(self):
        """What the program finds in its environment for this kind of machine."""
        kept = ("PATH", "SYSTEMROOT", "TEMP") if os.name == "nt" else ("PATH",)
        found = {name: os.environ[name] for name in kept if name in os.environ}
        # An earlier run's connections, not the learner's mistake (in a container, a setting of the kernel does it). Where
        # they are to matter, they must not keep a port from a program that does ask for it with SO_REUSEADDR.
        found["LABO_FORGIVE_TIME_WAIT"] = "accept" if self._time_wait else "1"
        return dict(found, HOME=self.work, LABO_RUN=self._token)

    def program_pids(self, main):
        """The program's processes, as far as they can be told: its session, its descendants, and who carries its mark."""
        helpers, table = self.helpers.snapshot()
        mark = "LABO_RUN=" + self._token
        ours = helpers | {os.getpid()}
        return sorted(
            pid
            for pid, (_, session, began) in table.items()
            if pid not in ours
            and began >= self._began
            and (session == main or processes.descends(pid, main, table) or processes.has_variable(pid, mark))
        )

    def kill(self, main):
        """Kills the program and all that it started."""
        if os.name == "posix":
            _kill_one(main)
            _kill_group(main)
        else:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(main)], check=False, capture_output=True)
        _kill_all(lambda: self.program_pids(main))

    def kill_rest(self, main):
        """Once the program has ended: kills what it left."""
        if os.name == "posix":
            _kill_group(main)
        _kill_all(lambda: self.program_pids(main))

    def look(self, pids):
        """What these processes do and hold."""
        return processes.look(pids)

    def write(self, name, data):
        """Puts a file where the program finds it."""
        _write_file(self.work, name, data, 0o644)

    def clear(self):
        """Removes every file that runs have left; the paths that could not be."""
        return _empty_folders([self.work])

    def leave(self):
        """Removes the folder of the learner's files: whoever made it may have been killed."""
        self.clear()
        try:
            os.rmdir(self.work)
        except OSError:
            pass  # What is left in it cannot be removed by this user.


def make_sandbox(kind, work, time_wait=False):
    """The sandbox of this name (``docker`` or ``local``); ``time_wait``: in the local one, such ports stay taken."""
    return DockerSandbox(work) if kind == "docker" else LocalSandbox(work, time_wait)


def python_command(main, arguments):
    """How a learner would start this program."""
    return [sys.executable, main] + arguments


def _kill_all(find):
    # A program that goes on forking is outrun in a few rounds: what is killed forks no more.
    deadline = time.monotonic() + _KILL_SECONDS
    while time.monotonic() < deadline:
        pids = find()
        if not pids:
            return
        for pid in pids:
            _kill_one(pid)
        os.sched_yield()


def _kill_one(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        return  # it has just ended


def _kill_group(leader):
    try:
        os.killpg(leader, signal.SIGKILL)
    except OSError:
        return  # nobody is left in it


def check_name(name):
    """The parts of a file's name below the work folder, or ValueError."""
    parts = name.split("/") if isinstance(name, str) else []
    if not parts or any(part in ("", ".", "..") or "\0" in part or "\\" in part for part in parts):
        raise ValueError("bad file name: %r" % (name,))
    return parts


def _write_file(work, name, data, mode):
    parts = check_name(name)
    folder = work
    for part in parts[:-1]:
        folder = os.path.join(folder, part)
        # A link that an earlier run left must not lead us elsewhere.
        if os.path.lexists(folder) and not stat.S_ISDIR(os.lstat(folder).st_mode):
            os.unlink(folder)
        if not os.path.lexists(folder):
            os.mkdir(folder, 0o755)
    path = os.path.join(folder, parts[-1])
    if os.path.isdir(path) and not os.path.islink(path):
        import shutil  # here: it brings every kind of archive along, and this is rare

        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)


def _empty_folders(folders):
    """Removes what is in the folders; the paths that are left."""
    left = []
    for folder in folders:
        moved = itertools.count()
        for name in _names(folder):
            _remove(folder, name, moved)
        left += [os.path.join(folder, name) for name in _names(folder)]
    return left


def _names(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _remove(folder, name, moved):
    """Removes one entry of the folder. What lies in it is brought up first, so that no depth is too deep for a path."""
    waiting = [os.path.join(folder, name)]
    while waiting:
        path = waiting.pop()
        if os.path.islink(path) or not os.path.isdir(path):
            _quietly(os.unlink, path)
            continue
        _quietly(os.chmod, path, 0o700)
        for inner in _names(path):
            inner = os.path.join(path, inner)
            if os.path.isdir(inner) and not os.path.islink(inner):
                higher = os.path.join(folder, ".labo-%d-%d" % (os.getpid(), next(moved)))
                _quietly(os.chmod, inner, 0o700)
                _quietly(os.rename, inner, higher)
                waiting.append(higher)
            else:
                _quietly(os.unlink, inner)
        _quietly(os.rmdir, path)


def _quietly(function, *arguments):
    try:
        function(*arguments)
    except OSError:
        return  # not ours to remove: what is left is told
