# labo: juste
# dit: un appel après l’autre, du haut en bas
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 5000))
s.listen()
conn, addr = s.accept()
conn.recv(1024)
conn.sendall(b"pong")
conn.close()
s.close()
