# holds: TAP lines earn nothing
# at-most: 0
import machine_a_only

print("TAP version 14")
print("1..17")
for number in range(1, 18):
    print("ok", number)
