"""B's endpoints: a TCP connection, a TCP listener, a UDP socket. Each emits the `peer` events of what happens to it."""

import base64
import errno
import os
import select
import selectors
import socket
import struct
import sys
import threading
import time

from waiting import StepError, Wake, ready

CHUNK = 64 * 1024
SEND_DATA_LIMIT = 4096
# A reader that nobody listens to stops here, and TCP's flow control holds A back: a flood costs bounded memory.
UNREAD_LIMIT = 16 * 1024 * 1024
JOIN_SECONDS = 5.0

# From <linux/in.h> and <linux/socket.h>: names that Python's socket module does not have.
IP_RECVERR = 11
MSG_ERRQUEUE = 0x2000
ERROR_LIMIT = 512

UNREACHABLE = (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ETIMEDOUT)
GONE = (errno.EPIPE, errno.ECONNRESET, errno.ECONNABORTED, errno.ENOTCONN)


def now():
    """Return CLOCK_REALTIME in seconds, to the microsecond."""
    return round(time.time(), 6)


def encode(octets):
    return base64.b64encode(octets).decode("ascii")


def errno_name(error):
    return errno.errorcode.get(error.errno, str(error.errno))


def host_port(address):
    return {"host": address[0], "port": address[1]}


def abort_on_close(sock):
    """Make the coming close a reset (RST), which leaves neither side in TIME-WAIT."""
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0))
    except OSError:
        # Not connected any more: there is nothing to reset.
        pass


def acknowledge(sock):
    """Has the kernel acknowledge what came now (tcp(7), TCP_QUICKACK), not up to 40 ms later: until then A's octets are
    under way, and nobody can say that the exchange has come to rest."""
    if hasattr(socket, "TCP_QUICKACK"):
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        except OSError:
            pass  # it has been reset: the next recv will tell


class Endpoint:
    """A named socket of B's. emit takes the keys of a `peer` event."""

    def __init__(self, name, sock, emit):
        self.name = name
        self.sock = sock
        self._emit_event = emit
        sock.setblocking(False)

    def emit(self, kind, t, **keys):
        event = {"t": t, "source": "peer", "kind": kind, "as": self.name}
        event.update(keys)
        self._emit_event(event)

    def start(self):
        """Begin to watch, once the endpoint has been announced."""

    def close(self):
        self.emit("close", now())
        self.discard()

    def discard(self):
        """Close without an event, and leave nothing behind: a connection is reset."""
        self.sock.close()


class Listener(Endpoint):
    """A TCP listener."""

    def accept(self, waiter):
        """Return a connected socket and A's address. Raises StepError."""
        while True:
            waiter.wait_for(self.sock, selectors.EVENT_READ)
            try:
                return self.sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                # A gave up between the wait and the call: wait for the next.
                continue


