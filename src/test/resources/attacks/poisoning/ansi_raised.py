# holds: escape sequences in an exception, its name and its line command no terminal
# at-most: 0
import machine_a_only

Evil = type("Evil\x1b[31m\r", (Exception,), {"__module__": "m\x1b]0;x\x07"})
raise Evil("\x1b[2J\x1b[31m\x1b]0;owned\x07\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\\r\x08\x9b31m", "\u202e\u2066\u200b\u2028\u0085")
