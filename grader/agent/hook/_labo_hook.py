"""Says what the learner's program does with its sockets, line by line, and changes nothing else.

Every call of a socket method becomes a line of JSON on the descriptor LABO_HOOK_FD: the body of a `code` event of
PROTOCOL.md. The program must not be able to tell the difference: same results, same exceptions, same text on stderr.
So this module imports nothing that a learner's file could hide (`socket.py`, `json.py`, `select.py` …), and patches
the standard modules only when the program itself imports them.

Nothing that goes wrong in here may reach the program: an event that cannot be written is lost.
"""

import _thread
import binascii
import errno
import os
import sys
import time
from _json import encode_basestring_ascii
from itertools import count

MAX_EVENTS = 20000
MAX_DATA = 65536
MAX_ALL_DATA = 8 << 20
"""Octets of data that a program's events carry in all; later ones have a length only."""
MAX_TEXT = 2000
MAX_SOURCE = 4 << 20
MAX_FRAMES = 50
MAX_DEPTH = 400
RESERVE = 2 << 20
"""Octets kept for what is to be said of a MemoryError: two of Python's arenas. They are never touched before."""
FULL_PIPE_PATIENCE = 3.0
"""Seconds that the program may lose waiting for a reader that reads nothing; then the hook goes silent."""

IMPORTLIB_FILE = "<frozen importlib._bootstrap_external>"
GENERATOR = 0x20
"""The flag of a generator function's code."""

CONSOLE_FILE = "<stdin>"
CONSOLE_NAME = "<console>"


def encode(value):
    """The JSON text of None, bool, int, float, str, and lists and dicts of these."""
    if isinstance(value, str):
        return encode_basestring_ascii(str(value))
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return "%.6f" % value
    if isinstance(value, dict):
        return "{%s}" % ",".join([encode(str(key)) + ":" + encode(item) for key, item in value.items()])
    return "[%s]" % ",".join([encode(item) for item in value])


class Writer:
    """Writes lines to the agent's pipe. It never raises, and never blocks for long.

    Where an interrupt or a child process cuts a line short, the reader sees a line that is not JSON, or an empty one.
    """

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.allowance = MAX_EVENTS
        self.data = MAX_ALL_DATA
        self.patience = FULL_PIPE_PATIENCE
        self.torn = False
        self.lock = _thread.RLock()
        os.set_inheritable(descriptor, False)
        os.set_blocking(descriptor, False)
        self.identity = self._identify()

    def _identify(self):
        status = os.fstat(self.descriptor)
        return status.st_dev, status.st_ino

    @property
    def silent(self):
        """True when no further event will be written."""
        return self.allowance <= 0

    def event(self, body):
        """Writes an event, unless too many have been written already."""
        if self.allowance > 0:
            self.allowance -= 1
            self.line(body)

    def line(self, body):
        """Writes a line whatever was written before."""
        try:
            octets = (encode(body) + "\n").encode("ascii")
            with self.lock:
                self._write(octets)
        except OSError:
            self._give_up()
        except Exception:
            return

    def renew(self):
        """Allows as many events again as at the start: a console has a fresh allowance for each statement."""
        if self.descriptor >= 0:
            self.allowance = MAX_EVENTS
            self.data = MAX_ALL_DATA
            self.patience = FULL_PIPE_PATIENCE

    def encoded(self, octets):
        """The first of these octets in base64, or None when the program's events have carried enough."""
        octets = octets[:MAX_DATA]
        if self.data < len(octets):
            self.data = 0
            return None
        self.data -= len(octets)
        return binascii.b2a_base64(octets, newline=False).decode("ascii")

    def after_fork(self):
        """In a child process: another thread of the parent may have held the lock, and ends its own line."""
        self.lock = _thread.RLock()
        self.torn = False

    def _give_up(self):
        self.descriptor = -1
        self.allowance = 0

    def _write(self, octets):
        # A program may close all descriptors and get this number again for a socket of its own.
        if self.descriptor < 0 or self._identify() != self.identity:
            self._give_up()
            return
        if self.torn:
            octets = b"\n" + octets
        # An interrupt may come between two pieces: the next line is then kept apart.
        self.torn = True
        view = memoryview(octets)
        while view:
            try:
                view = view[os.write(self.descriptor, view):]
                self.patience = FULL_PIPE_PATIENCE
            except BlockingIOError:
                self._wait_for_reader()
        self.torn = False

    def _wait_for_reader(self):
        # `select` would be the way, but importing it here would keep a learner's select.py from being found.
        if self.patience <= 0:
            raise OSError(errno.EAGAIN, "nobody reads")
        self.patience -= 0.002
        time.sleep(0.002)


