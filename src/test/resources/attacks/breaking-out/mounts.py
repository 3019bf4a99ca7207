# holds: nothing can be mounted, no root changed, no device made
# at-most: 0
# shows: tried
import machine_a_only
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
os.makedirs("/tmp/m", exist_ok=True)
CALLS = {
    "tmpfs": lambda: libc.mount(b"none", b"/tmp/m", b"tmpfs", 0, None),
    "proc": lambda: libc.mount(b"none", b"/tmp/m", b"proc", 0, None),
    "bind": lambda: libc.mount(b"/", b"/tmp/m", None, 4096, None),
    "remount": lambda: libc.mount(None, b"/", None, 32 | 4096, None),
    "exec": lambda: libc.mount(None, b"/tmp", None, 32, None),
    "umount": lambda: libc.umount2(b"/trace", 2),
    "pivot": lambda: libc.syscall(155, b"/tmp", b"/tmp/m"),
    "chroot": lambda: libc.chroot(b"/tmp"),
    "device": lambda: libc.mknod(b"/tmp/sda", 0o60666, 0x800),
}
for name, call in CALLS.items():
    if call() == 0:
        print("BREACH:", name)
print("tried", len(CALLS))
