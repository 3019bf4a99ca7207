"""The limits of a run: how they are put on a program, and how the kernel tells that one was hit."""

import math

MAX_EVENTS = 20000
MAX_EMPTY_RECEIVES = 5000

# Small, so that a program's threads are cheap in the memory that they reserve.
STACK_KIB = 1024

_LIMIT_KEYS = ("wallMs", "cpuMs", "memoryBytes", "processes", "files", "outputBytes", "fileBytes")


def check_limits(limits):
    """The limits of a request, or ValueError: each a positive number, none of them needed."""
    if not isinstance(limits, dict):
        raise ValueError("limits: an object is expected")
    for name, value in limits.items():
        if name not in _LIMIT_KEYS:
            raise ValueError("unknown limit: %s" % name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
            raise ValueError("limit %s: a positive number is expected" % name)
    return limits


def limited_command(limits, command):
    """The command, started by a shell that first limits itself: so the tracer around it is not limited."""
    settings = ["ulimit -c 0", "ulimit -S -s %d" % STACK_KIB]
    # Where memory runs out, the kernel ends the program rather than who watches it (first of all, where it is refused).
    settings.append("{ echo 1000 > /proc/self/oom_score_adj; }")
    if "cpuMs" in limits:
        seconds = max(1, math.ceil(limits["cpuMs"] / 1000))
        # A program that catches SIGXCPU is killed one second later.
        settings += ["ulimit -S -t %d" % seconds, "ulimit -H -t %d" % (seconds + 1)]
    if "memoryBytes" in limits:
        settings.append("ulimit -d %d" % max(1, limits["memoryBytes"] // 1024))
    if "files" in limits:
        settings.append("ulimit -n %d" % limits["files"])
    if "fileBytes" in limits:
        settings.append("ulimit -f %d" % max(1, limits["fileBytes"] // 512))
    script = "; ".join(setting + " 2>/dev/null" for setting in settings) + '; exec "$@"'
    return ["/bin/sh", "-c", script, "sh"] + command


# Where control groups count what we ask: (file, key), version 1 then 2.
_COUNTERS = {
    "memory": (("/sys/fs/cgroup/memory/memory.oom_control", "oom_kill"), ("/sys/fs/cgroup/memory.events", "oom_kill")),
    "processes": (("/sys/fs/cgroup/pids/pids.events", "max"), ("/sys/fs/cgroup/pids.events", "max")),
}


def read_counters():
    """How often this container's group hit its limit of memory and of processes, where that is known."""
    counters = {}
    for name, places in _COUNTERS.items():
        for path, key in places:
            value = _read_counter(path, key)
            if value is not None:
                counters[name] = value
                break
    return counters


def _read_counter(path, key):
    try:
        with open(path, encoding="ascii") as lines:
            for line in lines:
                name, _, value = line.partition(" ")
                if name == key:
                    return int(value)
    except (OSError, ValueError):
        return None
    return None


def raised(before, after):
    """The names of the counters that went up."""
    return [name for name in after if after[name] > before.get(name, 0)]


def says_memory_error(stderr):
    """Whether the last line of what Python wrote is that of an uncaught MemoryError."""
    lines = stderr.rstrip().splitlines()
    return bool(lines) and (lines[-1] == b"MemoryError" or lines[-1].startswith(b"MemoryError:"))


class EmptyReceives:
    """Recognises a program that goes on reading a stream that has ended."""

    def __init__(self, most=MAX_EMPTY_RECEIVES):
        self._most = most
        self._socket = None
        self._count = 0

    def is_spinning(self, event):
        """Whether this event is one empty receive too many in a row on one socket."""
        if event.get("kind") in ("entered", "evaluated", "exception", "scan"):
            return False
        if event.get("kind") != "recv" or event.get("length") != 0 or event.get("size") == 0:
            self._socket, self._count = None, 0
            return False
        socket = (event.get("process"), event.get("thread"), event.get("socket", event.get("fd")))
        self._count = self._count + 1 if socket == self._socket else 1
        self._socket = socket
        return self._count >= self._most
