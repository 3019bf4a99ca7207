"""The packets of this machine's network: a capture in a thread, and the reading of one frame."""

import base64
import contextlib
import ctypes
import select
import socket
import struct
import threading
import time

ETH_P_ALL = 0x0003
ETH_P_IP = 0x0800
ETH_P_IPV6 = 0x86DD

# From <asm-generic/socket.h>, <linux/if_packet.h>: names that Python's socket module does not have everywhere.
SO_TIMESTAMPNS = 35
SOL_PACKET = 263
PACKET_STATISTICS = 6
PACKET_HOST = 0
PACKET_BROADCAST = 1
PACKET_MULTICAST = 2
PACKET_OUTGOING = 4

FRAME_LIMIT = 256 * 1024
DATA_LIMIT = 64
BARRIER_SECONDS = 5.0
STAMP_SECONDS = 2.0

FLAGS = (
    (0x02, "SYN"),
    (0x01, "FIN"),
    (0x04, "RST"),
    (0x08, "PSH"),
    (0x10, "ACK"),
    (0x20, "URG"),
    (0x40, "ECE"),
    (0x80, "CWR"),
)

TRANSPORTS = (socket.IPPROTO_TCP, socket.IPPROTO_UDP, socket.IPPROTO_ICMP, socket.IPPROTO_ICMPV6)
IPV6_FRAGMENT = 44

# ICMPv6 messages from here on are the network's housekeeping: neighbours, routers, groups.
ICMPV6_HOUSEKEEPING = 130
ICMP_ERRORS = (3, 4, 5, 11, 12)
ICMPV6_ERRORS = (1, 2, 3, 4)


def parse_frame(frame):
    """Return what an Ethernet frame carries as a `packet` event's keys, or None where it is no TCP, UDP or ICMP.

    Of a fragment that is not its packet's first, `proto` is `ip`: it has no ports. Never raises. Frames with a VLAN tag and cut
    headers are None.
    """
    if len(frame) < 14:
        return None
    (kind,) = struct.unpack_from("!H", frame, 12)
    if kind == ETH_P_IP:
        return _parse_ipv4(frame[14:])
    if kind == ETH_P_IPV6:
        return _parse_ipv6(frame[14:])
    return None


def _parse_ipv4(packet, quoted=False):
    if len(packet) < 20 or packet[0] >> 4 != 4:
        return None
    header = (packet[0] & 0x0F) * 4
    total, fragment = struct.unpack_from("!H2xH", packet, 2)
    # A packet that the card is to cut up (TSO) may have no length yet.
    total = total or len(packet)
    if header < 20 or total < header or (total > len(packet) and not quoted):
        return None
    source = socket.inet_ntop(socket.AF_INET, packet[12:16])
    destination = socket.inet_ntop(socket.AF_INET, packet[16:20])
    if fragment & 0x1FFF:
        return _parse_fragment(packet[9], source, destination, packet[header:total], quoted)
    return _parse_transport(packet[9], source, destination, packet[header:total], quoted)


def _parse_ipv6(packet, quoted=False):
    if len(packet) < 40 or packet[0] >> 4 != 6:
        return None
    length, following = struct.unpack_from("!HB", packet, 4)
    length = length or len(packet) - 40
    if length > len(packet) - 40 and not quoted:
        return None
    source = socket.inet_ntop(socket.AF_INET6, packet[8:24])
    destination = socket.inet_ntop(socket.AF_INET6, packet[24:40])
    payload = packet[40 : 40 + length]
    while following in (0, 43, 60):
        if len(payload) < 8:
            return None
        following, size = payload[0], (payload[1] + 1) * 8
        payload = payload[size:]
    if following == IPV6_FRAGMENT:
        if len(payload) < 8:
            return None
        following, (place,), payload = payload[0], struct.unpack_from("!H", payload, 2), payload[8:]
        if place & 0xFFF8:
            return _parse_fragment(following, source, destination, payload, quoted)
    return _parse_transport(following, source, destination, payload, quoted)


