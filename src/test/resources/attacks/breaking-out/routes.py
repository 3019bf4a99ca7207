# holds: no route and no address can be made
# at-most: 1
# shows: tried
import machine_a_only
import fcntl
import os
import socket
import struct
import subprocess

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
for request in (0x890B, 0x8916, 0x8914, 0x8924):  # SIOCADDRT, SIOCSIFADDR, SIOCSIFFLAGS, SIOCSIFHWADDR
    try:
        fcntl.ioctl(sock, request, struct.pack("16s112x", b"eth0"))
        print("BREACH: ioctl", hex(request))
    except OSError:
        pass
for command in ("ip route add default via 10.7.0.1", "ip addr add 10.99.0.1/24 dev eth0", "ip link add v type veth", "ip netns add x"):
    if subprocess.run(command.split(), capture_output=True).returncode == 0:
        print("BREACH:", command)
try:
    os.open("/dev/net/tun", os.O_RDWR)
    print("BREACH: tun")
except OSError:
    pass
print("tried 9")
