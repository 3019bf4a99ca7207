"""One step under way: it waits without holding anything up, and any thread can end its wait."""

import selectors
import socket
import threading
import time


class StepError(Exception):
    """Why a step was not done: kind is one of the protocol's errors, message is English detail."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind
        self.message = message


class Wake:
    """A flag that a selector can wait for beside a socket, on every platform."""

    def __init__(self):
        self.receiver, self._sender = socket.socketpair()
        self.receiver.setblocking(False)
        self._sender.setblocking(False)

    def set(self):
        """Make the flag readable, for good."""
        try:
            self._sender.send(b"!")
        except OSError:
            # Full: it is set. Closed: nobody waits any more.
            pass

    def close(self):
        self.receiver.close()
        self._sender.close()


class Waiter:
    """A step that is being played.

    What it waits for is told by `wait_for` (a socket) or `wait_until` (a condition variable). While it waits, `state`
    says so; else the step is at work, or pauses, and will act by itself.
    """

    def __init__(self, step):
        self.step = step
        self.cancelled = False
        self.deadline = None
        self._lock = threading.Lock()
        self._wake = Wake()
        self._condition = None
        self._can_go_on = None

    def cancel(self):
        """End the wait: the step raises `cancelled` at its next wait, or in this one."""
        with self._lock:
            self.cancelled = True
            condition = self._condition
            self._wake.set()
        if condition is not None:
            with condition:
                condition.notify_all()

    def finish(self):
        """The step is over: let go of what the waiting needed."""
        with self._lock:
            self._wake.close()

    def check(self):
        """Raise `cancelled` if the step has been cancelled."""
        if self.cancelled:
            raise StepError("cancelled", "the step was cancelled")

    def wait_for(self, sock, events):
        """Return when the socket is ready for these selector events. Raises `cancelled` or `timeout`."""
        self.check()
        self._enter(None, lambda: ready(sock, events))
        try:
            while not self._select(sock, events, self._remaining()):
                self.check()
                self._check_deadline()
        finally:
            self._leave()
        self.check()

    def wait_until(self, condition, predicate, can_go_on):
        """Return when predicate() is true; call with the condition held. Raises `cancelled` or `timeout`.

        can_go_on: called from another thread, tells whether the wait is about to end without anything new from A.
        """
        self._enter(condition, can_go_on)
        try:
            while not predicate():
                self.check()
                self._check_deadline()
                condition.wait(self._remaining())
        finally:
            self._leave()

    def sleep(self, seconds):
        """Pause. Raises `cancelled`. A pause is no waiting: the step goes on by itself."""
        self.check()
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake.receiver, selectors.EVENT_READ)
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                selector.select(max(0.0, end - time.monotonic()))
                self.check()

    def is_waiting(self):
        """Tell whether only A, a cancellation or the step's own `withinMs` can make it go on."""
        with self._lock:
            can_go_on = self._can_go_on
            if can_go_on is None or self.cancelled:
                return False
        if can_go_on():
            return False
        with self._lock:
            # A wait that has ended meanwhile has consumed what it waited for: that is why nothing was there.
            return self._can_go_on is can_go_on and not self.cancelled

    def _enter(self, condition, can_go_on):
        with self._lock:
            self._condition = condition
            self._can_go_on = can_go_on

    def _leave(self):
        with self._lock:
            self._condition = None
            self._can_go_on = None

    def _select(self, sock, events, timeout):
        with selectors.DefaultSelector() as selector:
            selector.register(sock, events)
            selector.register(self._wake.receiver, selectors.EVENT_READ)
            return any(key.fileobj is sock for key, _ in selector.select(timeout))

    def _remaining(self):
        return None if self.deadline is None else max(0.0, self.deadline - time.monotonic())

    def _check_deadline(self):
        if self.deadline is not None and time.monotonic() >= self.deadline:
            raise StepError("timeout", "what was waited for did not come in time")


def ready(sock, events):
    """Tell whether the socket is ready for these selector events now; a closed one is."""
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(sock, events)
            return bool(selector.select(0))
    except (OSError, ValueError):
        return True
