# holds: what is judged is the file that was handed in, in each scenario anew
# at-most: 0
# shows: tried
import machine_a_only
import os

RIGHT = "import socket\n# a right server would stand here\n"
for name in (__file__, "server.py", "/work/server.py"):
    for action in (lambda: open(name, "w").write(RIGHT), lambda: os.unlink(name), lambda: os.rename(name, "/tmp/old"),
                   lambda: os.chmod(name, 0o777)):
        try:
            action()
            print("BREACH: the program was changed")
        except OSError as error:
            print("tried 1:", error.strerror)
os.symlink("/work/server.py", "/tmp/server.py")
