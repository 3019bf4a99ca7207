"""Follows the sockets of a traced program through its descriptors, and says what was done with each as ``kernel`` events."""

import base64
import errno as errno_names
import re
from collections import namedtuple

from lookups import Lookups
from strace_parser import (
    Call,
    Ended,
    decode_address,
    decode_flags,
    decode_integer,
    decode_string,
    decode_vectors,
    vector_size,
)

MAX_DATA = 65536
# Octets of data that the events carry in all; later ones have a length only.
MAX_ALL_DATA = 8 << 20
_INTERNET = ("AF_INET", "AF_INET6")
_CREATES_TASK = ("clone", "clone3", "fork", "vfork")
_NOT_A_SOCKET = ("ENOTSOCK", "EBADF")
_MANY_MESSAGES = ("recvmmsg", "sendmmsg")
_PLAIN = ("recvfrom", "sendto")
_RECEIVES = ("recvfrom", "recvmsg", "recvmmsg")
_SENDS = ("sendto", "sendmsg", "sendmmsg", "sendfile", "sendfile64")

# What a descriptor leads to. ``since`` is when it came to be, ``previous`` what the same number led to before.
Slot = namedtuple("Slot", "socket since inherited previous")


class Socket:
    """One socket of the program, whichever descriptors lead to it."""

    def __init__(self, number, family=None):
        self.number = number
        self.family = family
        self.connecting = None

    @property
    def shown(self):
        """Whether the lab is about this kind: the C library's own unix and netlink sockets are not."""
        return self.family is None or self.family in _INTERNET


class Task:
    """One thread: its process, and the table of descriptors, shared among the threads of a process."""

    def __init__(self, process, slots):
        self.process = process
        self.slots = slots


