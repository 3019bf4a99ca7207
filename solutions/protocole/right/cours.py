# labo: juste
# dit: une fonction qui reçoit exactement n octets
import socket


def recevoir_exactement(conn, n):
    data = b""
    while len(data) < n:
        morceau = conn.recv(n - len(data))
        if not morceau:
            return None
        data += morceau
    return data


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    entete = recevoir_exactement(conn, 4)
    if entete is None:
        break
    message = recevoir_exactement(conn, int.from_bytes(entete, "big"))
    if message is None:
        break
    conn.sendall(entete + message.upper())
conn.close()
s.close()
