# holds: what a program writes cannot be executed, and no folder of the system is open
# at-most: 0
# shows: tried
import machine_a_only
import os
import shutil
import subprocess

PLACES = ["/tmp", "/work", "/dev/shm", "/dev/mqueue", "/var/tmp", "/run", "/run/lock", "/", "/usr/local/bin", "/etc", "/home"]
for place in PLACES:
    path = os.path.join(place, "true")
    try:
        shutil.copy("/bin/true", path)
        if place not in ("/tmp", "/work", "/dev/shm"):
            print("BREACH: wrote", place)
        os.chmod(path, 0o4755)
        subprocess.run([path], check=True)
        print("BREACH: ran", path)
    except (OSError, subprocess.CalledProcessError):
        pass
print("tried", len(PLACES))
