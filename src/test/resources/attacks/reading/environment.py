# holds: nothing of the host's environment is passed on
# at-most: 0
# shows: tried
import machine_a_only
import os

KNOWN = {"PATH", "HOME", "LANG", "PWD", "OLDPWD", "SHLVL", "_", "LABO_HOOK_FD", "LABO_FILES"}
for name, value in os.environ.items():
    if name not in KNOWN and not name.startswith("PYTHON"):
        print("BREACH:", name, value)
print("tried", len(os.environ))
