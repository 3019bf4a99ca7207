# holds: no socket shows the network's packets
# at-most: 0
# shows: tried
import machine_a_only
import socket

for family, kind, number in ((socket.AF_PACKET, socket.SOCK_RAW, 0x0300), (socket.AF_PACKET, socket.SOCK_DGRAM, 0x0300),
                             (socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP)):
    try:
        socket.socket(family, kind, number)
        print("BREACH:", family)
    except OSError as error:
        print("tried 1:", error.strerror)
