"""What a program says of itself is taken only where every reader would read it the same."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "agent"))

from plain import read_plain  # noqa: E402


class Plain(unittest.TestCase):
    def test_an_event_is_read(self):
        line = b'{"kind": "exception", "frames": [{"file": "a.py", "line": 3}], "t": 1.5, "x": null, "y": true}'
        self.assertEqual(
            read_plain(line),
            {"kind": "exception", "frames": [{"file": "a.py", "line": 3}], "t": 1.5, "x": None, "y": True},
        )

    def test_what_is_no_object_is_not(self):
        for line in (b"", b"3", b'"kind"', b"[]", b"{", b"\xff", b"[" * 50000):
            self.assertIsNone(read_plain(line), line[:20])

    def test_numbers_that_some_readers_refuse_are_not(self):
        for number in ("NaN", "Infinity", "-Infinity", "1e999", "9" * 400, "-" + "9" * 400, str(1 << 63)):
            self.assertIsNone(read_plain(b'{"length": %s}' % number.encode()), number[:20])
        self.assertEqual(read_plain(b'{"length": %d}' % ((1 << 63) - 1)), {"length": (1 << 63) - 1})

    def test_what_is_deeper_than_any_event_is_not(self):
        self.assertIsNone(read_plain(b'{"a": ' + b"[" * 5 + b"]" * 5 + b"}"))
        self.assertIsNone(read_plain(b'{"a": ' + b'{"a": ' * 400 + b"1" + b"}" * 401))
        self.assertEqual(read_plain(b'{"a": [{"b": [1]}]}'), {"a": [{"b": [1]}]})

    def test_a_name_that_is_longer_than_any_of_ours_is_not(self):
        self.assertIsNone(read_plain(b'{"' + b"k" * 65 + b'": 1}'))
        self.assertEqual(read_plain(b'{"' + b"k" * 64 + b'": 1}'), {"k" * 64: 1})


if __name__ == "__main__":
    unittest.main()
