# holds: neither devices nor the kernel's memory are readable
# at-most: 0
# shows: tried
import machine_a_only
import os

CLOSED = ["/etc/shadow", "/dev/mem", "/dev/kmem", "/dev/port", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/kmsg", "/dev/fuse",
          "/dev/kvm", "/proc/kcore", "/proc/kmsg", "/proc/kpagemap", "/proc/keys", "/proc/timer_list", "/proc/sched_debug",
          "/proc/1/root/etc/shadow", "/sys/kernel/security", "/sys/firmware", "/sys/kernel/debug"]
for path in CLOSED:
    try:
        if os.path.isdir(path):
            if os.listdir(path):
                print("BREACH:", path)
        else:
            with open(path, "rb") as file:
                if file.read(16):
                    print("BREACH:", path)
    except OSError:
        pass
print("tried", len(CLOSED))