def _parse_fragment(number, source, destination, piece, quoted):
    """What comes behind a packet's first fragment: octets without a header of their own."""
    if quoted or number not in TRANSPORTS:
        return None
    return _with_payload({"proto": "ip", "from": {"host": source}, "to": {"host": destination}}, piece, len(piece))


def _parse_transport(number, source, destination, segment, quoted):
    if quoted:
        return _parse_quoted(number, source, destination, segment)
    if number == socket.IPPROTO_TCP:
        return _parse_tcp(source, destination, segment)
    if number == socket.IPPROTO_UDP:
        return _parse_udp(source, destination, segment)
    if number == socket.IPPROTO_ICMP:
        return _parse_icmp(source, destination, segment, ICMP_ERRORS, _parse_ipv4)
    if number == socket.IPPROTO_ICMPV6 and segment and segment[0] < ICMPV6_HOUSEKEEPING:
        return _parse_icmp(source, destination, segment, ICMPV6_ERRORS, _parse_ipv6)
    return None


def _ends(proto, source, destination, segment):
    from_port, to_port = struct.unpack_from("!HH", segment)
    return {
        "proto": proto,
        "from": {"host": source, "port": from_port},
        "to": {"host": destination, "port": to_port},
    }


def _with_payload(packet, payload, length):
    packet["length"] = length
    if payload:
        packet["data"] = base64.b64encode(payload[:DATA_LIMIT]).decode("ascii")
    return packet


def _parse_tcp(source, destination, segment):
    if len(segment) < 20:
        return None
    sequence, acknowledgement, offset, flags, window = struct.unpack_from("!IIBBH", segment, 4)
    header = (offset >> 4) * 4
    if header < 20 or header > len(segment):
        return None
    packet = _ends("tcp", source, destination, segment)
    packet["flags"] = " ".join(name for bit, name in FLAGS if flags & bit)
    packet["sequence"] = sequence
    if flags & 0x10:
        packet["acknowledgement"] = acknowledgement
    packet["window"] = window
    return _with_payload(packet, segment[header:], len(segment) - header)


def _parse_udp(source, destination, segment):
    if len(segment) < 8:
        return None
    (length,) = struct.unpack_from("!H", segment, 4)
    if length < 8:
        return None
    # In the first of several fragments the length is the whole datagram's, and only its beginning is there.
    return _with_payload(_ends("udp", source, destination, segment), segment[8:length], length - 8)


def _parse_icmp(source, destination, message, errors, parse_quoted_ip):
    if len(message) < 8:
        return None
    packet = {
        "proto": "icmp",
        "from": {"host": source},
        "to": {"host": destination},
        "type": message[0],
        "code": message[1],
    }
    if message[0] in errors:
        about = parse_quoted_ip(message[8:], quoted=True)
        if about is not None:
            packet["about"] = about
    return _with_payload(packet, message[8:], len(message) - 8)


def _parse_quoted(number, source, destination, segment):
    """An ICMP error quotes at least the first 8 octets of what it is about: the ports."""
    names = {socket.IPPROTO_TCP: "tcp", socket.IPPROTO_UDP: "udp"}
    if number not in names or len(segment) < 4:
        return None
    return _ends(names[number], source, destination, segment)


def network_interface():
    """Return the name of this machine's network interface that is not the loopback, or None."""
    names = [name for _, name in socket.if_nameindex() if name != "lo"]
    return names[0] if names else None


