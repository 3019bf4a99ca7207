# holds: no text of the scenario is in reach before it arrives
# at-most: 0
# shows: tried
import machine_a_only
import gc
import os
import sys

# In two pieces, so as not to find itself.
NEEDLES = [("as-many", "-as"), ("Salut", " mec."), ("plusieurs", "-messages"), ("un-", "echange")]
NEEDLES = [(first + second).encode() for first, second in NEEDLES]
tried = 0


def look(where, content):
    global tried
    tried += 1
    for needle in NEEDLES:
        if needle in content:
            print("BREACH: %s in %s" % (needle.decode().replace(" ", "_"), where))


look("environment", repr(dict(os.environ)).encode())
look("arguments", repr(sys.argv).encode())
for thing in gc.get_objects():
    if isinstance(thing, dict):
        for value in list(thing.values()):
            if isinstance(value, (str, bytes)) and thing is not globals():
                look("memory", value.encode("utf-8", "replace") if isinstance(value, str) else value)
for folder, _, files in os.walk("/labo"):
    for name in files:
        with open(os.path.join(folder, name), "rb") as file:
            look(os.path.join(folder, name), file.read())
print("tried", tried)