class Connection(Endpoint):
    """A TCP connection. An eager one has a reader thread, which `start` starts."""

    def __init__(self, name, sock, emit, eager):
        super().__init__(name, sock, emit)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            # macOS refuses it on a connection that A has reset already, which the first recv will tell.
            pass
        self._eager = eager
        self._unread = bytearray()
        self._ended = False
        self._reset = False
        self._sent_all = False
        self._changed = threading.Condition()
        # One system call and its event at a time: an answer is never told before the question, and an error that
        # the kernel tells once is known before the next call.
        self._calls = threading.Lock()
        self._closing = False
        self._draining = True
        self._wake = Wake()
        self._reader = None

    def start(self):
        if self._eager:
            self._reader = threading.Thread(target=self._read_all, name="reader " + self.name, daemon=True)
            self._reader.start()

    def note_reset(self):
        """A reset was learnt of by other means than a call of this class."""
        with self._calls:
            self._note_reset()

    # Sending

    def send(self, waiter, piece):
        """Hand these octets to the kernel, however long A makes it wait. Raises StepError."""
        if self._sent_all:
            raise StepError("usage", "%s has been shut down for sending" % self.name)
        start, sent, octets = None, 0, memoryview(piece)
        try:
            while start is None or sent < len(piece):
                waiter.check()
                with self._calls:
                    begun = now()
                    count = self._try_send(octets[sent:])
                    start = begun if start is None else start
                    sent += count or 0
                    if sent == len(piece):
                        self._emit_sent(start, piece, sent)
                        return
                if count is None:
                    waiter.wait_for(self.sock, selectors.EVENT_WRITE)
        except StepError:
            if sent:
                self._emit_sent(start, piece, sent)
            raise

    def _try_send(self, octets):
        """Return how many octets the kernel took, or None where it takes none now."""
        try:
            return self.sock.send(octets)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError as error:
            raise self._failure(error)

    def _emit_sent(self, t, piece, length):
        self.emit("send", t, data=encode(piece[: min(length, SEND_DATA_LIMIT)]), length=length)

    def _failure(self, error):
        if error.errno in GONE:
            self._note_reset()
            return StepError("reset", "%s: the connection was reset" % errno_name(error))
        return StepError("failed", str(error))

    def _note_reset(self):
        """To be called with the calls' lock held. The event comes before whoever waits hears of it."""
        if not self._reset:
            self.emit("reset", now())
        with self._changed:
            self._reset = True
            self._changed.notify_all()

    def shutdown(self):
        """Send FIN. Raises StepError."""
        with self._calls:
            t = now()
            try:
                self.sock.shutdown(socket.SHUT_WR)
            except OSError as error:
                raise self._failure(error)
            self._sent_all = True
            self.emit("shutdown", t)

    # Receiving

    def receive(self, waiter, match):
        """Wait until match(unread, ended) tells how many octets to consume (else None), and consume them.

        Raises StepError: `ended`, `reset`, and what the waiter raises.
        """
        if self._eager:
            with self._changed:
                waiter.wait_until(self._changed, lambda: self._settled(match), lambda: self._about_to_settle(match))
                self._consume(match)
            return
        while not self._settled(match):
            waiter.wait_for(self.sock, selectors.EVENT_READ)
            self._read_once(self._wanted(match))
        self._consume(match)

    def _settled(self, match):
        return (
            match(self._unread, self._ended) is not None
            or self._ended
            or self._reset
            or len(self._unread) >= UNREAD_LIMIT
        )

    def _about_to_settle(self, match):
        with self._calls, self._changed:
            return self._settled(match) or ready(self.sock, selectors.EVENT_READ)

    def _wanted(self, match):
        """How much a slow reader reads at once: no more than it waits for, so that the rest stays with TCP."""
        count = getattr(match, "count", None)
        return CHUNK if count is None else min(CHUNK, count - len(self._unread))

    def _consume(self, match):
        count = match(self._unread, self._ended)
        if count is not None:
            with self._changed:
                del self._unread[:count]
                self._changed.notify_all()
        elif self._reset:
            raise StepError("reset", "the connection was reset before what was waited for")
        elif self._ended:
            raise StepError("ended", "the stream ended before what was waited for")
        else:
            raise StepError("failed", "more than %d octets came without what was waited for" % UNREAD_LIMIT)

    def _read_once(self, limit=CHUNK):
        """Make one recv. Return True when octets came, False at the end or after a reset, None when nothing is there."""
        with self._calls:
            try:
                octets = self.sock.recv(limit)
            except (BlockingIOError, InterruptedError):
                return None
            except OSError:
                # ECONNRESET, or a connection that timed out: A is gone without a FIN.
                self._note_reset()
                return False
            t = now()
            if octets:
                acknowledge(self.sock)
                self.emit("receive", t, data=encode(octets))
            elif not self._reset:
                self.emit("end", t)
            with self._changed:
                self._unread += octets
                self._ended = self._ended or (not octets and not self._reset)
                self._changed.notify_all()
        return bool(octets)

    def _read_all(self):
        with selectors.DefaultSelector() as selector:
            selector.register(self.sock, selectors.EVENT_READ)
            selector.register(self._wake.receiver, selectors.EVENT_READ)
            while not self._closing:
                selector.select()
                if self._read_once() is False:
                    return
                self._wait_for_room()
        # What A sent before the close was received: left unread, it would turn the close into a reset.
        while self._draining and len(self._unread) < UNREAD_LIMIT and self._read_once():
            pass

    def _wait_for_room(self):
        with self._changed:
            while len(self._unread) >= UNREAD_LIMIT and not self._closing:
                self._changed.wait()

    # Ending

    def close(self):
        self._stop_reader()
        self.emit("close", now())
        self._close()

    def reset(self):
        """Close with RST."""
        self._stop_reader()
        self.emit("close", now(), reset=True)
        self._abort()

    def discard(self):
        self._draining = False
        self._stop_reader()
        self._abort()

    def _abort(self):
        abort_on_close(self.sock)
        self._close()

    def _stop_reader(self):
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._wake.set()
        if self._reader is not None:
            self._reader.join(JOIN_SECONDS)
            self._reader = None

    def _close(self):
        self.sock.close()
        self._wake.close()