class Places:
    """Tells the learner's code from Python's and ours."""

    def __init__(self, folder, console):
        self.root = os.path.realpath(folder)
        self.start = os.getcwd()
        self.console = console
        self.names = {}
        self.hidden = {__file__, _code_file()}

    def name(self, filename):
        """The name of a learner's file relative to the folder of files, or None for any other file."""
        try:
            return self.names[filename]
        except KeyError:
            self.names[filename] = found = self._find(filename)
            return found

    def _find(self, filename):
        if self.console and filename == CONSOLE_FILE:
            return CONSOLE_NAME
        if filename.startswith("<") or filename in self.hidden:
            return None
        path = os.path.realpath(os.path.join(self.start, filename))
        if path.startswith(os.path.join(self.root, "")):
            return path[len(os.path.join(self.root, "")):]
        return None

    def innermost(self, frame):
        """(file, line) of the innermost frame in the learner's files, or None."""
        depth = 0
        while frame is not None and depth < MAX_DEPTH:
            name = self.name(frame.f_code.co_filename)
            if name is not None:
                return name, frame.f_lineno
            frame = frame.f_back
            depth += 1
        return None

    def hide(self, filename):
        """From now on, frames of this file are left out of tracebacks."""
        self.hidden.add(filename)

    def is_hidden(self, frame):
        return frame.f_code.co_filename in self.hidden

    def text(self, name, line):
        """The source line, or None when it cannot be read."""
        if name == CONSOLE_NAME:
            return None
        try:
            with open(os.path.join(self.root, name), "rb") as source:
                # Room for so many octets is taken before any is read: memory may be what has run out.
                size = min(os.fstat(source.fileno()).st_size, MAX_SOURCE)
                octets = source.read(size).splitlines()[line - 1]
        except (OSError, IndexError):
            return None
        try:
            return octets.decode("utf-8").strip()[:MAX_TEXT]
        except UnicodeDecodeError:
            return octets.decode("latin-1").strip()[:MAX_TEXT]

    def clean_traceback(self, trace):
        """The same traceback without our frames; its links are changed in place."""
        while trace is not None and self.is_hidden(trace.tb_frame):
            trace = trace.tb_next
        current = trace
        while current is not None:
            following = current.tb_next
            while following is not None and self.is_hidden(following.tb_frame):
                following = following.tb_next
            if following is not current.tb_next:
                current.tb_next = following
            current = following
        return trace

    def clean(self, error, seen=None):
        """Takes our frames out of an exception, of those that led to it and of those that it groups."""
        seen = set() if seen is None else seen
        pending = [error]
        while pending:
            error = pending.pop()
            if not isinstance(error, BaseException) or id(error) in seen:
                continue
            seen.add(id(error))
            trace = error.__traceback__
            if trace is not None:
                cleaned = self.clean_traceback(trace)
                if cleaned is not trace:
                    error.__traceback__ = cleaned
            pending += [error.__cause__, error.__context__]
            pending += getattr(error, "exceptions", None) or () if _is_group(error) else ()


def _code_file():
    return sys._getframe().f_code.co_filename


def _is_group(error):
    return any(kind.__name__ == "BaseExceptionGroup" for kind in type(error).__mro__)


def exception_name(kind):
    """The name of an exception's class as a traceback shows it."""
    module = kind.__module__
    return kind.__qualname__ if module in ("builtins", "__main__") else "%s.%s" % (module, kind.__qualname__)


def message_of(error):
    """str(error), bounded; also for an exception that cannot be shown."""
    try:
        return str(error)[:MAX_TEXT]
    except Exception:
        return "<exception str() failed>"


