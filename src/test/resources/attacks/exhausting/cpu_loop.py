# holds: a loop is ended by the limit of processor time
# at-most: 0
# hits: cpu
import machine_a_only

while True:
    pass
