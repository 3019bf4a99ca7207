"""What runs leave in their folders is removed, whatever it is."""

import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "agent"))

import sandbox  # noqa: E402

# Far more than a path may be long.
DEPTH = 2200


class Emptied(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = os.path.join(holder.name, "work")
        self.outside = os.path.join(holder.name, "outside")
        os.mkdir(self.folder)
        os.mkdir(self.outside)

    def make_deep(self):
        here = os.open(self.folder, os.O_RDONLY)
        for _ in range(DEPTH):
            os.mkdir("x", dir_fd=here)
            inner = os.open("x", os.O_RDONLY, dir_fd=here)
            os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=inner))
            os.close(here)
            here = inner
        os.close(here)

    @unittest.skipUnless(os.open in os.supports_dir_fd, "folders too deep for a path are made by descriptor")
    def test_folders_of_any_depth(self):
        self.make_deep()
        self.assertEqual(sandbox._empty_folders([self.folder]), [])
        self.assertEqual(os.listdir(self.folder), [])

    def test_folders_that_are_closed(self):
        os.makedirs(os.path.join(self.folder, "a", "b"))
        os.chmod(os.path.join(self.folder, "a", "b"), 0)
        os.chmod(os.path.join(self.folder, "a"), 0)
        self.assertEqual(sandbox._empty_folders([self.folder]), [])

    @unittest.skipUnless(hasattr(os, "symlink") and os.name == "posix", "links are made")
    def test_what_a_link_leads_to_stays(self):
        kept = os.path.join(self.outside, "kept")
        open(kept, "w").close()
        os.makedirs(os.path.join(self.folder, "a"))
        os.symlink(self.outside, os.path.join(self.folder, "a", "link"))
        os.symlink(self.outside, os.path.join(self.folder, "link"))
        self.assertEqual(sandbox._empty_folders([self.folder]), [])
        self.assertTrue(os.path.exists(kept))


if __name__ == "__main__":
    unittest.main()