class Hook:
    """What one process's hook knows. `start()` makes the only one."""

    def __init__(self, writer, places, environment):
        self.writer = writer
        self.places = places
        self.environment = environment
        self.registry = {}
        self.detached = {}
        self.numbers = count(1)
        self.module = None
        self.names = None
        self.reference = None
        self.reserve = bytes(RESERVE)

    def make_room(self, kind):
        """Where memory has run out, gives back what is needed to say so, and for Python to print it."""
        if issubclass(kind, MemoryError):
            self.reserve = None

    def refill(self):
        """Keeps a reserve again, where that is possible: a console outlives its exceptions."""
        if self.reserve is None:
            try:
                self.reserve = bytes(RESERVE)
            except MemoryError:
                return

    # Sockets

    def serial(self, socket):
        """The number of this socket object in this process: 1 for the first, never used again."""
        key = id(socket)
        known = self.registry.get(key)
        if known is not None and known[0]() is socket:
            return known[1]

        def forget(reference, registry=self.registry):
            entry = registry.get(key)
            if entry is not None and entry[0] is reference:
                del registry[key]

        number = self._detached_number(socket) if self.detached else None
        fresh = (self.reference(socket, forget), next(self.numbers) if number is None else number)
        # Another thread may have numbered this socket meanwhile.
        known = self.registry.setdefault(key, fresh)
        if known[0]() is not socket:
            self.registry[key] = known = fresh
        return known[1]

    def _detached_number(self, socket):
        """The number of the socket object that this one's descriptor was detached from, or None."""
        descriptor = self.module._socket.socket.fileno(socket)
        inode, number = self.detached.pop(descriptor, (None, None))
        # The descriptor may have been closed, and be another socket's now.
        return number if descriptor >= 0 and inode == os.fstat(descriptor).st_ino else None

    def note_detached(self, descriptor, number):
        """The kernel's socket lives on without its object: another object may take it over, and close it."""
        self.detached[descriptor] = (os.fstat(descriptor).st_ino, number)

    def sockets_in(self, namespace):
        """[(name, socket, serial)] of the names that are bound to a socket."""
        if self.module is None:
            return []
        kind = self.module.socket
        return [
            (name, value, self.serial(value))
            for name, value in list(namespace.items())
            if isinstance(name, str) and not name.startswith("_") and issubclass(type(value), kind)
        ]

    def event(self, kind, body, frame):
        """Writes an event with the place where the learner's code is."""
        body["process"] = os.getpid()
        body["thread"] = _thread.get_native_id()
        place = self.places.innermost(frame)
        if place is not None:
            body["file"], body["line"] = place
        body["source"] = "code"
        body["kind"] = kind
        self.writer.event(body)

    def patch_socket(self, module):
        """Wraps the methods of socket.socket, each under its own name."""
        from _weakref import ref

        self.reference = ref
        self.module = module
        self.names = Names(module)
        for name, kind, describe in METHODS:
            original = vars(module.socket).get(name) or getattr(module.socket, name, None)
            if original is not None:
                if name in FORGIVING and self.environment.get("LABO_FORGIVE_TIME_WAIT") in ("1", name):
                    original = FORGIVING[name](module, original)
                setattr(module.socket, name, wrap(self, module, name, kind, describe, original))
        module.socket.detach = following_detach(self, module.socket.detach)

    # Exceptions

    def exception(self, error, trace, thread_name):
        """Writes what an exception that nobody caught was, and where."""
        body = {
            "t": time.time(),
            "exception": exception_name(type(error)),
            "message": message_of(error),
            "threadName": thread_name,
            "process": os.getpid(),
            "thread": _thread.get_native_id(),
            "source": "code",
            "kind": "exception",
        }
        frames = self.frames(trace)
        if frames:
            body["frames"] = frames
            for key in ("file", "line", "text"):
                if key in frames[-1]:
                    body[key] = frames[-1][key]
        if isinstance(error, SyntaxError):
            body.update(self._syntax(error))
        self.writer.event(body)

    def frames(self, trace):
        """The innermost frames of a traceback that are in the learner's files, outermost first."""
        found = []
        while trace is not None:
            code = trace.tb_frame.f_code
            name = self.places.name(code.co_filename)
            if name is not None:
                found.append({"file": name, "line": trace.tb_lineno, "name": code.co_name})
            trace = trace.tb_next
        # An endless recursion has a thousand of them; the innermost tell enough.
        found = found[-MAX_FRAMES:]
        for frame in found:
            text = self.places.text(frame["file"], frame["line"])
            if text is not None:
                frame["text"] = text
        return found

    def _syntax(self, error):
        name = self.places.name(error.filename) if isinstance(error.filename, str) else None
        if name is None or not isinstance(error.lineno, int):
            return {}
        found = {"file": name, "line": error.lineno, "message": str(error.msg)[:MAX_TEXT]}
        if isinstance(error.offset, int):
            found["offset"] = error.offset
        if isinstance(error.text, str):
            found["text"] = error.text.rstrip("\r\n")[:MAX_TEXT]
        return found

    def main_excepthook(self, original):
        """A sys.excepthook that reports, hides our frames, and lets Python print."""

        def excepthook(kind, error, trace, /):
            self.make_room(kind)
            try:
                self.places.clean(error)
                trace = self.places.clean_traceback(trace)
                self.exception(error, trace, self.thread_name())
            except Exception:
                pass
            original(kind, error, trace)

        return excepthook

    def thread_excepthook(self, original):
        """A threading.excepthook that does the same."""

        def excepthook(args, /):
            self.make_room(args.exc_type)
            try:
                self.places.clean(args.exc_value)
                if args.exc_type is not SystemExit:
                    name = args.thread.name if args.thread is not None else self.thread_name()
                    self.exception(args.exc_value, self.places.clean_traceback(args.exc_traceback), name)
            except Exception:
                pass
            original(args)

        return excepthook

    def unraisable_hook(self, original):
        """A sys.unraisablehook that does the same for a thread started by _thread alone."""

        def hook(args, /):
            self.make_room(args.exc_type)
            try:
                self.places.clean(args.exc_value)
                trace = self.places.clean_traceback(args.exc_traceback)
                if "thread started by" in (args.err_msg or ""):
                    self.exception(args.exc_value, trace, self.thread_name())
                if trace is not args.exc_traceback:
                    args = type(args)((args.exc_type, args.exc_value, trace, args.err_msg, args.object))
            except Exception:
                pass
            original(args)

        return hook

    def thread_name(self):
        threading = sys.modules.get("threading")
        try:
            return threading._active[_thread.get_ident()].name
        except (AttributeError, KeyError):
            return "MainThread" if os.getpid() == _thread.get_native_id() else "Thread"

    def patch_threading(self, module):
        """Reports what nobody caught in a thread."""
        module.excepthook = self.thread_excepthook(module.excepthook)
        if hasattr(module, "__excepthook__"):
            module.__excepthook__ = module.excepthook

    def patch_traceback(self, module):
        """Hides our frames from a program that prints its tracebacks itself."""
        places = self.places

        def with_clean_error(original):
            def __init__(self, exc_type, exc_value, exc_traceback, *args, **kwargs):
                places.clean(exc_value)
                original(self, exc_type, exc_value, places.clean_traceback(exc_traceback), *args, **kwargs)

            return __init__

        def with_clean_traceback(original):
            def function(tb, *args, **kwargs):
                return original(places.clean_traceback(tb), *args, **kwargs)

            return function

        def with_clean_stack(original):
            def walk_stack(f):
                # A generator that is to start at its own caller must keep its place on the stack.
                if f is None and original.__code__.co_flags & GENERATOR:
                    return original(f)
                return (item for item in original(f) if not places.is_hidden(item[0]))

            return walk_stack

        kind = module.TracebackException
        kind.__init__ = resemble(with_clean_error(kind.__init__), kind.__init__)
        for name in ("walk_tb", "extract_tb"):
            setattr(module, name, resemble(with_clean_traceback(getattr(module, name)), getattr(module, name)))
        module.walk_stack = resemble(with_clean_stack(module.walk_stack), module.walk_stack)


