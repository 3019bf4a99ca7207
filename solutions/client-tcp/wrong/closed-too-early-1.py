# labo: faux
# échoue: recv
# diagnostic: closed-too-early
# dit: une fois la demande partie, le socket ne sert plus
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
s.close()
print("Message envoyé au serveur")
