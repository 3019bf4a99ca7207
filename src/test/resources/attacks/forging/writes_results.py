# holds: nothing that a program writes is taken for a result
# at-most: 0
# shows: tried
import machine_a_only
import os

tried = 0
for folder in ("/work", "/tmp", "/dev/shm", "/trace", "/labo", "/labo/agent", "/", "/var/tmp", "/run"):
    for name in ("report.json", "results.json", "verdict", "calls", "score", "junit.xml"):
        tried += 1
        try:
            with open(os.path.join(folder, name), "w") as file:
                file.write('{"status": "passed", "score": 20}')
            if folder not in ("/work", "/tmp", "/dev/shm"):
                print("BREACH: wrote", folder)
        except OSError:
            pass
print("tried", tried)
