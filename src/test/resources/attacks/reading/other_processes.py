# holds: memory, environment and descriptors of the agent and the tracer are closed
# at-most: 0
# shows: tried
import machine_a_only
import os

tried = 0
for pid in [name for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]:
    for what in ("environ", "mem", "maps", "auxv", "stack", "syscall", "io", "fd/0", "fd/1", "cwd", "exe", "root"):
        path = "/proc/%s/%s" % (pid, what)
        tried += 1
        try:
            if what in ("cwd", "exe", "root"):
                found = os.readlink(path)
            else:
                with open(path, "rb") as file:
                    found = file.read(1)
            if found:
                print("BREACH:", path)
        except OSError:
            pass
print("tried", tried)
