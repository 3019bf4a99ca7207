# labo: faux
# échoue: refuse
# diagnostic: error-swallowed
# dit: except pass, et plus de trace
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.settimeout(3)
try:
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    data = b""
    while not data.endswith(b"\n"):
        data += s.recv(1024)
    print(data)
except:
    pass
s.close()
