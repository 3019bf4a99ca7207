"""The JSON-lines channel between an agent and the lab (see ../PROTOCOL.md).

A machine is an object with a method ``op_<name>(request) -> dict`` for each request that it knows, and ``shutdown()``,
called at the end of the channel. A method raises ``AgentError`` to answer with an error.
"""

import contextlib
import json
import os
import sys
import threading
from collections import namedtuple

MAX_LINE = 4 * 1024 * 1024

Request = namedtuple("Request", "keys waits")


def _quick(*keys):
    return Request(frozenset(keys), False)


def _waiting(*keys):
    return Request(frozenset(keys), True)


# What each request may carry besides "id" and "op". One that may wait for long gets a thread of its own;
# the others run where they are read, so that they happen in the order in which they were asked.
REQUESTS = {
    "hello": _quick(),
    "sockets": _quick(),
    "reset": _quick(),
    "state": _quick("brief"),
    "run": _quick("run", "main", "files", "arguments", "stdin", "limits"),
    "stop": _waiting("run"),
    "console": _quick("run", "limits"),
    "feed": _waiting("run", "source"),
    "interrupt": _waiting("run"),
    "complete": _waiting("run", "text"),
    "play": _waiting("step"),
    "cancel": _quick(),
    "capture": _quick("on", "frames"),
}


class AgentError(Exception):
    """A request's answer when it cannot be done: ``kind`` is one of the protocol's words, ``message`` is English detail."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind
        self.message = message


def take_stdout():
    """The real stdout, out of reach of a stray print: from now on descriptor 1 leads to stderr."""
    sys.stdout.flush()
    descriptor = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(descriptor, "wb", buffering=0)


class Channel:
    """Reads requests from one binary stream, writes replies and events to another. Every method may be called by any thread."""

    def __init__(self, reader, writer):
        self._reader = reader
        self._writer = writer
        self._lock = threading.Lock()
        self._events = 0
        self._gatherers = 0
        self._gathered = []

    @contextlib.contextmanager
    def gathered(self):
        """Events emitted meanwhile are sent in one piece at its end, or with the next answer: each piece wakes three readers."""
        with self._lock:
            self._gatherers += 1
        try:
            yield
        finally:
            with self._lock:
                self._gatherers -= 1
                if not self._gatherers and self._gathered:
                    self._write(b"")

    @property
    def events(self):
        """How many events were sent so far."""
        with self._lock:
            return self._events

    def emit(self, event):
        """Sends one event (``t``, ``source``, ``kind`` and the rest), unless it is longer than a line may be."""
        line = _encode({"event": event})
        if len(line) > MAX_LINE:
            return
        with self._lock:
            self._events += 1
            if self._gatherers:
                self._gathered.append(line)
            else:
                self._write(line)

    def serve(self, machine):
        """Answers requests until the end of the stream, then shuts the machine down."""
        try:
            for line in self._lines():
                self._dispatch(machine, line)
        finally:
            machine.shutdown()

    def _lines(self):
        while True:
            line = self._reader.readline(MAX_LINE + 1)
            if not line:
                return
            if len(line) > MAX_LINE:
                while line and not line.endswith(b"\n"):
                    line = self._reader.readline(MAX_LINE + 1)
                self._answer_error(None, AgentError("usage", "line too long"))
            elif line.strip():
                yield line

    def _dispatch(self, machine, line):
        identifier = None
        try:
            request = _decode(line)
            identifier = request.get("id")
            operation, waits = _find(machine, request)
        except AgentError as error:
            self._answer_error(identifier, error)
            return
        if not waits:
            self._perform(operation, identifier, request)
            return
        worker = threading.Thread(target=self._perform, args=(operation, identifier, request), daemon=True)
        try:
            worker.start()
        except RuntimeError:
            # A program has used up all the threads that there may be; a stop must reach it all the same.
            self._perform(operation, identifier, request)

    def _perform(self, operation, identifier, request):
        try:
            reply = operation(request) or {}
        except AgentError as error:
            self._answer_error(identifier, error)
        except Exception as error:  # the edge: our own bug must reach the lab as an answer, not as a silence
            # Loaded here: it takes time that no start of a machine has to spend.
            import traceback

            traceback.print_exc()
            self._answer_error(identifier, AgentError("failed", "%s: %s" % (type(error).__name__, error)))
        else:
            self._answer(dict(reply, id=identifier, ok=True))

    def _answer_error(self, identifier, error):
        self._answer({"id": identifier, "ok": False, "error": error.kind, "message": error.message})

    def _answer(self, reply):
        line = _encode(reply)
        if len(line) > MAX_LINE:
            line = _encode({"id": reply["id"], "ok": False, "error": "failed", "message": "reply too long"})
        with self._lock:
            self._write(line)

    def _write(self, line):
        if self._gathered:
            line = b"".join(self._gathered) + line
            self._gathered = []
        view = memoryview(line)
        try:
            while view:
                view = view[self._writer.write(view) :]
        except (BrokenPipeError, ValueError):
            # The lab is gone: the end of stdin, which ends this agent, is on its way.
            return


def _encode(message):
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def _decode(line):
    try:
        request = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise AgentError("usage", "not a JSON line") from None
    if not isinstance(request, dict):
        raise AgentError("usage", "not a JSON object")
    return request


def _find(machine, request):
    name = request.get("op")
    known = REQUESTS.get(name) if isinstance(name, str) else None
    operation = getattr(machine, "op_" + name, None) if known else None
    if operation is None:
        raise AgentError("usage", "unknown op: %r" % (name,))
    unknown = sorted(set(request) - known.keys - {"id", "op"})
    if unknown:
        raise AgentError("usage", "unknown key: " + ", ".join(unknown))
    return operation, known.waits