def resemble(function, original):
    """Makes a wrapper look like what it wraps (functools would cost its import)."""
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        value = getattr(original, name, None)
        if value is not None:
            setattr(function, name, value)
    function.__wrapped__ = original
    return function


# The methods of a socket


class Names:
    """Names of the constants of `socket`, as strace writes them."""

    LEVELS = {"SOL_SOCKET": "SO_", "IPPROTO_TCP": "TCP_", "IPPROTO_IP": "IP_", "IPPROTO_IPV6": "IPV6_"}
    KERNEL_LEVELS = {"IPPROTO_TCP": "SOL_TCP", "IPPROTO_IP": "SOL_IP", "IPPROTO_IPV6": "SOL_IPV6", "IPPROTO_UDP": "SOL_UDP"}

    def __init__(self, module):
        self.constants = {
            name: int(value) for name, value in vars(module).items() if name.isupper() and isinstance(value, int)
        }

    def name(self, prefixes, number):
        """The first constant with such a prefix and value, or the number as text."""
        number = int(number)
        for prefix in prefixes:
            for name, value in self.constants.items():
                if value == number and name.startswith(prefix) and not name.startswith("SO_VM_"):
                    return name
        return str(number)

    def family(self, number):
        return self.name(("AF_",), number)

    def kind(self, number):
        flags = self.constants.get("SOCK_NONBLOCK", 0) | self.constants.get("SOCK_CLOEXEC", 0)
        return self.name(("SOCK_",), int(number) & ~flags)

    def option(self, level, option):
        """(level, option) by name."""
        for name, prefix in self.LEVELS.items():
            if self.constants.get(name) == level:
                return self.KERNEL_LEVELS.get(name, name), self.name((prefix,), option)
        name = self.name(("IPPROTO_", "SOL_"), level)
        return self.KERNEL_LEVELS.get(name, name), str(int(option))

    def flags(self, number):
        """MSG_ names joined by |."""
        found = []
        for name, value in self.constants.items():
            if name.startswith("MSG_") and value and number & value == value:
                found.append(name)
                number &= ~value
        return "|".join(found + ([hex(number)] if number else []))


