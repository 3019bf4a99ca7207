"""The reference peer: plays the steps of a scenario, one function a kind of step (see ../PROTOCOL.md, role b)."""

import base64
import binascii
import errno
import selectors
import socket
import threading
import time

from endpoints import GONE, UNREACHABLE, Connection, Datagrams, Listener, errno_name, host_port, now
from waiting import StepError, Waiter

GONE_SECONDS = 5.0

IN_PROGRESS = (errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", errno.EWOULDBLOCK))


# What a step's keys may hold


def _name(value):
    return isinstance(value, str) and value != ""


def _count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _positive(value):
    return _count(value) and value > 0


def _port(value):
    return _positive(value) and value <= 65535


def _port_or_any(value):
    return _count(value) and value <= 65535


def _true(value):
    return value is True


def _flag(value):
    return isinstance(value, bool)


def _reading(value):
    return value in ("eager", "manual")


def _octets(value):
    return isinstance(value, str) and _decode(value) is not None


def _some_octets(value):
    return _octets(value) and value != ""


def _pieces(value):
    return isinstance(value, list) and all(_octets(piece) for piece in value)


def _decode(text):
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


class Shape:
    """The keys of one kind of step: those it must have, those it may have, and those of which it has exactly one."""

    def __init__(self, needs, may=None, one_of=None):
        self.needs = needs
        self.one_of = one_of or {}
        self.known = dict(needs, **(may or {}), **self.one_of)

    def check(self, step):
        for key in self.needs:
            if key not in step:
                raise StepError("usage", "%s needs %s" % (step["do"], key))
        for key, value in step.items():
            if key == "do":
                continue
            if key not in self.known:
                raise StepError("usage", "%s has no %s" % (step["do"], key))
            if not self.known[key](value):
                raise StepError("usage", "bad %s: %r" % (key, value))
        if self.one_of and sum(key in step for key in self.one_of) != 1:
            raise StepError("usage", "%s needs exactly one of %s" % (step["do"], ", ".join(self.one_of)))


SHAPES = {
    "connect": Shape({"as": _name, "port": _port}, {"reading": _reading, "receiveBuffer": _positive}),
    "send": Shape({"as": _name, "pieces": _pieces}, {"pauseMs": _count}),
    "receive": Shape(
        {"as": _name},
        {"withinMs": _count},
        one_of={"bytes": _positive, "until": _some_octets, "end": _true, "any": _true},
    ),
    "shutdown": Shape({"as": _name}),
    "close": Shape({"as": _name}),
    "reset": Shape({"as": _name}),
    "listen": Shape({"as": _name, "port": _port_or_any}, {"backlog": _count, "receiveBuffer": _positive}),
    "accept": Shape({"on": _name, "as": _name}, {"reading": _reading, "receiveBuffer": _positive}),
    "udp": Shape({"as": _name}, {"port": _port_or_any}),
    "sendto": Shape({"as": _name, "data": _octets}, one_of={"port": _port, "reply": _true}),
    "recvfrom": Shape({"as": _name}, {"lose": _flag}),
    "pause": Shape({"ms": _count}),
}


# What a `receive` waits for: called with the octets not yet consumed and whether the stream has ended, each returns how
# many octets to consume, or None to wait on.


class Bytes:
    def __init__(self, count):
        self.count = count

    def __call__(self, unread, ended):
        return self.count if len(unread) >= self.count else None


class Until:
    def __init__(self, octets):
        self._octets = octets
        self._searched = 0

    def __call__(self, unread, ended):
        found = unread.find(self._octets, self._searched)
        if found >= 0:
            return found + len(self._octets)
        self._searched = max(0, len(unread) - len(self._octets) + 1)
        return None


def any_octets(unread, ended):
    return len(unread) or None


def end_of_stream(unread, ended):
    return len(unread) if ended else None


def matcher(step):
    """Return what this `receive` step waits for."""
    if "bytes" in step:
        return Bytes(step["bytes"])
    if "until" in step:
        return Until(_decode(step["until"]))
    return end_of_stream if "end" in step else any_octets


class Peer:
    """B's endpoints by name, and the steps under way. emit takes an event; every method may be called by any thread."""

    def __init__(self, emit, address, peer):
        self._emit = emit
        self._address = address
        self._peer = peer or "127.0.0.1"
        self._family = socket.AF_INET6 if ":" in self._peer else socket.AF_INET
        self._lock = threading.Condition()
        self._endpoints = {}
        self._waiters = []
        self._cancelled_before = None

    # Steps under way

    def play(self, step, order=None):
        """Play one step and return what its answer says more than "done". Raises StepError.

        order: the request's number; a step that was asked for before a `cancel` is cancelled, even if it starts later.
        """
        if not isinstance(step, dict) or not isinstance(step.get("do"), str) or step["do"] not in SHAPES:
            raise StepError("usage", "unknown step: %r" % (step,))
        SHAPES[step["do"]].check(step)
        waiter = self._begin(step, order)
        try:
            return getattr(self, "_play_" + step["do"])(waiter, step) or {}
        finally:
            self._finish(waiter)

    def cancel(self, order=None):
        """Every step that was asked for before this one ends with `cancelled`."""
        with self._lock:
            if order is not None:
                self._cancelled_before = order
            waiters = list(self._waiters)
        for waiter in waiters:
            waiter.cancel()

    def reset(self, order=None):
        """Cancel every step, close every endpoint (connections with RST), forget every name."""
        self.cancel(order)
        with self._lock:
            self._lock.wait_for(lambda: not self._waiters, GONE_SECONDS)
            endpoints = list(self._endpoints.values())
            self._endpoints.clear()
        for endpoint in endpoints:
            endpoint.discard()

    def steps(self):
        """Return the steps that wait for A, and those that are at work or pause: two lists."""
        with self._lock:
            waiters = list(self._waiters)
        waiting, busy = [], []
        for waiter in waiters:
            described = {key: waiter.step[key] for key in ("do", "as", "on") if key in waiter.step}
            if waiter.is_waiting():
                waiting.append(dict(described, bounded=True) if waiter.deadline is not None else described)
            else:
                busy.append(described)
        return waiting, busy

    def _begin(self, step, order):
        waiter = Waiter(step)
        with self._lock:
            before = self._cancelled_before
            if order is not None and before is not None and order < before:
                waiter.finish()
                raise StepError("cancelled", "the step was cancelled before it began")
            if any(_collide(other.step, step) for other in self._waiters):
                waiter.finish()
                raise StepError("usage", "another such step is under way: %r" % (step,))
            self._waiters.append(waiter)
        return waiter

    def _finish(self, waiter):
        waiter.finish()
        with self._lock:
            self._waiters.remove(waiter)
            self._lock.notify_all()

    # Names

    def _find(self, name, kind):
        with self._lock:
            endpoint = self._endpoints.get(name)
        if not isinstance(endpoint, kind):
            raise StepError("usage", "no such endpoint for this step: " + name)
        return endpoint

    def _check_free(self, name):
        with self._lock:
            if name in self._endpoints:
                raise StepError("usage", "the name is in use: " + name)

    def _register(self, waiter, endpoint, announce):
        """Give the endpoint its name and announce it, unless the step has been cancelled meanwhile."""
        with self._lock:
            if not waiter.cancelled:
                self._endpoints[endpoint.name] = endpoint
                announce()
                endpoint.start()
                return
        endpoint.discard()
        waiter.check()

    def _remove(self, waiter, name, kind):
        """Take the endpoint out of the names; what still waits on it is cancelled first."""
        endpoint = self._find(name, kind)
        with self._lock:
            others = [other for other in self._waiters if other is not waiter and _uses(other.step, name)]
        for other in others:
            other.cancel()
        with self._lock:
            self._lock.wait_for(lambda: not any(other in self._waiters for other in others), GONE_SECONDS)
            if self._endpoints.pop(name, None) is None:
                raise StepError("usage", "already closed: " + name)
        return endpoint

    # TCP

    def _play_connect(self, waiter, step):
        self._check_free(step["as"])
        sock = socket.socket(self._family, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            if "receiveBuffer" in step:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, step["receiveBuffer"])
            if self._address:
                sock.bind((self._address, 0))
            start = now()
            error = self._connect(waiter, sock, (self._peer, step["port"]))
            end = now()
        except StepError:
            sock.close()
            raise
        except OSError as failure:
            sock.close()
            raise StepError("failed", str(failure))
        # A reset of what was never connected is "refused": these tell of a connection that A has reset already.
        was_reset = error in GONE
        if error and not was_reset:
            sock.close()
            raise self._refusal(step, start, end, error)
        connection = Connection(step["as"], sock, self._emit, step.get("reading", "eager") == "eager")
        local = host_port(sock.getsockname())
        remote = {"host": self._peer, "port": step["port"]}

        def announce():
            connection.emit("connect", end, start=start, end=end, result=0, local=local, remote=remote)
            if was_reset:
                connection.note_reset()

        self._register(waiter, connection, announce)
        return {"local": local, "remote": remote}

    def _connect(self, waiter, sock, address):
        """Return 0, or the errno."""
        error = sock.connect_ex(address)
        if error in IN_PROGRESS:
            waiter.wait_for(sock, selectors.EVENT_WRITE)
            error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if not error and _same_ends(sock):
            # Loopback alone: nobody listened, and the kernel chose A's port for us and joined us to ourselves.
            return errno.ECONNREFUSED
        return error

    def _refusal(self, step, start, end, error):
        name = errno.errorcode.get(error, str(error))
        remote = {"host": self._peer, "port": step["port"]}
        event = {"t": end, "source": "peer", "kind": "connect", "as": step["as"]}
        event.update(start=start, end=end, errno=name, remote=remote)
        self._emit(event)
        if error == errno.ECONNREFUSED:
            return StepError("refused", "ECONNREFUSED: nobody listens on port %d" % step["port"])
        return StepError("unreachable" if error in UNREACHABLE else "failed", name)

    def _play_send(self, waiter, step):
        connection = self._find(step["as"], Connection)
        pause = step.get("pauseMs", 0) / 1000
        for index, piece in enumerate(step["pieces"]):
            if index and pause:
                waiter.sleep(pause)
            connection.send(waiter, _decode(piece))

    def _play_receive(self, waiter, step):
        connection = self._find(step["as"], Connection)
        if "withinMs" in step:
            waiter.deadline = time.monotonic() + step["withinMs"] / 1000
        connection.receive(waiter, matcher(step))

    def _play_shutdown(self, waiter, step):
        self._find(step["as"], Connection).shutdown()

    def _play_close(self, waiter, step):
        self._remove(waiter, step["as"], (Connection, Listener, Datagrams)).close()

    def _play_reset(self, waiter, step):
        self._remove(waiter, step["as"], Connection).reset()

    def _play_listen(self, waiter, step):
        self._check_free(step["as"])
        sock = self._bound(socket.SOCK_STREAM, step)
        try:
            sock.listen(step.get("backlog", 8))
        except OSError as error:
            sock.close()
            raise StepError("failed", str(error))
        listener = Listener(step["as"], sock, self._emit)
        local = host_port(sock.getsockname())
        t = now()
        self._register(waiter, listener, lambda: listener.emit("listen", t, local=local))
        return {"local": local}

    def _play_accept(self, waiter, step):
        self._check_free(step["as"])
        listener = self._find(step["on"], Listener)
        sock, address = listener.accept(waiter)
        t = now()
        if "receiveBuffer" in step:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, step["receiveBuffer"])
        connection = Connection(step["as"], sock, self._emit, step.get("reading", "eager") == "eager")
        ends = {"local": host_port(sock.getsockname()), "remote": host_port(address)}
        self._register(waiter, connection, lambda: connection.emit("accept", t, **ends))
        return ends

    # UDP

    def _play_udp(self, waiter, step):
        self._check_free(step["as"])
        sock = self._bound(socket.SOCK_DGRAM, step)
        datagrams = Datagrams(step["as"], sock, self._emit)
        local = host_port(sock.getsockname())
        self._register(waiter, datagrams, lambda: None)
        return {"local": local}

    def _play_sendto(self, waiter, step):
        datagrams = self._find(step["as"], Datagrams)
        address = datagrams.last_sender if "reply" in step else (self._peer, step["port"])
        if address is None:
            raise StepError("usage", "no datagram was received on %s to reply to" % step["as"])
        datagrams.sendto(waiter, _decode(step["data"]), address)

    def _play_recvfrom(self, waiter, step):
        self._find(step["as"], Datagrams).recvfrom(waiter, step.get("lose", False))

    def _bound(self, kind, step):
        sock = socket.socket(self._family, kind)
        try:
            if kind == socket.SOCK_STREAM and hasattr(socket, "SO_REUSEPORT"):
                # POSIX: B may listen again at once. (On Windows the option would let two listeners share a port.)
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if "receiveBuffer" in step:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, step["receiveBuffer"])
            sock.bind((self._address or "", step.get("port", 0)))
        except OSError as error:
            sock.close()
            raise StepError("failed", "%s: %s" % (errno_name(error), error))
        return sock

    # The rest

    def _play_pause(self, waiter, step):
        waiter.sleep(step["ms"] / 1000)


def _uses(step, name):
    return name in (step.get("as"), step.get("on"))


def _collide(one, other):
    """Two steps may not read, write or make the same endpoint at once; reading and writing it at once is fine."""
    same = one["do"] == other["do"] and one.get("as") == other.get("as")
    makers = ("connect", "accept", "listen", "udp")
    both_make = one["do"] in makers and other["do"] in makers and one["as"] == other["as"]
    return one["do"] != "pause" and (same or both_make)


def _same_ends(sock):
    try:
        return sock.getsockname() == sock.getpeername()
    except OSError:
        return False
