# holds: no interface of the kernel's is open for writing
# at-most: 0
# shows: tried
import machine_a_only
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
FILES = ["/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/net/ipv4/ip_forward", "/proc/sysrq-trigger",
         "/sys/kernel/uevent_helper", "/proc/sys/vm/drop_caches", "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory.max",
         "/sys/fs/cgroup/pids/pids.max", "/sys/fs/cgroup/pids.max", "/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/release_agent",
         "/sys/power/state", "/proc/1/oom_score_adj"]
for path in FILES:
    try:
        os.close(os.open(path, os.O_WRONLY))
        print("BREACH:", path)
    except OSError:
        pass
CALLS = {"bpf": (321, 0, 0, 0), "perf_event_open": (298, 0, 0, -1, -1, 0), "keyctl": (250, 0, -3, 1), "add_key": (248, b"user", b"a", b"b", 1, -3),
         "init_module": (175, 0, 0, 0), "kexec_load": (246, 0, 0, 0, 0), "userfaultfd": (323, 0), "settimeofday": (164, b"\0" * 16, 0),
         "swapon": (167, b"/tmp/s", 0), "sethostname": (170, b"x", 1), "open_by_handle_at": (304, -1, b"\0" * 16, 0), "quotactl": (179, 0, 0, 0, 0)}
for name, call in CALLS.items():
    if libc.syscall(*call) >= 0:
        print("BREACH:", name)
print("tried", len(FILES) + len(CALLS))
