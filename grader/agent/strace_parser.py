"""Reads the lines of ``strace -f -ttt -T -xx``: pure functions on text, and a reader that joins what threads interrupted."""

import re
from collections import namedtuple

# A system call that has returned. ``result`` is None when it never returned a value (interrupted to be restarted, or
# the process ended in it); ``errno`` is a name such as "EADDRINUSE"; ``arguments`` are strace's own texts.
Call = namedtuple("Call", "thread start end name arguments result errno")
# A thread's end: ``code`` or ``signal`` (a name).
Ended = namedtuple("Ended", "thread time code signal")
# A signal that reached a thread, even an ignored one.
Signalled = namedtuple("Signalled", "thread time name")

_LINE = re.compile(r"\s*(\d+)\s+(\d+\.\d+) (.*)", re.DOTALL)
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"<\.\.\. (\w+) resumed>(.*)", re.DOTALL)
_CALL = re.compile(r"(\w+)\((.*)", re.DOTALL)
_EXITED = re.compile(r"\+\+\+ exited with (\d+) \+\+\+")
_KILLED = re.compile(r"\+\+\+ killed by (\w+)")
_SIGNAL = re.compile(r"--- (SIG\w+)")
# A quoted string: first as -xx writes it, in one sweep (a traced program's speed depends on it), then with any escape.
_QUOTED = r'"(?:[^"]*(?<!\\)(?=")|(?:[^"\\]|\\.)*)"'
_TOKEN = re.compile(_QUOTED + r'|[()\[\]{},]|[^"()\[\]{},]+|"', re.DOTALL)
_RESULT = re.compile(r"\s*= (\?|-?\d+|0x[0-9a-f]+)(?: ([A-Z]\w*))?")
_DURATION = re.compile(r"<(\d+\.\d+)>\s*$")
_ESCAPE = re.compile(r'\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(.))', re.DOTALL)
_NAMED_ESCAPES = {"n": 10, "t": 9, "r": 13, "v": 11, "f": 12, "a": 7, "b": 8, "e": 27}
_STRING = re.compile(_QUOTED, re.DOTALL)
_VECTOR = re.compile("iov_base=(" + _QUOTED + ")", re.DOTALL)
_IPV4 = re.compile(r'sin_port=htons\((\d+)\), sin_addr=inet_addr\(("[^"]*")\)')
_IPV6 = re.compile(r'sin6_port=htons\((\d+)\).*?inet_pton\(AF_INET6, ("[^"]*")')
_FAMILY = re.compile(r"sa_family=(AF_\w+)")


class LineReader:
    """Turns lines into records, keeping what each thread has begun and not finished."""

    def __init__(self):
        self._begun = {}

    def begun(self):
        """The calls that have begun and not finished: (thread, start, text) each, oldest first."""
        return [(thread, start, text) for thread, (start, text) in self._begun.items()]

    def read(self, line):
        """The record that this line completes, or None. A line that makes no sense is passed over."""
        match = _LINE.match(line.rstrip("\n"))
        if not match:
            return None
        thread, time, text = int(match.group(1)), float(match.group(2)), match.group(3)
        if text.startswith("+++"):
            self._begun.pop(thread, None)
            return _ended(thread, time, text)
        if text.startswith("---"):
            signal = _SIGNAL.match(text)
            return Signalled(thread, time, signal.group(1)) if signal else None
        return self._call(thread, time, text)

    def _call(self, thread, time, text):
        start = time
        resumed = _RESUMED.match(text)
        if resumed:
            start, head = self._begun.pop(thread, (None, None))
            if head is None:
                return None
            text = head + resumed.group(2)
        if text.endswith(_UNFINISHED):
            self._begun[thread] = (start, text[: -len(_UNFINISHED)])
            return None
        return _finished(thread, start, text)


def _ended(thread, time, text):
    exited, killed = _EXITED.match(text), _KILLED.match(text)
    if exited:
        return Ended(thread, time, int(exited.group(1)), None)
    return Ended(thread, time, None, killed.group(1)) if killed else None