class Call:
    """One call of a method, for the functions that describe it."""

    __slots__ = ("hook", "socket", "raw", "args", "kwargs", "result", "error", "body")

    def __init__(self, hook, socket, raw, args, kwargs):
        self.hook = hook
        self.socket = socket
        self.raw = raw
        self.args = args
        self.kwargs = kwargs
        self.result = None
        self.error = None
        self.body = {}

    def argument(self, index, name, default=None):
        if index < len(self.args):
            return self.args[index]
        return self.kwargs.get(name, default)

    def family(self):
        return self.raw.family.__get__(self.socket)

    def address(self, value, asked=None):
        """Adds an address as the kernel has it; what is not one is left out."""
        if not (isinstance(value, tuple) and len(value) >= 2):
            return
        host, port = value[0], value[1]
        if isinstance(host, (bytes, bytearray)):
            host = host.decode("ascii", "replace")
        if not isinstance(host, str) or not isinstance(port, int):
            return
        self.body["address"] = {"host": self._host(host, asked), "port": int(port)}

    def _host(self, host, asked):
        v6 = self.family() == self.hook.names.constants.get("AF_INET6")
        if host == "":
            return "::" if v6 else "0.0.0.0"
        if host == "<broadcast>":
            return "255.255.255.255"
        if not host.strip("0123456789.") or ":" in host:
            return host
        # A name: what it was taken for can be asked only where the call did its work.
        if asked is not None and self.error is None:
            try:
                return asked.__get__(self.socket)()[0]
            except OSError:
                return host
        return ("::1" if v6 else "127.0.0.1") if host == "localhost" else host

    def flags(self, value):
        if isinstance(value, int) and value:
            self.body["flags"] = self.hook.names.flags(int(value))

    def data(self, value, length=None):
        """Adds the octets of a buffer, as many as were really sent or received."""
        try:
            view = memoryview(value).cast("B")
        except (TypeError, ValueError):
            return
        length = len(view) if length is None else length
        data = self.hook.writer.encoded(view[:length])
        if data is not None:
            self.body["data"] = data
        self.body["length"] = length

    def size(self, value):
        if isinstance(value, int):
            self.body["size"] = int(value)

    def done(self, number):
        """Adds the result of a call that did not fail."""
        if self.error is None:
            self.body["result"] = int(number)


def describe_socket(call):
    names = call.hook.names
    if call.error is None:
        family, kind = call.family(), call.raw.type.__get__(call.socket)
        call.done(call.raw.fileno(call.socket))
        call.body["fd"] = call.body["result"]
    else:
        family, kind = call.argument(0, "family", -1), call.argument(1, "type", -1)
        family = names.constants["AF_INET"] if family == -1 else family
        kind = names.constants["SOCK_STREAM"] if kind == -1 else kind
    if isinstance(family, int):
        call.body["family"] = names.family(family)
    if isinstance(kind, int):
        call.body["type"] = names.kind(kind)


def describe_bind(call):
    call.address(call.argument(0, "address"), call.raw.getsockname)
    call.done(0)


def describe_listen(call):
    backlog = call.argument(0, "backlog")
    if isinstance(backlog, int):
        call.body["backlog"] = int(backlog)
    elif not call.args:
        call.body["backlog"] = min(call.hook.names.constants.get("SOMAXCONN", 128), 128)
    call.done(0)


def describe_accept(call):
    if call.error is None:
        connection, address = call.result
        descriptor = call.raw.fileno(connection)
        call.body["accepted"] = call.hook.serial(connection)
        call.body["acceptedFd"] = descriptor
        call.address(address)
        call.done(descriptor)


