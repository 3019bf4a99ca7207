# labo: juste
# dit: accept avec un délai, pour pouvoir regarder l'heure entre deux clients
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
s.settimeout(0.5)
print("en attente", flush=True)
while True:
    try:
        conn, addr = s.accept()
    except socket.timeout:
        continue
    conn.settimeout(None)
    ouvert = True
    while ouvert:
        try:
            data = conn.recv(1024)
            if data == b"":
                ouvert = False
            else:
                conn.sendall(b"Salut mec.")
        except OSError as e:
            sys.stderr.write(f"{addr}: {e}\n")
            ouvert = False
    conn.close()
