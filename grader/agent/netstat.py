"""The kernel's own tables of sockets, in the terms of RFC 9293: asked over netlink, or else read from ``/proc/net``.

Both say the same, but the kernel walks through its whole table of connections to write ``/proc/net/tcp``: 6 ms, against
0.3 ms for an answer over netlink.
"""

import os
import socket
import struct
import sys

TABLES = ("tcp", "tcp6", "udp", "udp6")
FOLDER = "/proc/net"

# include/net/tcp_states.h
_LISTEN = 10
_TCP_STATES = {
    1: "ESTABLISHED",
    2: "SYN-SENT",
    3: "SYN-RECEIVED",
    4: "FIN-WAIT-1",
    5: "FIN-WAIT-2",
    6: "TIME-WAIT",
    7: "CLOSED",
    8: "CLOSE-WAIT",
    9: "LAST-ACK",
    _LISTEN: "LISTEN",
    11: "CLOSING",
    # A connection request that has no full socket yet.
    12: "SYN-RECEIVED",
}
_UDP_STATES = {1: "CONNECTED", 7: "UNCONNECTED"}


def available(folder=FOLDER):
    """Whether this kernel shows its sockets at all."""
    return os.path.exists(os.path.join(folder, "tcp"))


def read_sockets(owners=None):
    """Every TCP and UDP socket of this network; none where the kernel has no such tables.

    ``owners`` maps an inode to its (process, fd): entries whose owner is known have ``process`` and ``fd``.
    """
    sockets = []
    for table in TABLES:
        entries = ask_table(table)
        sockets += read_table(table) if entries is None else entries
    for entry in sockets:
        owner = (owners or {}).get(entry["inode"])
        if owner:
            entry["process"], entry["fd"] = owner
    return sockets


# Over netlink: linux/netlink.h, linux/sock_diag.h, linux/inet_diag.h

_NETLINK_SOCK_DIAG = 4
_SOCK_DIAG_BY_FAMILY = 20
_REQUEST_DUMP = 0x301
_ERROR, _DONE = 2, 3
_HEADER = struct.Struct("=IHHII")
_REQUEST = struct.Struct("=BBBxI48x")
_ANSWER = struct.Struct("=BBxx2s2s16s16s12xIIIII")
_ALL_STATES = 0xFFFFFFFF


def ask_table(table):
    """The entries of one of the ``TABLES``, over netlink; None where the kernel does not answer."""
    family = socket.AF_INET6 if table.endswith("6") else socket.AF_INET
    number = socket.IPPROTO_TCP if table.startswith("tcp") else socket.IPPROTO_UDP
    request = _REQUEST.pack(family, number, 0, _ALL_STATES)
    entries = []
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, _NETLINK_SOCK_DIAG) as kernel:
            kernel.settimeout(1)
            header = _HEADER.pack(_HEADER.size + len(request), _SOCK_DIAG_BY_FAMILY, _REQUEST_DUMP, 1, 0)
            kernel.send(header + request)
            while True:
                for kind, payload in _messages(kernel.recv(1 << 16)):
                    if kind == _DONE:
                        return entries
                    if kind == _ERROR:
                        return None
                    entries.append(_parse_answer(table[:3], payload))
    except (OSError, AttributeError, struct.error):
        return None  # another system, or not allowed here


def _messages(data):
    position = 0
    while position + _HEADER.size <= len(data):
        length, kind, _, _, _ = _HEADER.unpack_from(data, position)
        yield kind, data[position + _HEADER.size : position + length]
        position += max(_HEADER.size, (length + 3) & ~3)


def _parse_answer(proto, payload):
    """One entry, from an ``inet_diag_msg``."""
    family, state, local_port, remote_port, local, remote, _, receive, send, _, inode = _ANSWER.unpack_from(payload)
    size = 16 if family == socket.AF_INET6 else 4
    listening = proto == "tcp" and state == _LISTEN
    entry = {
        "proto": proto,
        "state": _state(proto, state),
        "local": {"host": socket.inet_ntop(family, local[:size]), "port": int.from_bytes(local_port, "big")},
        "remote": {"host": socket.inet_ntop(family, remote[:size]), "port": int.from_bytes(remote_port, "big")},
        "receiveQueue": receive,
        "sendQueue": 0 if listening else send,
        "inode": inode,
    }
    if listening:
        # The kernel puts it where others have their send queue.
        entry["backlog"] = send
    return entry


def _state(proto, number):
    states = _TCP_STATES if proto == "tcp" else _UDP_STATES
    return states.get(number, "0x%02X" % number)


# From /proc/net


def read_table(table, folder=FOLDER):
    """The entries of the same table, as text; none where the kernel does not have it."""
    try:
        with open(os.path.join(folder, table), encoding="ascii", errors="replace") as lines:
            return parse_table(table[:3], lines.read())
    except OSError:
        return []


def parse_table(proto, text, byteorder=sys.byteorder):
    """The entries of a table's text, in its order; lines that are no entries are left out.

    ``proto`` is "tcp" or "udp", ``byteorder`` that of the machine that wrote the table.
    """
    entries = (_parse_line(proto, line.split(), byteorder) for line in text.splitlines())
    return [entry for entry in entries if entry is not None]


def _parse_line(proto, fields, byteorder):
    if len(fields) < 10 or not fields[0].endswith(":"):
        return None
    try:
        send_queue, receive_queue = fields[4].split(":")
        return {
            "proto": proto,
            "state": _state(proto, int(fields[3], 16)),
            "local": _parse_address(fields[1], byteorder),
            "remote": _parse_address(fields[2], byteorder),
            "receiveQueue": int(receive_queue, 16),
            "sendQueue": int(send_queue, 16),
            "inode": int(fields[9]),
        }
    except ValueError:
        return None


def _parse_address(text, byteorder):
    address, port = text.split(":")
    octets = bytes.fromhex(address)
    if len(octets) not in (4, 16):
        raise ValueError("not an address: " + text)
    # The kernel prints each 32-bit word as a number of the machine's own byte order.
    count = len(octets) // 4
    words = struct.unpack(">%dI" % count, octets)
    octets = struct.pack(("<" if byteorder == "little" else ">") + "%dI" % count, *words)
    family = socket.AF_INET if len(octets) == 4 else socket.AF_INET6
    return {"host": socket.inet_ntop(family, octets), "port": int(port, 16)}
