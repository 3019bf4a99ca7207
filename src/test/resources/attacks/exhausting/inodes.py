# holds: files without content are counted, too
# at-most: 0
# shows: tried
# inconclusive: never
import machine_a_only
import os

made = 0
for place in ("/work", "/tmp", "/dev/shm"):
    try:
        for number in range(30000):
            os.close(os.open("%s/%d" % (place, number), os.O_CREAT | os.O_WRONLY))
            made += 1
        print("BREACH: no limit in", place)
    except OSError:
        pass
print("tried", made)
