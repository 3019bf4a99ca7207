# holds: no call and no file gives rights back
# at-most: 0
# shows: tried
import machine_a_only
import ctypes
import os
import stat
import subprocess

for action in (lambda: os.setuid(0), lambda: os.seteuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgid(0), lambda: os.setgroups([0])):
    try:
        action()
        print("BREACH: rights")
    except OSError:
        pass
ctypes.CDLL(None).prctl(38, 0, 0, 0, 0)
tried = 5
for folder in ("/bin", "/usr/bin", "/sbin", "/usr/sbin", "/usr/lib"):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.stat(path).st_mode & (stat.S_ISUID | stat.S_ISGID):
            tried += 1
            # With a setuid file, "no new privileges" must hold.
            done = subprocess.run([path, "-c", "id -u"], stdin=subprocess.DEVNULL, capture_output=True, timeout=5)
            if done.stdout.strip() == b"0":
                print("BREACH:", path)
with open("/proc/self/status") as lines:
    print([line.split()[1] for line in lines if line.startswith(("CapPrm", "CapEff", "NoNewPrivs"))], os.getuid())
print("tried", tried)
