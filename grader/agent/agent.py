"""The agent of one machine: started by the lab, spoken to in JSON lines (see ../PROTOCOL.md)."""

import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from channel import Channel, take_stdout  # noqa: E402  (found only once our folder is on the path)


def parse_arguments(arguments):
    """The options of the command line, as a namespace."""
    parser = argparse.ArgumentParser(prog="agent.py", allow_abbrev=False)
    parser.add_argument("--role", choices=("a", "b"), required=True)
    parser.add_argument("--sandbox", choices=("docker", "local"), required=True)
    parser.add_argument("--address", help="this machine's own address")
    parser.add_argument("--peer", help="the other machine's address")
    parser.add_argument("--work", help="folder of the learner's files")
    parser.add_argument(
        "--time-wait", action="store_true", help="local, role a: a port in TIME-WAIT stays taken, as on any machine"
    )
    options = parser.parse_args(arguments)
    if options.role == "a" and not options.work:
        parser.error("--work is needed for role a")
    return options


def make_machine(channel, options):
    """The machine that answers the requests. Imported late: each role loads only its own modules."""
    if options.role == "a":
        from machine_a import MachineA

        return MachineA(channel, options)
    from machine_b import MachineB

    return MachineB(channel, options)


def leave_the_terminal():
    """A Ctrl-C typed at the lab's prompt is for the lab to read: it must not reach the machines."""
    try:
        os.setsid()
    except (AttributeError, PermissionError):
        # No sessions on this system; or this process leads one already, as the first in a container does.
        return


def main(arguments):
    """Serves requests until the end of stdin."""
    leave_the_terminal()
    options = parse_arguments(arguments)
    channel = Channel(sys.stdin.buffer, take_stdout())
    channel.serve(make_machine(channel, options))
    # Threads that still wait (for a peer, say) must not hold the process back.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
