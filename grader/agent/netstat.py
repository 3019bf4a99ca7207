"""The table of sockets that the kernel shows in /proc/net, in the terms of RFC 9293."""

import os
import socket
import struct
import sys

TABLES = (("tcp", "tcp"), ("tcp", "tcp6"), ("udp", "udp"), ("udp", "udp6"))

TCP_STATES = {
    0x01: "ESTABLISHED",
    0x02: "SYN-SENT",
    0x03: "SYN-RECEIVED",
    0x04: "FIN-WAIT-1",
    0x05: "FIN-WAIT-2",
    0x06: "TIME-WAIT",
    0x07: "CLOSED",
    0x08: "CLOSE-WAIT",
    0x09: "LAST-ACK",
    0x0A: "LISTEN",
    0x0B: "CLOSING",
    # The kernel's own name for a connection request that has no full socket yet.
    0x0C: "SYN-RECEIVED",
}

UDP_STATES = {0x01: "CONNECTED", 0x07: "UNCONNECTED"}


def parse(proto, text, byteorder=sys.byteorder):
    """Return the rows of one /proc/net table, in its order; lines that are no rows are left out.

    proto is "tcp" or "udp". byteorder is that of the machine that wrote the table.
    """
    rows = []
    for line in text.splitlines():
        row = _parse_line(proto, line, byteorder)
        if row is not None:
            rows.append(row)
    return rows


def _parse_line(proto, line, byteorder):
    fields = line.split()
    if len(fields) < 10 or not fields[0].endswith(":"):
        return None
    states = TCP_STATES if proto == "tcp" else UDP_STATES
    try:
        send_queue, receive_queue = fields[4].split(":")
        number = int(fields[3], 16)
        return {
            "proto": proto,
            "state": states.get(number, "0x%02X" % number),
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


def available(folder="/proc/net"):
    """Tell whether this kernel shows its sockets at all."""
    return os.path.exists(os.path.join(folder, "tcp"))


def read(folder="/proc/net"):
    """Return the rows of every table of this network; none where the kernel has no such tables."""
    rows = []
    for proto, name in TABLES:
        try:
            with open(os.path.join(folder, name), encoding="ascii", errors="replace") as table:
                rows += parse(proto, table.read())
        except OSError:
            continue
    return rows


def owners(processes, folder="/proc"):
    """Return {inode: (process, fd)} of the sockets that these processes hold, the lowest fd of the first process."""
    found = {}
    for process in processes:
        fds = os.path.join(folder, str(process), "fd")
        try:
            names = sorted(int(name) for name in os.listdir(fds))
        except (OSError, ValueError):
            continue
        for fd in names:
            inode = _socket_inode(os.path.join(fds, str(fd)))
            if inode is not None:
                found.setdefault(inode, (int(process), fd))
    return found


def _socket_inode(link):
    try:
        target = os.readlink(link)
    except OSError:
        return None
    if target.startswith("socket:[") and target.endswith("]"):
        return int(target[len("socket:[") : -1])
    return None


def sockets(processes, only=False):
    """Return the table with `process` and `fd` where one of these processes holds the socket.

    only: leave out what none of them holds.
    """
    held = owners(processes)
    table = []
    for row in read():
        if row["inode"] in held:
            row["process"], row["fd"] = held[row["inode"]]
            table.append(row)
        elif not only:
            table.append(row)
    return table
