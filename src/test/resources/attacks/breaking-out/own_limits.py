# holds: a program cannot raise its own limits
# at-most: 0
# shows: tried
import machine_a_only
import os
import resource

tried = 0
for name in ("RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE"):
    tried += 1
    _, hard = resource.getrlimit(getattr(resource, name))
    try:
        resource.setrlimit(getattr(resource, name), (hard + 1, hard + 1))
        print("BREACH:", name)
    except (ValueError, OSError):
        pass
for value in ("-1", "-1000"):
    tried += 1
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write(value)
        print("BREACH: spared by the kernel")
    except OSError:
        pass
try:
    os.setpriority(os.PRIO_PROCESS, 0, -5)
    print("BREACH: priority")
except OSError:
    pass
print("tried", tried)