def _finished(thread, start, text):
    match = _CALL.match(text)
    if not match:
        return None
    arguments, rest = split_arguments(match.group(2))
    result = _RESULT.match(rest)
    if not result:
        return None
    duration = _DURATION.search(rest)
    end = round(start + float(duration.group(1)), 6) if duration else start
    value, errno = None, None
    if result.group(1) != "?":
        value = int(result.group(1), 0)
        if value == -1 and result.group(2):
            value, errno = None, result.group(2)
    return Call(thread, start, end, match.group(1), arguments, value, errno)


def split_arguments(text):
    """The arguments of a call, from the text after its opening parenthesis, and what follows the closing one."""
    arguments, current, depth = [], [], 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in "([{":
            depth += 1
        elif token in ")]}":
            if depth == 0:
                _end_argument(arguments, current)
                return arguments, text[match.end() :]
            depth -= 1
        elif token == "," and depth == 0:
            _end_argument(arguments, current)
            current = []
            continue
        current.append(token)
    return arguments, ""


def _end_argument(arguments, current):
    argument = "".join(current).strip()
    if argument:
        arguments.append(argument)


def decode_string(text):
    """The octets of the first quoted string in the text, or None where there is none (a bare pointer, NULL)."""
    match = _STRING.search(text)
    return _unescape(match.group()[1:-1]) if match else None


def _unescape(text):
    # Nearly every string is hex from end to end (-xx), and may be long.
    if text.startswith("\\x") and len(text) % 4 == 0:
        octets, count = text.encode("utf-8", "surrogateescape"), len(text) // 4
        if octets[0::4] == b"\\" * count and octets[1::4] == b"x" * count:
            digits = bytearray(2 * count)
            digits[0::2], digits[1::2] = octets[2::4], octets[3::4]
            try:
                return bytes.fromhex(digits.decode("ascii"))
            except ValueError:
                pass  # mixed with other escapes
    octets, position = bytearray(), 0
    for match in _ESCAPE.finditer(text):
        octets += text[position : match.start()].encode("utf-8", "surrogateescape")
        octets.append(_escaped(match))
        position = match.end()
    octets += text[position:].encode("utf-8", "surrogateescape")
    return bytes(octets)


def _escaped(match):
    hexadecimal, octal, other = match.groups()
    if hexadecimal:
        return int(hexadecimal, 16)
    if octal:
        return int(octal, 8) & 0xFF
    return _NAMED_ESCAPES.get(other, ord(other) & 0xFF)


def decode_address(text):
    """{host, port} of an IPv4 or IPv6 address, or None for any other."""
    match = _IPV4.search(text) or _IPV6.search(text)
    if not match:
        return None
    return {"host": decode_string(match.group(2)).decode("ascii", "replace"), "port": int(match.group(1))}


def decode_family(text):
    """The address family's name (``AF_INET``) in a socket address, or None."""
    match = _FAMILY.search(text)
    return match.group(1) if match else None


def decode_vectors(text):
    """The octets that the ``iov_base`` strings of a message hold, in order."""
    return b"".join(_unescape(match.group(1)[1:-1]) for match in _VECTOR.finditer(text))


def vector_size(text):
    """The sum of a message's ``iov_len``, or None where it has none."""
    lengths = re.findall(r"iov_len=(\d+)", text)
    return sum(map(int, lengths)) if lengths else None


def decode_integer(text):
    """The integer at the start of the text (``5``, ``0x80``, ``[1]``), or None."""
    match = re.match(r"\[?(-?(?:0x[0-9a-f]+|\d+))\b", text)
    return int(match.group(1), 0) if match else None


def decode_flags(text):
    """The names of a flags argument, without those that the pattern of a plain call implies: ``[]`` for 0."""
    return [name for name in text.split("|") if name and name != "0"]
