# holds: a file has a limit
# at-most: 0
# hits: fileSize
import machine_a_only

with open("large", "wb") as file:
    while True:
        file.write(bytes(1 << 20))
