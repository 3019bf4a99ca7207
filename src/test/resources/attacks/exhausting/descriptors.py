# holds: open files have a limit
# at-most: 0
# hits: files
import machine_a_only
import os

kept = []
while True:
    kept.append(open(os.devnull))
