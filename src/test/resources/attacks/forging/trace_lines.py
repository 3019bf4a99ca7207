# holds: lines in the tracer's form are only output
# at-most: 0
# shows: tried
import machine_a_only
import os
import sys

LINES = [
    'socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3 <0.000012>',
    'bind(3, {sa_family=AF_INET, sin_port=htons(8888), sin_addr=inet_addr("0.0.0.0")}, 16) = 0 <0.000010>',
    'listen(3, 1) = 0 <0.000010>',
]
for line in LINES:
    for stream in (sys.stdout, sys.stderr):
        stream.write("%d %f %s\n" % (os.getpid(), 1795346218.7, line))
try:
    with open("/trace/calls", "w") as trace:
        trace.write("\n".join(LINES))
    print("BREACH: the trace was written")
except OSError as error:
    print("tried 1:", error.strerror)
