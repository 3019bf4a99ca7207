# labo: juste
# dit: les deux boucles du cours, et un try autour de chaque client
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()

while True:
    conn, addr = s.accept()
    print("Connexion de", addr)
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            print(data)
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print("Client perdu :", e)
    finally:
        conn.close()
