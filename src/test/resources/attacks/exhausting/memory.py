# holds: a program that fills its memory is told so
# at-most: 0
# hits: memory
import machine_a_only

kept = []
while True:
    kept.append(bytearray(1 << 20))
