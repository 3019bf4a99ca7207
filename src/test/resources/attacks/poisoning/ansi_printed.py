# holds: escape sequences that are printed command no terminal
# at-most: 0
import machine_a_only

print("\x1b[2J\x1b[31m\x1b]0;owned\x07\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\\r\x08\x9b31m" * 20)
