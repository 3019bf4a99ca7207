# holds: no namespace can be made or entered
# at-most: 0
# shows: tried
import machine_a_only
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
tried = 0
for flag in (0x10000000, 0x40000000, 0x20000, 0x20000000, 0x8000000, 0x4000000, 0x2000000, 0x10000000 | 0x40000000):
    tried += 1
    if libc.unshare(flag) == 0:
        print("BREACH: unshare", hex(flag))
for kind in ("net", "mnt", "pid", "user", "ipc", "uts"):
    tried += 1
    try:
        descriptor = os.open("/proc/1/ns/" + kind, os.O_RDONLY)
        if libc.setns(descriptor, 0) == 0:
            print("BREACH: setns", kind)
    except OSError:
        pass
print("tried", tried)
