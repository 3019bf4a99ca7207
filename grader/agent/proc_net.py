"""The kernel's own tables of sockets, for both machines: asked over netlink, or else read from ``/proc/net``.

Both say the same, but the kernel walks through its whole table of connections to write ``/proc/net/tcp``: 6 ms, against
0.3 ms for an answer over netlink.
"""

import os
import socket
import struct
import sys

# include/net/tcp_states.h, by RFC 9293's names.
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
    10: "LISTEN",
    11: "CLOSING",
    12: "SYN-RECEIVED",
}


def available():
    """Whether this machine has such tables."""
    return os.path.exists("/proc/net/tcp")


def read_sockets(owners=None):
    """Every TCP and UDP socket of this network. ``owners`` maps an inode to its (process, fd), where known."""
    sockets = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        entries = ask_table(table)
        sockets += read_table(table) if entries is None else entries
    for entry in sockets:
        owner = (owners or {}).get(entry["inode"])
        if owner:
            entry["process"], entry["fd"] = owner
    return sockets


def read_table(table):
    """The entries of one of the tables in ``/proc/net``."""
    try:
        with open("/proc/net/" + table, encoding="ascii") as lines:
            return parse_table(table[:3], lines.read())
    except OSError:
        return []  # no IPv6 on this machine


# linux/netlink.h, linux/sock_diag.h, linux/inet_diag.h
_NETLINK_SOCK_DIAG = 4
_SOCK_DIAG_BY_FAMILY = 20
_REQUEST_DUMP = 0x301
_ERROR, _DONE = 2, 3
_HEADER = struct.Struct("=IHHII")
_REQUEST = struct.Struct("=BBBxI48x")
_ANSWER = struct.Struct("=BBxx2s2s16s16s12xIIIII")
_ALL_STATES = 0xFFFFFFFF


def ask_table(table):
    """The entries of the same table, over netlink; None where the kernel does not answer."""
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
                    entries.append(parse_answer(table[:3], payload))
    except (OSError, AttributeError, struct.error):
        return None  # another system, or not allowed here


def _messages(data):
    position = 0
    while position + _HEADER.size <= len(data):
        length, kind, _, _, _ = _HEADER.unpack_from(data, position)
        yield kind, data[position + _HEADER.size : position + length]
        position += max(_HEADER.size, (length + 3) & ~3)


def parse_answer(protocol, payload):
    """One entry, from an ``inet_diag_msg``."""
    family, state, local_port, remote_port, local, remote, _, receive, send, _, inode = _ANSWER.unpack_from(payload)
    size = 16 if family == socket.AF_INET6 else 4
    listening = protocol == "tcp" and state == 10
    return {
        "proto": protocol,
        "state": _state(protocol, state),
        "local": {"host": socket.inet_ntop(family, local[:size]), "port": int.from_bytes(local_port, "big")},
        "remote": {"host": socket.inet_ntop(family, remote[:size]), "port": int.from_bytes(remote_port, "big")},
        "receiveQueue": receive,
        # For a listening socket the kernel puts its backlog there.
        "sendQueue": 0 if listening else send,
        "inode": inode,
    }


def _state(protocol, state):
    if protocol == "tcp":
        return _TCP_STATES.get(state, "CLOSED")
    return "ESTABLISHED" if state == 1 else "UNCONNECTED"


def parse_table(protocol, text):
    """The entries of one table's text."""
    return [_parse_line(protocol, line.split()) for line in text.splitlines()[1:] if line.strip()]


def _parse_line(protocol, fields):
    state = int(fields[3], 16)
    send_queue, receive_queue = (int(part, 16) for part in fields[4].split(":"))
    return {
        "proto": protocol,
        "state": _state(protocol, state),
        "local": parse_address(fields[1]),
        "remote": parse_address(fields[2]),
        "receiveQueue": receive_queue,
        "sendQueue": send_queue,
        "inode": int(fields[9]),
    }


def parse_address(text):
    """{host, port} of the kernel's hexadecimal form: words in the machine's own byte order."""
    host, port = text.split(":")
    order = "<" if sys.byteorder == "little" else ">"
    words = [int(host[start : start + 8], 16) for start in range(0, len(host), 8)]
    packed = b"".join(struct.pack(order + "I", word) for word in words)
    family = socket.AF_INET if len(packed) == 4 else socket.AF_INET6
    return {"host": socket.inet_ntop(family, packed), "port": int(port, 16)}
