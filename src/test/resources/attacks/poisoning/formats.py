# holds: places for values in a text from the program are not filled
# at-most: 0
import machine_a_only

print("%s %d %n %1$s %999999999d {0} ${port} ${addressB}")
raise type("%s%n", (Exception,), {})("%s %d %n %1$s %999999999d {0} ${port} ${addressB}")
