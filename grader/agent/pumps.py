"""Reads what a program writes on several pipes, one piece at a time, in one thread."""

import contextlib
import os
import select
import threading

try:
    import fcntl
except ImportError:  # not on this system
    fcntl = None

CHUNK = 1 << 20
# linux/fcntl.h: not in Python's module before 3.10.
_SET_PIPE_SIZE = 1031
# How many pieces ``drain`` takes at most: a program that never stops writing must not hold it.
MAX_ROUNDS = 256


def enlarge_pipe(descriptor):
    """Lets a pipe hold so much that its writer need not wait for each piece to be read, where the system allows it."""
    try:
        fcntl.fcntl(descriptor, _SET_PIPE_SIZE, CHUNK)
    except (AttributeError, OSError):
        return  # a smaller one does the same, slower


class Pumps:
    """Calls ``receive(data)`` for what comes on each descriptor, never two at the same time; earlier added, earlier served.

    ``gathered()``: a context in which what one piece leads to is done.
    """

    def __init__(self, gathered=contextlib.nullcontext):
        self._gathered = gathered
        self._lock = threading.RLock()
        self._receivers = {}
        self._done = threading.Event()
        self._threads = []
        self._poller = select.poll() if os.name == "posix" else None
        self._stopping = False
        self._wake = None

    def add(self, descriptor, receive):
        """Before ``start``. The descriptor is this object's from now on."""
        self._receivers[descriptor] = receive
        if self._poller:
            os.set_blocking(descriptor, False)
            self._poller.register(descriptor, select.POLLIN)

    def start(self):
        """Begins to read."""
        if self._poller:
            reader, self._wake = os.pipe()
            self._poller.register(reader, select.POLLIN)
            self._threads = [threading.Thread(target=self._serve, args=(reader,), daemon=True)]
        else:
            # No way to wait for several pipes at once: a thread each.
            self._threads = [threading.Thread(target=self._copy, args=(fd,), daemon=True) for fd in list(self._receivers)]
        for thread in self._threads:
            thread.start()

    def drain(self):
        """Takes in what has been written so far."""
        if not self._poller:
            return
        with self._lock:
            poller = select.poll()
            for descriptor in self._receivers:
                poller.register(descriptor, select.POLLIN)
            for _ in range(MAX_ROUNDS):
                ready = [fd for fd, _ in poller.poll(0) if fd in self._receivers]
                if not ready:
                    return
                for descriptor in ready:
                    if not self._take(descriptor):
                        poller.unregister(descriptor)

    def finish(self, seconds):
        """Waits for the ends of all the pipes, so long at most, and stops reading."""
        self._done.wait(seconds)
        self._stopping = True
        if self._wake is not None:
            os.write(self._wake, b"x")
            for thread in self._threads:
                thread.join()
            os.close(self._wake)
        with self._lock:
            for descriptor in list(self._receivers):
                self._remove(descriptor)

    def _serve(self, wake):
        while not self._stopping:
            ready = dict(self._poller.poll())
            for descriptor in [fd for fd in list(self._receivers) if fd in ready]:
                with self._lock:
                    if descriptor in self._receivers:
                        self._take(descriptor)
        os.close(wake)

    def _copy(self, descriptor):
        while not self._stopping:
            data = os.read(descriptor, CHUNK)
            with self._lock:
                if descriptor not in self._receivers:
                    return
                if not data:
                    self._remove(descriptor)
                    return
                self._receivers[descriptor](data)

    def _take(self, descriptor):
        try:
            data = os.read(descriptor, CHUNK)
        except BlockingIOError:
            return True
        if not data:
            self._remove(descriptor)
            return False
        with self._gathered():
            self._receivers[descriptor](data)
        return True

    def _remove(self, descriptor):
        if self._poller:
            self._poller.unregister(descriptor)
        del self._receivers[descriptor]
        os.close(descriptor)
        if not self._receivers:
            self._done.set()


class Lines:
    """Cuts what comes into lines, and passes over those that are too long."""

    def __init__(self, receive, longest):
        self._receive = receive
        self._longest = longest
        self._rest = b""
        self._skipping = False

    def __call__(self, data):
        lines = (self._rest + data).split(b"\n")
        self._rest = lines.pop()
        for line in lines:
            if not self._skipping and len(line) <= self._longest:
                self._receive(line)
            self._skipping = False
        if len(self._rest) > self._longest:
            self._rest, self._skipping = b"", True
