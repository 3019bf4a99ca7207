"""Machine B, the reference: answers the requests of role b (see ../PROTOCOL.md)."""

import os
import sys
import threading

import netstat
import processes
from channel import AgentError
from peer import Peer
from waiting import StepError


class MachineB:
    """Plays scenarios against machine A and watches the network between them."""

    def __init__(self, channel, options):
        self._channel = channel
        self._local = options.sandbox == "local"
        self._peer = Peer(channel.emit, options.address, options.peer)
        self._capture = None
        self._capture_lock = threading.Lock()

    def op_hello(self, request):
        """Who this is."""
        return {"protocol": 1, "role": "b", "python": "%d.%d.%d" % sys.version_info[:3], "platform": sys.platform}

    def op_play(self, request):
        """Play one step; returns when it is done."""
        if "step" not in request:
            raise AgentError("usage", "play needs step")
        try:
            return self._peer.play(request["step"], _order(request))
        except StepError as error:
            raise AgentError(error.kind, error.message) from error

    def op_cancel(self, request):
        """Every step under way answers `cancelled`."""
        self._peer.cancel(_order(request))
        return {}

    def op_state(self, request):
        """What waits, what is at work, the sockets, and how many events had been sent when the picture was begun."""
        self._flush_capture()
        # Counted first: an event sent while the picture is taken shows the reader that it may be out of date.
        events = self._channel.events
        waiting, busy = self._peer.steps()
        return dict(self._sockets(), waiting=waiting, busy=busy, events=events)

    def op_sockets(self, request):
        """The table of sockets; absent where the kernel shows none."""
        return self._sockets()

    def op_capture(self, request):
        """Start or stop the capture. A stop answers when all packets seen by then have been emitted."""
        on, frames = request.get("on"), request.get("frames", False)
        if not isinstance(on, bool) or not isinstance(frames, bool):
            raise AgentError("usage", "capture needs on: true or false")
        if self._local:
            raise AgentError("unsupported", "packets are captured in the docker sandbox alone")
        with self._capture_lock:
            dropped = self._end_capture()
            if on:
                self._begin_capture(frames)
                return {}
            return {} if dropped is None else {"dropped": dropped}

    def op_reset(self, request):
        """Nothing of an earlier scenario is left: steps, connections, listeners, names, capture."""
        self._peer.reset(_order(request))
        with self._capture_lock:
            self._end_capture()
        return {}

    def shutdown(self):
        """The end of the agent."""
        self.op_reset({})

    def _sockets(self):
        if not netstat.available():
            return {}
        sockets = netstat.read_sockets(processes.owners([os.getpid()]))
        # Elsewhere than in a container the tables are the whole machine's.
        return {"sockets": [entry for entry in sockets if "process" in entry] if self._local else sockets}

    def _flush_capture(self):
        with self._capture_lock:
            if self._capture is not None and not self._capture.barrier():
                raise AgentError("failed", "the capture does not answer")

    def _begin_capture(self, frames):
        try:
            if self._capture is None:
                self._capture = self._open_capture()
            self._capture.begin(frames)
        except OSError as error:
            raise AgentError("failed", "cannot capture: %s" % error) from error

    def _open_capture(self):
        # Loaded here: a machine without AF_PACKET needs none of it.
        import capture

        interface = capture.network_interface()
        if interface is None:
            raise AgentError("failed", "this machine has no network interface")
        opened = capture.Capture(self._channel.emit, interface, self._channel.gathered)
        opened.open()
        return opened

    def _end_capture(self):
        return None if self._capture is None else self._capture.end()


def _order(request):
    """The request's number, by which a `cancel` knows the steps asked for before it."""
    number = request.get("id")
    return number if isinstance(number, int) else None
