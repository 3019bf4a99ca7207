# labo: faux
# échoue: envoi
# diagnostic: recv-before-send
# dit: il faut lire la bannière du serveur, comme en SSH ou SMTP
import socket
import sys

def lire_banniere(sock):
    fichier = sock.makefile("rb")
    print("bannière :", fichier.readline())

def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((sys.argv[1], int(sys.argv[2])))
    lire_banniere(s)
    s.sendall(b"SALUT MEC")
    print(s.recv(1024))
    s.close()

main()