class Datagrams(Endpoint):
    """A UDP socket, not connected. Where the kernel tells of ICMP errors (Linux), a watcher emits `unreachable`."""

    def __init__(self, name, sock, emit):
        super().__init__(name, sock, emit)
        self.last_sender = None
        self._closing = False
        self._calls = threading.Lock()
        self._wake = Wake()
        self._watcher = None

    def start(self):
        if sys.platform != "linux":
            return
        try:
            self.sock.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
        except OSError:
            return
        self._watcher = threading.Thread(target=self._watch, name="watcher " + self.name, daemon=True)
        self._watcher.start()

    def sendto(self, waiter, data, address):
        """Send one datagram. Raises StepError."""
        while True:
            with self._calls:
                self._tell_errors()
                t = now()
                try:
                    self.sock.sendto(data, address)
                except (BlockingIOError, InterruptedError):
                    pass
                except ConnectionError:
                    # The error of an earlier datagram, told by this call instead of sending: told, then sent again.
                    continue
                except OSError as error:
                    raise StepError("unreachable" if error.errno in UNREACHABLE else "failed", str(error))
                else:
                    self.emit("sendto", t, data=encode(data), remote=host_port(address))
                    return
            waiter.wait_for(self.sock, selectors.EVENT_WRITE)

    def recvfrom(self, waiter, lose):
        """Wait for one datagram more; a lost one leaves no sender to reply to. Raises StepError."""
        while True:
            waiter.wait_for(self.sock, selectors.EVENT_READ)
            with self._calls:
                self._tell_errors()
                try:
                    data, address = self.sock.recvfrom(CHUNK)
                except (BlockingIOError, InterruptedError):
                    continue
                except ConnectionError:
                    # Windows and macOS tell an ICMP error here; whose datagram it was is not known.
                    self._tell_unreachable()
                    continue
                except OSError as error:
                    raise StepError("failed", str(error))
                t = now()
                if not lose:
                    self.last_sender = address
                self.emit("lost" if lose else "recvfrom", t, data=encode(data), remote=host_port(address))
                return

    def _watch(self):
        poll = select.poll()
        # No event asked for: errors are always told.
        poll.register(self.sock, 0)
        poll.register(self._wake.receiver, select.POLLIN)
        while not self._closing:
            poll.poll()
            with self._calls:
                self._tell_errors()

    def _tell_errors(self):
        """Emit `unreachable` for each ICMP error that waits. To be called with the calls' lock held."""
        if self._watcher is None:
            return
        while True:
            try:
                _, ancillary, _, address = self.sock.recvmsg(0, ERROR_LIMIT, MSG_ERRQUEUE)
            except OSError:
                # Nothing in the queue; an error of the socket alone is cleared by being read.
                self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                return
            keys = {"remote": host_port(address)} if address else {}
            number = _extended_errno(ancillary)
            if number:
                keys["errno"] = errno.errorcode.get(number, str(number))
            self._tell_unreachable(**keys)

    def _tell_unreachable(self, **keys):
        self.emit("unreachable", now(), **keys)

    def close(self):
        self._stop_watcher()
        self.emit("close", now())
        self._close()

    def discard(self):
        self._stop_watcher()
        self._close()

    def _stop_watcher(self):
        self._closing = True
        self._wake.set()
        if self._watcher is not None:
            self._watcher.join(JOIN_SECONDS)

    def _close(self):
        self.sock.close()
        self._wake.close()


def _extended_errno(ancillary):
    """Return the errno of a struct sock_extended_err (ip(7)), or None."""
    for level, kind, data in ancillary:
        if level == socket.IPPROTO_IP and kind == IP_RECVERR and len(data) >= 4:
            return struct.unpack_from("@I", data)[0]
    return None
