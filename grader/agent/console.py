"""The live interpreter of machine A: Python's prompt without a terminal.

    LABO_CONSOLE_FD=<fd> LABO_HOOK_FD=<fd> LABO_FILES=<dir> PYTHONPATH=hook python3 console.py

Requests come as lines of JSON on LABO_CONSOLE_FD: `{"request": 1, "op": "feed", "source": "x = 1"}` and
`{"request": 2, "op": "complete", "text": "s.se", "cursor": 4}`. Replies (`{"reply": 1, "status": "complete"}`) and events
leave on LABO_HOOK_FD, in one stream with the hook's; so do `{"listener": 12}`, the thread that reads the requests, and
`{"interrupted": true}`, when an interrupt has reached what runs. stdin is at its end. The main thread runs the statements, so that SIGINT interrupts
what runs; a thread of its own reads the requests, so that there is always an answer.
"""

import _signal
import _thread
import builtins
import codeop
import io
import json
import keyword
import os
import re
import sys
import time
import traceback
import types
from _queue import SimpleQueue

import _labo_hook

FILE = _labo_hook.CONSOLE_FILE
MAX_VALUE = 2000
MAX_REPR = 300
MAX_TRACEBACK = 20000
MAX_NAMES = 100
MAX_CANDIDATES = 500

DOTTED = re.compile(r"[^\W\d]\w*(\.\w*)*$")
NO_SPACE_AFTER = frozenset("False None True break continue pass".split())
COLON_AFTER = frozenset("else finally try".split())


class Console:
    """One namespace, one statement at a time."""

    def __init__(self, hook, requests):
        self.hook = hook
        self.requests = requests
        self.compile = codeop.CommandCompiler()
        self.jobs = SimpleQueue()
        self.busy = False
        self.running = False
        self.statements = 0
        self.values = []
        self.process = os.getpid()
        self.module = types.ModuleType("__main__")
        self.namespace = vars(self.module)
        self.namespace["__builtins__"] = builtins

    # Requests, in their own thread

    def serve(self):
        """Answers requests until their end, which is the end of this process too."""
        self.hook.writer.line({"listener": _thread.get_native_id()})
        for request in self._lines():
            try:
                reply = self._answer(request)
            except Exception as error:
                reply = {"error": "failed", "message": str(error)}
            reply["reply"] = request.get("request") if isinstance(request, dict) else None
            job = reply.pop("job", None)
            self.hook.writer.line(reply)
            if job is not None:
                self.jobs.put(job)
        if self.busy:
            os._exit(0)
        self.jobs.put(None)

    def _lines(self):
        with open(self.requests, "rb") as lines:
            for line in lines:
                try:
                    yield json.loads(line.decode("utf-8"))
                except ValueError:
                    yield None

    def _answer(self, request):
        if not isinstance(request, dict):
            return {"error": "usage", "message": "not a JSON object"}
        if request.get("op") == "feed" and isinstance(request.get("source"), str):
            return self._feed(request["source"])
        if request.get("op") == "complete" and isinstance(request.get("text"), str):
            text = request["text"][: request.get("cursor", len(request["text"]))]
            return {"candidates": [] if self.busy else candidates(text, self.namespace)}
        return {"error": "usage", "message": "unknown op, or its keys are missing"}

    def _feed(self, source):
        if self.busy:
            return {"status": "busy"}
        code = None
        error = None
        try:
            code = self.compile(source, FILE, "single")
        except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as caught:
            error = caught
            error.__traceback__ = error.__context__ = error.__cause__ = None
        if code is None and error is None:
            return {"status": "incomplete"}
        self.busy = True
        self.statements += 1
        return {"status": "complete", "job": (self.statements, code, error)}

    # Statements, in the main thread

    def run(self):
        """Runs statements until the requests end or a statement exits."""
        _signal.signal(_signal.SIGINT, self._interrupt)
        sys.displayhook = self._display
        while True:
            job = self.jobs.get()
            if job is None:
                return
            statement, code, error = job
            self.values = []
            start = time.time()
            if code is not None:
                error = self._execute(code)
            end = time.time()
            # A child that the statement made has no prompt of its own.
            if os.getpid() != self.process:
                os._exit(0)
            if error is not None:
                self.hook.make_room(type(error))
            self._flush()
            event = self._evaluated(statement, error, start, end)
            self.busy = False
            self.hook.writer.line(event)
            self.hook.refill()
            if isinstance(error, SystemExit):
                raise error

    def _interrupt(self, number, frame):
        # Between statements nothing is written here: it could fall into the line that is being written.
        if self.running:
            self.hook.writer.line({"interrupted": True})
            raise KeyboardInterrupt

    def _execute(self, code):
        self.hook.writer.renew()
        try:
            try:
                self.running = True
                exec(code, self.namespace)
            finally:
                self.running = False
        except BaseException as caught:
            return caught
        return None

    def _display(self, value):
        if value is None:
            return
        builtins._ = None
        self.values.append(repr(value)[:MAX_VALUE])
        del self.values[MAX_VALUE:]
        builtins._ = value

    def _flush(self):
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError, AttributeError):
                continue

    def _evaluated(self, statement, error, start, end):
        event = {
            "t": end,
            "source": "code",
            "kind": "evaluated",
            "statement": statement,
            "start": start,
            "end": end,
            "durationMs": round((end - start) * 1000, 3),
            "process": self.process,
            "thread": _thread.get_native_id(),
            "file": _labo_hook.CONSOLE_NAME,
            "names": self._names(),
        }
        if self.values:
            event["value"] = "\n".join(self.values)[:MAX_VALUE]
        if error is not None:
            event.update(self._failure(error))
        return event

    def _failure(self, error):
        self.hook.places.clean(error)
        found = {
            "exception": _labo_hook.exception_name(type(error)),
            "message": _labo_hook.message_of(error),
        }
        # The prompt says nothing when a statement exits.
        if not isinstance(error, SystemExit):
            lines = traceback.format_exception(type(error), error, error.__traceback__)
            found["traceback"] = "".join(lines)[-MAX_TRACEBACK:]
        line = self._line(error)
        if line is not None:
            found["line"] = line
        return found

    def _line(self, error):
        if isinstance(error, SyntaxError) and error.filename == FILE:
            return error.lineno
        line = None
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == FILE:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line

    def _names(self):
        found = []
        for name, value, serial in self.hook.sockets_in(self.namespace)[:MAX_NAMES]:
            descriptor = value.fileno()
            entry = {"name": name, "socket": serial, "closed": descriptor < 0, "repr": short_repr(value)}
            if descriptor >= 0:
                entry["fd"] = descriptor
            found.append(entry)
        return found


