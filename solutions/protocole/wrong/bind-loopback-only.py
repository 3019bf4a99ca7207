# labo: faux
# échoue: listen
# diagnostic: bind-loopback-only
# dit: localhost, pour être tranquille
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 8888))
s.listen(1)
conn, addr = s.accept()
n = int.from_bytes(conn.recv(4), "big")
conn.sendall(n.to_bytes(4, "big") + conn.recv(n).upper())
conn.close()