class SocketTracker:
    """Feed it the records of a ``LineReader``, in order; it answers with events. ``new_number`` numbers the sockets."""

    def __init__(self, reader, new_number):
        self._reader = reader
        self._new_number = new_number
        self._tasks = {}
        self._adopters = set()
        self._held = {}
        self._copies = {}
        self._data_left = MAX_ALL_DATA
        self._lookups = Lookups()

    def feed(self, record):
        """The events that this record makes known."""
        if isinstance(record, Ended):
            events = self._apply_all(self._lookups.end(record.thread))
            self._tasks.pop(record.thread, None)
            return events
        if not isinstance(record, Call):
            return []
        if record.thread in self._held or not self._know(record.thread):
            self._held.setdefault(record.thread, []).append(record)
            return []
        return self._apply(record)

    def finish(self):
        """The events of the threads whose origin never became known."""
        held, self._held = self._held, {}
        events = []
        for thread, records in held.items():
            self._tasks.setdefault(thread, Task(thread, {}))
            for record in records:
                events += self._apply(record)
        return events + self._apply_all(self._lookups.finish())

    def _know(self, thread):
        # A child may be seen before its parent's clone has returned; if only one clone is under way, it is that one.
        if thread in self._tasks:
            return True
        cloning = [
            (parent, text)
            for parent, _, text in self._reader.begun()
            if text.split("(", 1)[0] in _CREATES_TASK and parent not in self._adopters and parent in self._tasks
        ]
        if len(cloning) > 1:
            # What the children were given is what their parents have now, not what they have once it is known whose they are.
            for parent, _ in cloning:
                self._copies.setdefault(parent, dict(self._tasks[parent].slots))
            return False
        if cloning:
            parent, text = cloning[0]
            self._adopters.add(parent)
            self._add_task(thread, self._tasks[parent], text, self._copies.get(parent))
        else:
            self._tasks[thread] = Task(thread, {})
        return True

    def _add_task(self, thread, parent, text, copy=None):
        slots = parent.slots if "CLONE_FILES" in text else dict(parent.slots if copy is None else copy)
        self._tasks[thread] = Task(parent.process if "CLONE_THREAD" in text else thread, slots)

    def _apply(self, call):
        return self._apply_all(self._lookups.feed(call))

    def _apply_all(self, calls):
        return [event for call in calls for event in self._apply_own(call)]

    def _apply_own(self, call):
        task = self._tasks[call.thread]
        if call.name in _CREATES_TASK:
            return self._created(call, task)
        if call.result is None and call.errno is None:
            return []
        handler = getattr(self, "_on_" + call.name, None)
        if handler is not None:
            return handler(call, task) or []
        if call.name in _RECEIVES:
            return self._received(call, task)
        if call.name in _SENDS:
            return self._sent(call, task)
        return []

    def _created(self, call, task):
        adopted = call.thread in self._adopters
        self._adopters.discard(call.thread)
        copy = self._copies.pop(call.thread, None)
        child = call.result
        if not child:
            return []
        if not adopted and child not in self._tasks:
            self._add_task(child, task, ",".join(call.arguments), copy)
        events = []
        for record in self._held.pop(child, []):
            events += self._apply(record)
        return events

    # Descriptors

    def _install(self, task, descriptor, socket, time, inherited):
        previous = task.slots.get(descriptor)
        if previous is not None:
            previous = previous._replace(previous=None)
        task.slots[descriptor] = Slot(socket, time, inherited, previous)

    def _slot(self, call, task, position=0):
        """The descriptor of a call and its slot; a socket that came by a way not traced gets a number when it is first used."""
        descriptor = decode_integer(call.arguments[position]) if len(call.arguments) > position else None
        if descriptor is None:
            return None, None
        slot = task.slots.get(descriptor)
        if slot is None and call.errno not in _NOT_A_SOCKET:
            self._install(task, descriptor, Socket(self._new_number()), call.start, True)
            slot = task.slots[descriptor]
        return descriptor, slot

    def _event(self, call, task, kind, descriptor, slot, at_end=False):
        event = {
            "t": call.end if at_end else call.start,
            "source": "kernel",
            "kind": kind,
            "start": call.start,
            "end": call.end,
            "call": call.name,
            "process": task.process,
            "thread": call.thread,
            "fd": descriptor,
        }
        if slot is not None:
            event["socket"] = slot.socket.number
        if call.errno is not None:
            event["errno"] = call.errno
        else:
            event["result"] = call.result
        return event

    def _plain(self, call, task, kind, **more):
        descriptor, slot = self._slot(call, task)
        if descriptor is None or (slot is not None and not slot.socket.shown):
            return []
        event = self._event(call, task, kind, descriptor, slot)
        event.update((key, value) for key, value in more.items() if value is not None)
        return [event]

    def _on_socket(self, call, task):
        family, kind = call.arguments[0], decode_flags(call.arguments[1])
        socket = Socket(None, family)
        if call.errno is None:
            socket.number = self._new_number() if socket.shown else 0
            self._install(task, call.result, socket, call.start, "SOCK_CLOEXEC" not in kind)
        if not socket.shown:
            return []
        event = self._event(call, task, "socket", call.result, task.slots.get(call.result))
        if call.errno is not None:
            del event["fd"]
            event.pop("socket", None)
        event["family"] = family
        event["type"] = next((name for name in kind if name not in ("SOCK_CLOEXEC", "SOCK_NONBLOCK")), "")
        return [event]

    def _on_socketpair(self, call, task):
        numbers = re.findall(r"\d+", call.arguments[3]) if call.errno is None and len(call.arguments) > 3 else []
        for number in numbers:
            self._install(task, int(number), Socket(0, call.arguments[0]), call.start, "SOCK_CLOEXEC" not in call.arguments[1])

    def _on_bind(self, call, task):
        return self._plain(call, task, "bind", address=decode_address(_argument(call, 1)))

    def _on_listen(self, call, task):
        return self._plain(call, task, "listen", backlog=decode_integer(_argument(call, 1)))

    def _on_connect(self, call, task):
        address = decode_address(_argument(call, 1))
        _, slot = self._slot(call, task)
        if slot is not None:
            slot.socket.connecting = address if call.errno == "EINPROGRESS" else None
        return self._plain(call, task, "connect", address=address)

    def _on_getsockopt(self, call, task):
        # How a connection that was started without waiting came out (Python's timeouts do it so).
        descriptor = decode_integer(_argument(call, 0))
        slot = task.slots.get(descriptor)
        if slot is None or slot.socket.connecting is None or _argument(call, 2) != "SO_ERROR" or call.errno:
            return []
        outcome = _argument(call, 3).strip("[]")
        if outcome.isdigit() and outcome != "0":
            outcome = errno_names.errorcode.get(int(outcome), outcome)
        event = self._event(call, task, "connect", descriptor, slot)
        event["address"] = slot.socket.connecting
        if outcome != "0":
            del event["result"]
            event["errno"] = outcome
        slot.socket.connecting = None
        return [event]

    def _on_accept(self, call, task):
        descriptor, slot = self._slot(call, task)
        if descriptor is None or (slot is not None and not slot.socket.shown):
            return self._hide_accepted(call, task, slot)
        event = self._event(call, task, "accept", descriptor, slot, at_end=True)
        if call.errno is None:
            socket = Socket(self._new_number(), slot.socket.family)
            self._install(task, call.result, socket, call.end, "SOCK_CLOEXEC" not in _argument(call, 3))
            event["accepted"] = socket.number
            event["acceptedFd"] = call.result
            _put(event, "address", decode_address(_argument(call, 1)))
        return [event]

    _on_accept4 = _on_accept

    def _hide_accepted(self, call, task, slot):
        if slot is not None and call.errno is None:
            self._install(task, call.result, Socket(0, slot.socket.family), call.end, True)
        return []

    def _received(self, call, task):
        descriptor, slot = self._slot(call, task)
        if descriptor is None or (slot is not None and not slot.socket.shown):
            return []
        event = self._event(call, task, "recv", descriptor, slot, at_end=True)
        simple = call.name == "recvfrom"
        _put(event, "size", decode_integer(_argument(call, 2)) if simple else vector_size(_argument(call, 1)))
        event["flags"] = " ".join(decode_flags(_argument(call, 3 if simple or call.name == "recvmmsg" else 2)))
        if call.errno is None:
            self._put_data(event, call)
            _put(event, "address", decode_address(_argument(call, 4 if simple else 1)))
        return [event]

    def _sent(self, call, task):
        descriptor, slot = self._slot(call, task)
        if descriptor is None or (slot is not None and not slot.socket.shown):
            return []
        event = self._event(call, task, "send", descriptor, slot)
        if call.name.startswith("sendfile"):
            if call.errno is None:
                event["length"] = call.result
            return [event]
        simple = call.name == "sendto"
        _put(event, "size", decode_integer(_argument(call, 2)) if simple else vector_size(_argument(call, 1)))
        event["flags"] = " ".join(decode_flags(_argument(call, 3 if simple or call.name == "sendmmsg" else 2)))
        _put(event, "address", decode_address(_argument(call, 4 if simple else 1)))
        if call.errno is None:
            self._put_data(event, call)
        return [event]

    def _put_data(self, event, call):
        many = call.name in _MANY_MESSAGES
        event["length"] = call.result
        if not self._data_left and event["length"] and not many:
            return
        text = _argument(call, 1)
        data = (decode_string(text) or b"") if call.name in _PLAIN else decode_vectors(text)
        if many:
            # Their result is a count of messages.
            event["length"] = len(data)
        data = data[: min(event["length"], MAX_DATA)]
        if len(data) > self._data_left:
            self._data_left = 0
            return
        self._data_left -= len(data)
        event["data"] = base64.b64encode(data).decode("ascii")

    def _on_shutdown(self, call, task):
        return self._plain(call, task, "shutdown", how=re.split(r"\s", _argument(call, 1))[0])

    def _on_setsockopt(self, call, task):
        text = _argument(call, 3)
        value = decode_integer(text)
        return self._plain(
            call, task, "setsockopt", level=_argument(call, 1), option=_argument(call, 2), value=text if value is None else value
        )

    def _on_close(self, call, task):
        descriptor = decode_integer(_argument(call, 0))
        slot = task.slots.get(descriptor)
        if slot is None or call.errno == "EBADF":
            return []
        if slot.since > call.start and slot.previous is not None:
            # Another thread was given the number again before this close was seen to return.
            slot = slot.previous
        else:
            del task.slots[descriptor]
        return [self._event(call, task, "close", descriptor, slot)] if slot.socket.shown else []

    def _on_close_range(self, call, task):
        first, last = decode_integer(_argument(call, 0)), decode_integer(_argument(call, 1))
        if call.errno is not None or first is None or last is None:
            return []
        events = []
        for descriptor in sorted(number for number in task.slots if first <= number <= last):
            if "CLOEXEC" in _argument(call, 2):
                task.slots[descriptor] = task.slots[descriptor]._replace(inherited=False)
                continue
            slot = task.slots.pop(descriptor)
            if slot.socket.shown:
                events.append(self._event(call, task, "close", descriptor, slot))
        return events

    def _copy(self, call, task, inherited):
        slot = task.slots.get(decode_integer(_argument(call, 0)))
        if call.errno is not None:
            return
        if slot is not None:
            self._install(task, call.result, slot.socket, call.start, inherited)
        else:
            task.slots.pop(call.result, None)

    def _on_dup(self, call, task):
        self._copy(call, task, True)

    def _on_dup2(self, call, task):
        if _argument(call, 0) != _argument(call, 1):
            self._copy(call, task, True)

    def _on_dup3(self, call, task):
        self._copy(call, task, "O_CLOEXEC" not in _argument(call, 2))

    def _on_fcntl(self, call, task):
        command = _argument(call, 1)
        if command.startswith("F_DUPFD"):
            self._copy(call, task, command == "F_DUPFD")
        elif command == "F_SETFD" and call.errno is None:
            descriptor = decode_integer(_argument(call, 0))
            if descriptor in task.slots:
                inherited = "FD_CLOEXEC" not in _argument(call, 2)
                task.slots[descriptor] = task.slots[descriptor]._replace(inherited=inherited)

    def _on_execve(self, call, task):
        if call.errno is None:
            task.slots = {number: slot for number, slot in task.slots.items() if slot.inherited}


def _argument(call, position):
    return call.arguments[position] if position < len(call.arguments) else ""


def _put(event, key, value):
    if value is not None:
        event[key] = value