class Capture:
    """Emits a `packet` event for each packet that this machine sends or receives on an interface, from `begin` to `end`.

    Its socket stays open in between: to close one takes the kernel some milliseconds, in which others wait.
    """

    def __init__(self, emit, interface, gathered=contextlib.nullcontext):
        """``gathered()``: a context in which the packets that are there together are emitted."""
        self._emit = emit
        self._gathered = gathered
        self._interface = interface
        self._barriers = []
        self._begun = False
        self._frames = False
        self._lock = threading.Lock()

    def open(self):
        """To be called once. Raises OSError where this machine may not capture."""
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 * 1024 * 1024)
            self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
            self._socket.setblocking(False)
            wait_for_kernel_times()
            # A socket of protocol 0 sees nothing until it is bound: no packet of another interface slips in.
            self._socket.bind((self._interface, ETH_P_ALL))
            self._wake_in, self._wake_out = socket.socketpair()
            self._wake_in.setblocking(False)
        except OSError:
            self._socket.close()
            raise
        threading.Thread(target=self._run, name="capture", daemon=True).start()

    def begin(self, frames=False):
        """What happens after this has returned is seen; what happened before is not. ``frames``: whole ones are kept."""
        if not self.barrier():
            raise OSError("the capture does not answer")
        self._dropped()
        with self._lock:
            self._frames = frames
            self._begun = True

    def barrier(self):
        """Return when each packet that the socket had seen by now has been emitted; False if that took too long."""
        done = threading.Event()
        with self._lock:
            self._barriers.append((time.time(), done))
        self._wake_out.send(b"!")
        return done.wait(BARRIER_SECONDS)

    def end(self):
        """Return how many packets the kernel dropped, after those seen by now have been emitted. None: it had not begun."""
        if not self._begun:
            return None
        self.barrier()
        with self._lock:
            self._begun = False
        return self._dropped()

    def _dropped(self):
        """Since it was last asked."""
        return struct.unpack("II", self._socket.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))[1]

    def _run(self):
        poll = select.poll()
        poll.register(self._socket, select.POLLIN)
        poll.register(self._wake_in, select.POLLIN)
        while True:
            poll.poll()
            self._clear_wake()
            with self._lock:
                barriers, self._barriers = self._barriers, []
            with self._gathered():
                self._drain(max((t for t, _ in barriers), default=time.time()))
            for _, done in barriers:
                done.set()

    def _clear_wake(self):
        try:
            self._wake_in.recv(4096)
        except BlockingIOError:
            pass

    def _drain(self, until):
        """Emit what is there, but not for ever: packets later than `until` need not be awaited."""
        while True:
            try:
                frame, ancillary, _, address = self._socket.recvmsg(FRAME_LIMIT, 256)
            except (BlockingIOError, InterruptedError):
                return
            except OSError:
                # The interface went down (ENETDOWN is told once): the next poll says what is left.
                return
            t = kernel_time(ancillary)
            if self._begun and address[2] in (PACKET_HOST, PACKET_BROADCAST, PACKET_MULTICAST, PACKET_OUTGOING):
                self._emit_packet(frame, t)
            if t is not None and t > until:
                return

    def _emit_packet(self, frame, t):
        packet = parse_frame(frame)
        if packet is None:
            return
        if self._frames:
            packet["frame"] = base64.b64encode(frame).decode("ascii")
        event = {"t": round(time.time() if t is None else t, 6), "source": "wire", "kind": "packet"}
        event.update(packet)
        self._emit(event)


def wait_for_kernel_times():
    """Return when the kernel stamps packets as they pass; to be called once a socket has asked for it.

    It begins to do so some milliseconds later, from a work queue, and until then stamps a packet only when it is read.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        probe.bind(("127.0.0.1", 0))
        probe.settimeout(STAMP_SECONDS)
        end = time.monotonic() + STAMP_SECONDS
        while time.monotonic() < end:
            probe.sendto(b"", probe.getsockname())
            sent = time.time()
            _, ancillary, _, _ = probe.recvmsg(1, 256)
            t = kernel_time(ancillary)
            if t is not None and t <= sent:
                return


def kernel_time(ancillary):
    """Return the kernel's time stamp (CLOCK_REALTIME, seconds) among a message's ancillary data, or None."""
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == SO_TIMESTAMPNS:
            size = ctypes.sizeof(ctypes.c_long)
            if len(data) >= 2 * size:
                seconds, nanoseconds = struct.unpack_from("@ll", data)
                return seconds + nanoseconds / 1e9
    return None