def describe_connect(call):
    call.address(call.argument(0, "address"), call.raw.getpeername)
    if call.error is None and call.result:
        call.body["errno"] = errno.errorcode.get(call.result, str(call.result))
    else:
        call.done(0)


def describe_send(call):
    call.data(call.argument(0, "data"), call.result)
    call.flags(call.argument(1, "flags"))
    call.done(call.result or 0)


def describe_sendall(call):
    call.data(call.argument(0, "data"))
    call.flags(call.argument(1, "flags"))
    call.done(call.body.get("length", 0))


def describe_sendto(call):
    call.data(call.argument(0, "data"), call.result)
    call.address(call.args[-1] if len(call.args) > 1 else None)
    call.flags(call.args[1] if len(call.args) > 2 else None)
    call.done(call.result or 0)


def describe_sendmsg(call):
    if isinstance(call.args[0] if call.args else None, (list, tuple)):
        call.data(b"".join([bytes(part) for part in call.args[0]]), call.result)
    call.flags(call.argument(2, "flags"))
    call.address(call.argument(3, "address"))
    call.done(call.result or 0)


def describe_sendfile(call):
    if call.error is None:
        call.body["length"] = int(call.result)
        call.done(call.result)


def describe_recv(call):
    call.size(call.argument(0, "bufsize"))
    call.flags(call.argument(1, "flags"))
    if call.error is None:
        call.data(call.result)
        call.done(len(call.result))


def describe_recvfrom(call):
    call.size(call.argument(0, "bufsize"))
    call.flags(call.argument(1, "flags"))
    if call.error is None:
        call.data(call.result[0])
        call.address(call.result[1])
        call.done(len(call.result[0]))


def describe_recvmsg(call):
    call.size(call.argument(0, "bufsize"))
    call.flags(call.argument(2, "flags"))
    if call.error is None:
        call.data(call.result[0])
        call.address(call.result[3])
        call.done(len(call.result[0]))


def describe_recv_into(call):
    buffer = call.argument(0, "buffer")
    size = call.argument(1, "nbytes", 0)
    call.size(size or memoryview(buffer).nbytes)
    call.flags(call.argument(2, "flags"))
    if call.error is None:
        received = call.result[0] if isinstance(call.result, tuple) else call.result
        call.data(buffer, received)
        if isinstance(call.result, tuple):
            call.address(call.result[1])
        call.done(received)


def describe_shutdown(call):
    how = call.argument(0, "how")
    if isinstance(how, int):
        call.body["how"] = call.hook.names.name(("SHUT_",), how)
    call.done(0)


def describe_close(call):
    call.done(0)


def describe_setsockopt(call):
    level, option, value = call.argument(0, "level"), call.argument(1, "option"), call.argument(2, "value")
    if isinstance(level, int) and isinstance(option, int):
        call.body["level"], call.body["option"] = call.hook.names.option(int(level), int(option))
    if isinstance(value, int):
        call.body["value"] = int(value)
    elif value is not None:
        call.body["value"] = bytes(value)[:64].hex()
    call.done(0)


METHODS = (
    ("__init__", "socket", describe_socket),
    ("bind", "bind", describe_bind),
    ("listen", "listen", describe_listen),
    ("accept", "accept", describe_accept),
    ("connect", "connect", describe_connect),
    ("connect_ex", "connect", describe_connect),
    ("send", "send", describe_send),
    ("sendall", "send", describe_sendall),
    ("sendto", "send", describe_sendto),
    ("sendmsg", "send", describe_sendmsg),
    # What sendfile() does where the system can; elsewhere it calls send(), which is reported.
    ("_sendfile_use_sendfile", "send", describe_sendfile),
    ("recv", "recv", describe_recv),
    ("recvfrom", "recv", describe_recvfrom),
    ("recv_into", "recv", describe_recv_into),
    ("recvfrom_into", "recv", describe_recv_into),
    ("recvmsg", "recv", describe_recvmsg),
    ("shutdown", "shutdown", describe_shutdown),
    # close() waits for the files that makefile() made; this is where the descriptor goes.
    ("_real_close", "close", describe_close),
    ("setsockopt", "setsockopt", describe_setsockopt),
)
MAY_BLOCK = ("accept", "recv", "connect")
KNOWN_BY_THEIR_END = ("accept", "recv")
SHOWN = {"__init__": "socket", "_real_close": "close", "_sendfile_use_sendfile": "sendfile"}


