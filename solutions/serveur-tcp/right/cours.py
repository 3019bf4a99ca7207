# labo: juste
# dit: le serveur du cours, avec des octets dans sendall
import socket

# On choisit une IP et un port où on va écouter
host = ''  # toutes les IPs de la machine
port = 8888

# SOCK_STREAM = TCP
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind((host, port))
s.listen(1)
conn, addr = s.accept()
print('Connected by', addr)

while True:

    try:
        data = conn.recv(1024)

        # Le client a fini
        if not data: break

        print(f"Données reçues du client : {data}")

        # b devant, sinon TypeError !
        conn.sendall(b"Salut mec.")

    except socket.error:
        print("Error Occured.")
        break

conn.close()
s.close()
