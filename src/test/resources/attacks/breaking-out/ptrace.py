# holds: no other process can be traced
# at-most: 0
# shows: tried
import machine_a_only
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
tried = 0
for pid in [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]:
    for request in (16, 0x4206):  # PTRACE_ATTACH, PTRACE_SEIZE
        tried += 1
        if libc.ptrace(request, pid, None, None) == 0:
            print("BREACH: traced", pid)
print("tried", tried)
