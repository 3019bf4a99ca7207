"""The kernel's own tables of sockets (``/proc/net``), for both machines."""

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
        try:
            with open("/proc/net/" + table, encoding="ascii") as lines:
                sockets += parse_table(table[:3], lines.read())
        except OSError:
            continue  # no IPv6 on this machine
    for entry in sockets:
        owner = (owners or {}).get(entry["inode"])
        if owner:
            entry["process"], entry["fd"] = owner
    return sockets


def parse_table(protocol, text):
    """The entries of one table's text."""
    return [_parse_line(protocol, line.split()) for line in text.splitlines()[1:] if line.strip()]


def _parse_line(protocol, fields):
    state = int(fields[3], 16)
    send_queue, receive_queue = (int(part, 16) for part in fields[4].split(":"))
    return {
        "proto": protocol,
        "state": _TCP_STATES.get(state, "CLOSED") if protocol == "tcp" else ("ESTABLISHED" if state == 1 else "UNCONNECTED"),
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
