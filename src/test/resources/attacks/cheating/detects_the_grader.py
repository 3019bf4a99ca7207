# holds: a program that sees the lab sees nothing that it could answer with
# at-most: 8
# loses: recv affichage reponse
# shows: tried
import machine_a_only
import os
import socket
import sys

hook = sys.modules.get("_labo_hook")
known = [value for value in vars(hook).values() if isinstance(value, (str, bytes))] if hook else []
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
print("tried", len(known) + len(os.environ))
for text in known:
    conn.sendall(text.encode("utf-8", "replace") if isinstance(text, str) else text)
conn.sendall(("%s" % sorted(os.environ.items())).encode())
