# holds: markup in a reply is text
# at-most: 11
# loses: reponse
import machine_a_only
import socket

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>]]></system-out></testcase>&#x1b;<!--\"\'`${7*7}{{7*7}}"
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
print(MARKUP, conn.recv(1024))
conn.sendall(MARKUP.encode())
conn.close()
