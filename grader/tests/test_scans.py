"""Sources are scanned once for all runs of a submission."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "agent"))

from scans import Scans  # noqa: E402


class Helpers:
    """Answers in turn, and counts."""

    def __init__(self, *answers):
        self._answers = list(answers)
        self.calls = 0

    def call(self, _function, *_arguments):
        self.calls += 1
        return self._answers.pop(0)


class Once(unittest.TestCase):
    def test_the_same_sources_are_read_once(self):
        helpers = Helpers({"imports": []})
        scans = Scans(helpers.call)
        self.assertEqual(scans.of({"a.py": b"x"}, "a.py"), {"imports": []})
        self.assertEqual(scans.of({"a.py": b"x"}, "a.py"), {"imports": []})
        self.assertEqual(helpers.calls, 1)

    def test_a_changed_file_or_another_main_file_is_read_anew(self):
        helpers = Helpers({"n": 1}, {"n": 2}, {"n": 3})
        scans = Scans(helpers.call)
        files = {"a.py": b"x", "b.py": b"y"}
        self.assertEqual(scans.of(files, "a.py"), {"n": 1})
        self.assertEqual(scans.of(files, "b.py"), {"n": 2})
        files["a.py"] = b"z"
        self.assertEqual(scans.of(files, "b.py"), {"n": 3})

    def test_a_helper_that_failed_is_tried_again(self):
        scans = Scans(Helpers(None, {"n": 1}).call)
        self.assertIsNone(scans.of({"a.py": b"x"}, "a.py"))
        self.assertEqual(scans.of({"a.py": b"x"}, "a.py"), {"n": 1})


if __name__ == "__main__":
    unittest.main()