def wrap(hook, module, name, kind, describe, original):
    """The method `name` of socket.socket: does what `original` does, and reports it."""
    raw = module._socket.socket
    writer = hook.writer
    shown = SHOWN.get(name, name)
    may_block = kind in MAY_BLOCK

    def begin(socket, frame):
        if may_block and raw.gettimeout(socket) != 0.0:
            body = {"t": time.time(), "method": shown, "fd": raw.fileno(socket), "socket": hook.serial(socket)}
            hook.event("entered", body, frame)

    def finish(call, start, descriptor, frame):
        end = time.time()
        body = call.body
        body["t"] = end if kind in KNOWN_BY_THEIR_END else start
        body["start"] = start
        body["end"] = end
        body["method"] = shown
        body["socket"] = hook.serial(call.socket)
        if descriptor >= 0:
            body["fd"] = descriptor
        if call.error is not None:
            describe_error(call)
        try:
            describe(call)
        except Exception:
            # An argument of a kind that nobody expected: what is known of the call is reported all the same.
            pass
        hook.event(kind, body, frame)

    def report(self, args, kwargs, result, error, start, descriptor, frame):
        if name == "_sendfile_use_sendfile" and isinstance(error, module._GiveupOnSendfile):
            return
        try:
            call = Call(hook, self, raw, args, kwargs)
            call.result = result
            call.error = error
            finish(call, start, descriptor, frame)
        except Exception:
            pass

    def reported(self, args, kwargs):
        if writer.silent:
            return False
        if name == "__init__":
            # With fileno, an existing descriptor is wrapped: nothing is asked of the kernel.
            return (args[3] if len(args) > 3 else kwargs.get("fileno")) is None
        return name != "_real_close" or raw.fileno(self) >= 0

    def method(self, *args, **kwargs):
        if not reported(self, args, kwargs):
            return original(self, *args, **kwargs)
        frame = sys._getframe(1)
        descriptor = -1
        try:
            descriptor = -1 if name == "__init__" else raw.fileno(self)
            begin(self, frame)
        except Exception:
            pass
        start = time.time()
        try:
            result = original(self, *args, **kwargs)
        except BaseException as error:
            report(self, args, kwargs, None, error, start, descriptor, frame)
            raise
        report(self, args, kwargs, result, None, start, descriptor, frame)
        return result

    return resemble(method, original)


# Ports that only finished connections still hold


def forgiving(find_port):
    """Makes the wrapper of a method that asks for a port: it is given a port that only TIME-WAIT holds.

    The option SO_REUSEADDR stands during the second attempt alone, and never where something alive has the port.
    """

    def make(module, original):
        raw, level, option = module._socket.socket, module.SOL_SOCKET, module.SO_REUSEADDR

        def is_forgivable(self, args, error):
            try:
                return (
                    error.errno == errno.EADDRINUSE
                    and is_tcp(module, self)
                    and not raw.getsockopt(self, level, option)
                    and only_time_wait(find_port(raw, self, args))
                )
            except Exception:
                return False

        def method(self, *args, **kwargs):
            try:
                return original(self, *args, **kwargs)
            except OSError as error:
                if not is_forgivable(self, args, error):
                    raise
            # Outside of the handler: should it fail again, its exception must not lead to the first one.
            raw.setsockopt(self, level, option, 1)
            try:
                return original(self, *args, **kwargs)
            finally:
                raw.setsockopt(self, level, option, 0)

        return resemble(method, original)

    return make


def forgivable(module, original):
    """The method `accept`: Linux gives a port again only if the connections in TIME-WAIT had the option, too."""
    raw, level, option = module._socket.socket, module.SOL_SOCKET, module.SO_REUSEADDR

    def method(self, *args, **kwargs):
        accepted = original(self, *args, **kwargs)
        try:
            if is_tcp(module, accepted[0]):
                raw.setsockopt(accepted[0], level, option, 1)
        except Exception:
            pass
        return accepted

    return resemble(method, original)


def is_tcp(module, socket):
    """Whether this is a TCP socket."""
    raw = module._socket.socket
    return raw.type.__get__(socket) == module.SOCK_STREAM and raw.family.__get__(socket) in (
        module.AF_INET,
        getattr(module, "AF_INET6", None),
    )


