import socket
import time

s = socket.socket()
s.bind(("", 8888))
s.listen(1)
# Busy elsewhere: meanwhile its queue fills, and what does not fit is dropped without a word.
time.sleep(0.8)
for client in range(3):
    conn, address = s.accept()
    conn.close()
s.close()
