"""Ends the program at once unless it runs in a machine A, with its limits: every attack imports this first."""

import os
import sys

MIB = 1 << 20
MEMORY = ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory.max")
PROCESSES = ("/sys/fs/cgroup/pids/pids.max", "/sys/fs/cgroup/pids.max")
LIMITED = ("RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_NOFILE")


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def _status():
    lines = _read("/proc/self/status").decode().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _at_most(paths, most):
    text = next((_read(path) for path in paths if os.path.exists(path)), b"").decode().strip()
    return text.isdigit() and int(text) <= most


def _is_limited(name):
    import resource

    return resource.getrlimit(getattr(resource, name))[1] != resource.RLIM_INFINITY


def _conditions():
    status = _status()
    yield "nobody", os.getuid() == 65534 and os.geteuid() == 65534
    yield "no rights", int(status["CapEff"], 16) == 0 and status["NoNewPrivs"] == "1"
    yield "traced", status["TracerPid"] != "0"
    yield "a root that is read-only", bool(os.statvfs("/").f_flag & os.ST_RDONLY)
    first = _read("/proc/1/cmdline").split(b"\0")
    yield "an agent first", b"/labo/agent/agent.py" in first and first[first.index(b"--role") + 1] == b"a"
    yield "little memory", _at_most(MEMORY, 256 * MIB)
    yield "few processes", _at_most(PROCESSES, 64)
    for name in LIMITED:
        yield name, _is_limited(name)


def refuse_elsewhere():
    """Ends this process unless every condition holds; what cannot be found out does not hold."""
    try:
        missing = [what for what, holds in _conditions() if not holds]
    except Exception as error:
        missing = [repr(error)]
    if missing:
        sys.stderr.write("this is no machine A: " + ", ".join(missing) + "\n")
        sys.stderr.flush()
        os._exit(77)


refuse_elsewhere()
