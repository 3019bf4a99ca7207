import os
import signal
import sys
import unittest
from unittest import mock

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent"))

from processes import Helpers, call_names, descends, describe_wait  # noqa: E402


def wait(number, *arguments, state="S", machine="x86_64"):
    text = " ".join([str(number)] + [hex(argument) for argument in (arguments + (0,) * 6)[:6]] + ["0x7ffd", "0x7f00"])
    return describe_wait(state, text, machine)


class Waits(unittest.TestCase):
    def test_calls_that_only_another_can_end(self):
        self.assertEqual(wait(288, 3), {"waits": "accept", "fd": 3, "bounded": False})
        self.assertEqual(wait(45, 4), {"waits": "recv", "fd": 4, "bounded": False})
        self.assertEqual(wait(44, 4), {"waits": "send", "fd": 4, "bounded": False})
        self.assertEqual(wait(42, 4), {"waits": "connect", "fd": 4, "bounded": False})
        self.assertEqual(wait(0, 0), {"waits": "read", "fd": 0, "bounded": False})
        self.assertEqual(wait(61), {"waits": "child", "bounded": False})
        self.assertEqual(wait(34), {"waits": "signal", "bounded": False})

    def test_time_limits(self):
        self.assertEqual(wait(7, 0x7F, 1, 0xFFFFFFFF), {"waits": "poll", "bounded": False})
        self.assertEqual(wait(7, 0x7F, 1, 200), {"waits": "poll", "bounded": True})
        self.assertEqual(wait(7, 0x7F, 1, 0xFFFFFFFFFFFFFFFF)["bounded"], False)
        self.assertEqual(wait(232, 4, 0x7F, 1, 0xFFFFFFFF)["bounded"], False)
        self.assertEqual(wait(270, 1, 0x7F, 0, 0, 0)["bounded"], False)
        self.assertEqual(wait(270, 1, 0x7F, 0, 0, 0x7FFD)["bounded"], True)
        self.assertEqual(wait(202, 0x7F, 0x189, 0, 0), {"waits": "futex", "bounded": False})
        self.assertEqual(wait(202, 0x7F, 0x189, 0, 0x7FFD)["bounded"], True)
        self.assertEqual(wait(230), {"waits": "sleep", "bounded": True})
        self.assertEqual(wait(219), {"waits": "unknown", "bounded": True})

    def test_the_other_architecture(self):
        self.assertEqual(wait(242, 3, machine="aarch64"), {"waits": "accept", "fd": 3, "bounded": False})
        self.assertEqual(wait(73, 0x7F, 1, 0x7FFD, machine="aarch64"), {"waits": "poll", "bounded": True})
        self.assertEqual(wait(98, 0x7F, 0x189, machine="aarch64"), {"waits": "futex", "bounded": False})
        self.assertEqual(wait(1, machine="riscv64"), {"waits": "unknown"})
        for machine in ("x86_64", "aarch64"):
            self.assertIn("accept4", call_names(machine).values())

    def test_running(self):
        self.assertEqual(describe_wait("R", "running\n", "x86_64"), {"waits": "running"})
        self.assertEqual(describe_wait("S", "-1 0x7ffd 0x7f00", "x86_64"), {"waits": "running"})
        # Stopped by the tracer: it is on its way.
        self.assertEqual(wait(288, 3, state="t"), {"waits": "running"})
        self.assertEqual(wait(257, 3), {"waits": "running"})

    def test_descent(self):
        parents = {2: (1, 2), 3: (2, 2), 4: (3, 4), 9: (1, 9)}
        self.assertTrue(descends(4, 2, parents))
        self.assertTrue(descends(2, 2, parents))
        self.assertFalse(descends(9, 2, parents))
        self.assertFalse(descends(5, 2, {5: (6, 5), 6: (5, 5)}))


@unittest.skipUnless(hasattr(os, "fork"), "helpers are forked")
class HelperProcesses(unittest.TestCase):
    def test_answers(self):
        self.assertEqual(Helpers().call(sorted, [3, 1]), [1, 3])

    def test_no_answer(self):
        def never():
            os.read(os.pipe()[0], 1)

        helpers = Helpers()
        self.assertIsNone(helpers.call(never, seconds=0.05))
        self.assertIsNone(helpers.call(lambda: 1 / 0))
        self.assertIsNone(helpers.call(lambda: "x" * 100, limit=10))
        self.assertEqual(helpers.pids, set())

    def test_one_that_stays(self):
        helpers = Helpers()
        resident = helpers.resident(lambda pids: [os.getpid(), pids])
        first, echoed = resident.call([1, 2])
        self.assertEqual(echoed, [1, 2])
        self.assertEqual(resident.call([]), [first, []])
        self.assertEqual(helpers.pids, {first})
        os.kill(first, signal.SIGKILL)
        self.assertIsNone(resident.call([]))
        self.assertNotEqual(resident.call([])[0], first)
        (second,) = helpers.pids
        os.kill(second, signal.SIGKILL)

    def test_one_that_stays_and_fails(self):
        helpers = Helpers()
        for function in (lambda: 1 / 0, lambda: os.read(os.pipe()[0], 1), lambda: "x" * 100):
            self.assertIsNone(helpers.resident(function).call(seconds=0.05, limit=10))
        self.assertEqual(helpers.pids, set())

    def test_none_where_there_may_be_no_more_processes(self):
        helpers = Helpers()
        resident = helpers.resident(lambda: 1)
        open_before = sorted(os.listdir("/proc/self/fd"))
        with mock.patch.object(os, "fork", side_effect=BlockingIOError):
            self.assertIsNone(helpers.call(lambda: 1))
            self.assertIsNone(resident.call())
        self.assertEqual(sorted(os.listdir("/proc/self/fd")), open_before)
        self.assertEqual(helpers.pids, set())
        self.assertEqual(helpers.call(lambda: 1), 1)
        self.assertEqual(resident.call(), 1)
        for pid in helpers.pids:
            os.kill(pid, signal.SIGKILL)

    def test_one_that_stays_holds_nothing_else_open(self):
        reader, writer = os.pipe()
        helpers = Helpers()
        resident = helpers.resident(lambda: sorted(int(name) for name in os.listdir("/proc/self/fd"))[:3])
        resident.call()
        os.close(writer)
        self.assertEqual(os.read(reader, 1), b"")
        os.close(reader)
        for pid in helpers.pids:
            os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    unittest.main()
