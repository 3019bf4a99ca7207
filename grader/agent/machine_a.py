"""Machine A: runs the learner's program and tells what it sees (see ../PROTOCOL.md)."""

import base64
import itertools
import sys
import threading

import limits
import netstat
import processes
from channel import AgentError
from program import Program, console_command
from scans import Scans
from sandbox import check_name, make_sandbox, python_command

# How often a picture is taken anew because something happened meanwhile.
_PICTURES = 5
# Where Docker puts a resolver of its own, in every container.
RESOLVER = "127.0.0.11"


class MachineA:
    """Answers the requests of role a. One program runs at a time."""

    def __init__(self, channel, options):
        self._channel = channel
        self._sandbox = make_sandbox(options.sandbox, options.work, options.time_wait)
        self._local = options.sandbox == "local"
        self._numbers = itertools.count(1)
        self._scans = Scans(self._sandbox.examine)
        self._lock = threading.Lock()
        self._program = None

    # Requests

    def op_hello(self, _):
        """Who answers."""
        return {
            "protocol": 1,
            "role": "a",
            "python": "%d.%d.%d" % sys.version_info[:3],
            "traced": self._sandbox.traced,
            "platform": sys.platform,
        }

    def op_run(self, request):
        """Writes the files and starts the program."""
        run, main = _text(request, "run"), _text(request, "main")
        files = _files(request)
        arguments = request.get("arguments", [])
        if not isinstance(arguments, list) or not all(isinstance(item, str) and "\0" not in item for item in arguments):
            raise AgentError("usage", "arguments: a list of texts is expected")
        stdin = _octets(request["stdin"], "stdin") if request.get("stdin") is not None else None
        _checked(check_name, main)
        bounds = _limits(request)
        with self._lock:
            self._refuse_second()
            for name, data in files.items():
                try:
                    self._sandbox.write(name, data)
                except OSError as error:
                    raise AgentError("failed", "%s: %s" % (name, error)) from None
            program = self._new_program(run, bounds)
            program.start(python_command(main, arguments), stdin, files, main)
        return {}

    def op_console(self, request):
        """Starts the live interpreter."""
        run, bounds = _text(request, "run"), _limits(request)
        with self._lock:
            self._refuse_second()
            self._new_program(run, bounds).start(console_command(), console=True)
        return {}

    def op_stop(self, request):
        """Ends the program and all that it started."""
        program = self._program
        if program is None or program.run != _text(request, "run"):
            raise AgentError("usage", "no such run")
        program.stop()
        return {}

    def op_reset(self, _):
        """Leaves nothing of earlier runs."""
        self._stop_program()
        self._program = None
        left = self._sandbox.clear()
        if left:
            raise AgentError("failed", "could not be removed: " + ", ".join(left))
        return {}

    def op_state(self, request):
        """What the program does now, in a picture that is not older than the events that were sent."""
        if request.get("brief") is True and self._alive() and self._program.is_running():
            return {"alive": True, "running": True, "events": self._channel.events}
        picture = {}
        for _attempt in range(_PICTURES):
            if self._program is not None:
                self._program.drain()
            events = self._channel.events
            picture = self._picture()
            picture["events"] = events
            if self._program is not None:
                self._program.drain()
            if self._channel.events == events:
                break
        return picture

    def op_sockets(self, _):
        """The kernel's table of sockets."""
        if not netstat.available():
            raise AgentError("unsupported", "no /proc/net on this machine")
        _, owners = self._program.look() if self._alive() else ([], {})
        sockets = self._sockets(owners)
        for entry in sockets:
            command = processes.command(entry["process"]) if "process" in entry else None
            if command is not None:
                entry["command"] = command
        return {"sockets": sockets}

    def op_feed(self, request):
        """Gives the console the lines typed so far."""
        return self._console(request).ask({"op": "feed", "source": _text(request, "source")})

    def op_complete(self, request):
        """Asks the console for what may follow."""
        return self._console(request).ask({"op": "complete", "text": _text(request, "text")})

    def op_interrupt(self, request):
        """Ctrl-C for what the console runs."""
        self._console(request).interrupt()
        return {}

    def shutdown(self):
        """Takes the program along, and its files."""
        self._stop_program()
        self._sandbox.leave()

    # How

    def _new_program(self, run, bounds):
        self._program = Program(run, self._sandbox, self._channel, self._numbers.__next__, bounds, self._scans)
        return self._program

    def _refuse_second(self):
        if self._program is None:
            return
        if self._program.leaving.is_set():
            self._program.ended.wait()
        if not self._program.ended.is_set():
            raise AgentError("usage", "a program runs already: %s" % self._program.run)

    def _stop_program(self):
        program = self._program
        if program is not None:
            program.stop()

    def _console(self, request):
        program = self._program
        if program is None or program.run != _text(request, "run") or program.ended.is_set():
            raise AgentError("usage", "no such run")
        return program

    def _alive(self):
        program = self._program
        return program is not None and not program.ended.is_set() and not program.leaving.is_set()

    def _picture(self):
        alive = self._alive()
        picture = {"alive": alive}
        processes, owners = self._program.look() if alive else ([], {})
        if processes is not None:
            picture["processes"] = processes
        if netstat.available():
            picture["sockets"] = self._sockets(owners)
        return picture

    def _sockets(self, owners):
        return shown_sockets(netstat.read_sockets(owners), self._local)


def shown_sockets(sockets, local):
    """Those of a table that are the program's: held by one of its processes, or what its connections leave behind.

    ``local``: the table is the whole machine's, and only the held ones can be told.
    """
    return [entry for entry in sockets if "process" in entry or not (local or _is_resolvers(entry))]


def _is_resolvers(entry):
    return entry["local"]["host"] == RESOLVER or entry["remote"]["host"] == RESOLVER


def _text(request, key):
    value = request.get(key)
    if not isinstance(value, str):
        raise AgentError("usage", "%s: a text is expected" % key)
    return value


def _octets(value, what):
    try:
        return base64.b64decode(value, validate=True)
    except (ValueError, TypeError):
        raise AgentError("usage", "%s: base64 is expected" % what) from None


def _checked(check, value):
    try:
        return check(value)
    except ValueError as error:
        raise AgentError("usage", str(error)) from None


def _files(request):
    files = {}
    entries = request.get("files", [])
    if not isinstance(entries, list):
        raise AgentError("usage", "files: a list is expected")
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) != {"name", "data"}:
            raise AgentError("usage", "files: {name, data} is expected")
        _checked(check_name, entry["name"])
        files[entry["name"]] = _octets(entry["data"], entry["name"])
    return files


def _limits(request):
    return _checked(limits.check_limits, request.get("limits", {}))
