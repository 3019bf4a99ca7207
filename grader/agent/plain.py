"""Reads what a program says of itself: anybody may have written it."""

import json

# More than any number that the kernel gives; more than a number may have for some readers is no number for us.
_LARGEST = 1 << 63
# An event holds lists of objects (frames, names), and nothing deeper.
_DEEPEST = 4
_LONGEST_KEY = 64


def read_plain(line):
    """The JSON object of a line, if every reader of JSON would read it the same; else None."""
    try:
        message = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) and _is_plain(message, _DEEPEST) else None


def _refuse(name):
    raise ValueError(name)


def _is_plain(value, depth):
    if isinstance(value, dict):
        return all(len(key) <= _LONGEST_KEY for key in value) and _is_plain(list(value.values()), depth)
    if isinstance(value, list):
        return depth > 0 and all(_is_plain(item, depth - 1) for item in value)
    if isinstance(value, (int, float)):
        # An infinite number is larger than all.
        return -_LARGEST <= value < _LARGEST
    return True