def only_time_wait(port):
    """Whether the kernel's table has this local port, and in the state TIME-WAIT alone."""
    states = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            with open(table, "rb") as lines:
                fields = [line.split(None, 4) for line in lines.read().splitlines()[1:]]
        except OSError:
            continue
        states.update(entry[3] for entry in fields if int(entry[1].rpartition(b":")[2], 16) == port)
    return states == {TIME_WAIT}


TIME_WAIT = b"06"
FORGIVING = {
    "bind": forgiving(lambda raw, socket, args: args[0][1]),
    "listen": forgiving(lambda raw, socket, args: raw.getsockname(socket)[1]),
    "accept": forgivable,
}


def following_detach(hook, original):
    """The method `detach`, which asks nothing of the kernel: no event."""

    def detach(self):
        number = None
        try:
            number = hook.serial(self)
        except Exception:
            pass
        descriptor = original(self)
        try:
            if descriptor >= 0:
                hook.note_detached(descriptor, number)
        except Exception:
            pass
        return descriptor

    return resemble(detach, original)


def describe_error(call):
    error = call.error
    call.body["exception"] = exception_name(type(error))
    call.body["message"] = message_of(error)
    number = getattr(error, "errno", None)
    # The numbers of gaierror and herror are not the kernel's.
    resolver = (call.hook.module.gaierror, call.hook.module.herror)
    if isinstance(error, OSError) and number in errno.errorcode and not isinstance(error, resolver):
        call.body["errno"] = errno.errorcode[number]


# Imports


class Finder:
    """Stands in front of Python's finders: what they find is patched right after it is loaded."""

    def __init__(self, patches):
        self.patches = patches
        self.library = os.path.dirname(os.__file__)

    def find_spec(self, name, path=None, target=None):
        """A spec for the modules to patch, if they are Python's own; None for every other."""
        if name not in self.patches:
            return None
        for finder in list(sys.meta_path):
            if finder is not self and hasattr(finder, "find_spec"):
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    return self._prepare(name, spec)
        return None

    def _prepare(self, name, spec):
        # A learner's file of that name hides Python's: that is for the learner to find out.
        if spec.origin is not None and os.path.dirname(spec.origin) == self.library:
            watch(spec.loader, self.patches[name])
        return spec

    def patch_loaded(self):
        """Patches what was loaded before the hook."""
        for name, patch in self.patches.items():
            if name in sys.modules:
                patch(sys.modules[name])


def watch(loader, patch):
    """Has `patch` called with the module, once, when the loader has run it."""
    original = loader.exec_module

    def exec_module(module):
        del loader.exec_module
        original(module)
        try:
            patch(module)
        except Exception:
            pass

    # Python leaves its import machinery out of tracebacks by this file name, and so this frame too.
    exec_module.__code__ = exec_module.__code__.replace(co_filename=IMPORTLIB_FILE)
    loader.exec_module = exec_module


# Start

hook = None


def take_environment():
    """The LABO_ variables; they and the way to this folder are gone from the environment and sys.path after it."""
    taken = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("LABO_")}
    here = os.path.dirname(os.path.abspath(__file__))
    search = [entry for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry and not _same(entry, here)]
    if search:
        os.environ["PYTHONPATH"] = os.pathsep.join(search)
    else:
        os.environ.pop("PYTHONPATH", None)
    sys.path[:] = [entry for entry in sys.path if not _same(entry, here)]
    sys.path_importer_cache.pop(here, None)
    return taken


def _same(entry, folder):
    return os.path.abspath(entry) == folder


def start():
    """Hooks this interpreter, if LABO_HOOK_FD names an open descriptor."""
    global hook
    environment = take_environment()
    try:
        writer = Writer(int(environment["LABO_HOOK_FD"]))
    except (KeyError, ValueError, OSError):
        # Not started by the agent: there is nobody to report to.
        return
    places = Places(environment.get("LABO_FILES") or os.getcwd(), "LABO_CONSOLE_FD" in environment)
    hook = Hook(writer, places, environment)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=writer.after_fork)
    # A program's own excepthook commonly ends by calling sys.__excepthook__.
    sys.excepthook = sys.__excepthook__ = hook.main_excepthook(sys.excepthook)
    sys.unraisablehook = sys.__unraisablehook__ = hook.unraisable_hook(sys.unraisablehook)
    finder = Finder(
        {"socket": hook.patch_socket, "threading": hook.patch_threading, "traceback": hook.patch_traceback}
    )
    sys.meta_path.insert(0, finder)
    finder.patch_loaded()