def short_repr(value):
    """A bounded repr, also of what cannot be shown."""
    try:
        return repr(value)[:MAX_REPR]
    except Exception:
        return object.__repr__(value)[:MAX_REPR]


# Completion


def candidates(text, namespace):
    """What the dotted name at the end of a text may become. Runs no code of the learner's: no property, no __getattr__."""
    match = DOTTED.search(text)
    if match is None or text[: match.start()].endswith("."):
        return []
    owner, dot, prefix = match.group().rpartition(".")
    names = _attributes(owner, namespace) if dot else _globals(namespace)
    found = {
        owner + dot + name + suffix
        for name, suffix in names.items()
        if name.startswith(prefix) and (prefix.startswith("_") or not name.startswith("_"))
    }
    return sorted(found)[:MAX_CANDIDATES]


def _globals(namespace):
    names = {word: _keyword_suffix(word) for word in keyword.kwlist}
    for scope in (vars(builtins), namespace):
        for name, value in list(scope.items()):
            if name not in keyword.kwlist:
                names[name] = _suffix(value)
    return names


def _keyword_suffix(word):
    if word in COLON_AFTER:
        return ":"
    return "" if word in NO_SPACE_AFTER else " "


def _suffix(value):
    return "(" if callable(value) else ""


def _attributes(owner, namespace):
    """{name: suffix} of what a dotted name has; nothing when it cannot be reached without running code."""
    first, *rest = owner.split(".")
    if first in namespace:
        value = namespace[first]
    elif first in vars(builtins):
        value = vars(builtins)[first]
    else:
        return {}
    for name in rest:
        members = _members(value)
        if name not in members or _is_computed(members[name]):
            return {}
        value = members[name]
    return {name: _suffix(member) for name, member in _members(value).items() if isinstance(name, str)}


def _members(value):
    """{name: member} as written in a value's own dictionary and those of its classes; descriptors are left as they are."""
    members = {}
    for scope in _scopes(value if isinstance(value, type) else type(value)):
        for name, member in list(scope.items()):
            members.setdefault(name, _plain(member))
    if not isinstance(value, type):
        try:
            own = object.__getattribute__(value, "__dict__")
        except AttributeError:
            own = {}
        if isinstance(own, dict):
            members.update(list(own.items()))
    return members


def _scopes(kind):
    order = type.__dict__["__mro__"].__get__(kind)
    return [type.__dict__["__dict__"].__get__(base) for base in order]


def _plain(member):
    return member.__func__ if type(member) in (staticmethod, classmethod) else member


def _is_computed(member):
    return hasattr(type(member), "__get__") and not isinstance(member, (types.FunctionType, type))


# Start


def unbuffered(descriptor, like):
    """A text stream that hands every piece to the kernel at once."""
    raw = open(descriptor, "wb", 0, closefd=False)
    return io.TextIOWrapper(raw, encoding=like.encoding, errors=like.errors, newline="\n", write_through=True)


def main():
    """Makes this process the learner's prompt."""
    hook = _labo_hook.hook
    if hook is None:
        sys.exit("console.py: LABO_HOOK_FD and PYTHONPATH must be set")
    requests = int(hook.environment["LABO_CONSOLE_FD"])
    os.set_inheritable(requests, False)
    hook.places.hide(__file__)
    hook.places.hide(sys._getframe().f_code.co_filename)
    console = Console(hook, requests)
    sys.stdout = unbuffered(1, sys.stdout)
    sys.stderr = unbuffered(2, sys.stderr)
    sys.argv = [""]
    sys.path[0] = ""
    sys.modules["__main__"] = console.module
    _thread.start_new_thread(console.serve, ())
    console.run()


if __name__ == "__main__":
    main()
