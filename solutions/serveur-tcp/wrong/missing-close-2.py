# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: vider la liste des messages suffit à libérer le client
import socket

clients = []

s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    print("Connected by", addr, "-", len(clients), "client(s)")
    messages = []
    while True:
        data = conn.recv(1024)
        if not data:
            messages.clear()
            break
        messages.append(data)
        print(messages)
        conn.sendall(b"Salut mec.")
