# holds: kill(-1) reaches nothing that judges
# at-most: 0
import machine_a_only
import os
import signal

os.kill(-1, signal.SIGKILL)
print("tried 1")
