"""The hook is compiled once, and works as its source does."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

AGENT = pathlib.Path(__file__).resolve().parent.parent / "agent"
sys.path.insert(0, str(AGENT))

from compiled_hook import hook_folder  # noqa: E402

HOOK = str(AGENT / "hook")


class Compiled(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = place.name

    def folder(self, source=HOOK, place=None):
        with mock.patch.object(sys, "pycache_prefix", place or self.place):
            return hook_folder(source)

    def test_without_a_place_it_is_the_source(self):
        with mock.patch.object(sys, "pycache_prefix", None):
            self.assertEqual(hook_folder(HOOK), HOOK)

    def test_a_place_that_cannot_be_written_is_none(self):
        file = os.path.join(self.place, "file")
        pathlib.Path(file).touch()
        self.assertEqual(self.folder(place=file), HOOK)

    def test_it_is_compiled_once(self):
        first = self.folder()
        self.assertEqual(sorted(os.listdir(first)), ["_labo_hook.pyc", "sitecustomize.pyc"])
        made = os.stat(os.path.join(first, "_labo_hook.pyc")).st_ino
        self.assertEqual(self.folder(), first)
        self.assertEqual(os.stat(os.path.join(first, "_labo_hook.pyc")).st_ino, made)

    def test_a_changed_source_is_compiled_anew(self):
        source = tempfile.mkdtemp(dir=self.place)
        program = pathlib.Path(source, "sitecustomize.py")
        program.write_text("x = 1\n")
        os.utime(program, (1, 1))
        first = self.folder(source)
        os.utime(program, (2, 2))
        self.assertNotEqual(self.folder(source), first)

    def test_a_source_that_does_not_compile_leaves_nothing_behind(self):
        source, place = (tempfile.mkdtemp(dir=self.place) for _ in range(2))
        pathlib.Path(source, "sitecustomize.py").write_text("def broken(:\n")
        self.assertEqual(self.folder(source, place), source)
        self.assertEqual(os.listdir(place), [])

    def test_one_that_another_agent_was_quicker_with_leaves_nothing_behind(self):
        def quicker(making, folder):
            os.mkdir(folder)
            raise OSError("not empty")

        with mock.patch.object(os, "rename", side_effect=quicker):
            folder = self.folder()
        self.assertEqual(os.listdir(self.place), [os.path.basename(folder)])

    def test_a_program_under_it_is_hooked_and_sees_nothing_of_it(self):
        reader, writer = os.pipe()
        environment = dict(
            os.environ, PYTHONPATH=self.folder(), LABO_HOOK_FD=str(writer), LABO_FILES=self.place, PYTHONDONTWRITEBYTECODE="1"
        )
        program = "import socket, sys, os; socket.socket().close(); print(os.environ.get('PYTHONPATH'), len(sys.path))"
        said = subprocess.run(
            [sys.executable, "-c", program], env=environment, pass_fds=[writer], capture_output=True, text=True, check=True
        )
        os.close(writer)
        with open(reader, encoding="ascii") as events:
            self.assertIn('"kind":"socket"', events.read().replace(" ", ""))
        bare = subprocess.run(
            [sys.executable, "-c", program],
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            capture_output=True,
            text=True,
            check=True,
        )
        self.assertEqual(said.stdout, bare.stdout)
        self.assertEqual(said.stderr, "")


if __name__ == "__main__":
    unittest.main()
