"""Leaves out the sockets that the C library opens by itself to look up a name: they are none of the program's.

``getaddrinfo`` asks a name server over a UDP socket that does not block. When it has found several addresses, it asks
the kernel, over netlink, for those of this machine; then it connects UDP sockets to what it found, sends nothing, and
closes them: so it learns which address is reached from where. Their calls look just like a program's own: what tells
them apart is what comes before and after, in the same thread. So such calls are held back until that is clear.
"""

from strace_parser import decode_address, decode_integer

DNS_PORT = 53
# From one call of a lookup to the next it takes much less, but for a machine that is very busy.
LOOKUP_SECONDS = 1.0

_NETWORK_CALLS = frozenset(
    "socket socketpair bind listen accept accept4 connect shutdown setsockopt getsockopt getpeername getsockname "
    "sendto sendmsg sendmmsg sendfile sendfile64 recvfrom recvmsg recvmmsg".split()
)
_OPENS_SOCKET = ("socket", "accept", "accept4")
_CREATES_TASK = ("clone", "clone3", "fork", "vfork", "execve")
_INTERNET = ("AF_INET", "AF_INET6")


class Lookups:
    """Feed it the calls of a program, in order; it answers with those that are the program's own."""

    def __init__(self):
        self._threads = {}

    def feed(self, call):
        """The calls that are known to be the program's now that this one is seen: earlier ones first."""
        thread = self._threads.get(call.thread)
        if thread is None:
            thread = self._threads[call.thread] = _Thread()
        return thread.feed(call)

    def end(self, thread):
        """The calls of a thread that has ended about which it never became clear."""
        ended = self._threads.pop(thread, None)
        return ended.release() if ended else []

    def finish(self):
        """The same of all threads."""
        return [call for thread in self._threads.values() for call in thread.release()]


class _Thread:
    """What one thread is about. A suspect is a socket that may be the library's, with the calls on it so far."""

    def __init__(self):
        # Descriptors that are the library's: those of other families, and those that ask a name server.
        self._other = set()
        self._servers = set()
        self._suspect = None
        self._held = []
        self._asks_server = False
        # When the last call of a lookup ended that netlink began; None outside of one.
        self._looked = None

    def release(self):
        """The calls held back, which are held back no more."""
        held, self._held, self._suspect = self._held, [], None
        return held

    def feed(self, call):
        if call.name in _OPENS_SOCKET:
            # Whatever had the number before was closed, be it in another thread.
            self._other.discard(call.result)
            self._servers.discard(call.result)
        if call.name == "socket":
            return self._on_socket(call)
        descriptor = decode_integer(call.arguments[0]) if call.arguments else None
        if descriptor in self._servers:
            if call.name == "close":
                self._servers.discard(descriptor)
            return []
        if descriptor in self._other:
            return self._on_other(call, descriptor)
        if self._suspect is not None and descriptor == self._suspect:
            return self._on_suspect(call)
        if call.name in _NETWORK_CALLS or call.name in _CREATES_TASK:
            # The program goes on: a lookup does nothing of the kind before it is over.
            self._looked = None
            return self.release() + [call]
        return [call]

    def _on_socket(self, call):
        family, kind = call.arguments[0], call.arguments[1]
        held = self.release()
        if family not in _INTERNET:
            if call.errno is None:
                self._other.add(call.result)
            if family == "AF_NETLINK":
                self._looked = call.end
            return held + [call]
        looking = self._looked is not None and call.start - self._looked < LOOKUP_SECONDS
        asks_server = "SOCK_NONBLOCK" in kind
        if not kind.startswith("SOCK_DGRAM") or not (looking or asks_server):
            self._looked = None
            return held + [call]
        if call.errno is not None:
            # A lookup tries a family that this machine does not have.
            return held if looking else held + [call]
        self._suspect, self._held, self._asks_server = call.result, [call], asks_server
        return held

    def _on_other(self, call, descriptor):
        if call.name == "close":
            self._other.discard(descriptor)
        if self._looked is not None:
            self._looked = call.end
        return [call]

    def _on_suspect(self, call):
        if call.name == "connect" and self._asks_server:
            address = decode_address(call.arguments[1])
            if address is not None and address["port"] == DNS_PORT:
                self._servers.add(self._suspect)
                self.release()
                return []
        if self._asks_server:
            # What the library does to a socket before it connects it.
            if call.name == "setsockopt" and call.arguments[2] == "IP_RECVERR":
                self._held.append(call)
                return []
            return self.release() + [call]
        if call.name in ("connect", "getsockname"):
            self._held.append(call)
            return []
        if call.name == "close" and any(held.name == "connect" for held in self._held):
            self.release()
            self._looked = call.end
            return []
        return self.release() + [call]
