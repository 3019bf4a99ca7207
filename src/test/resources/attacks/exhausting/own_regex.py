# holds: a pattern that never ends is a loop like another
# at-most: 0
# hits: cpu
import machine_a_only
import re

re.match("(a+)+$", "a" * 60 + "!")
