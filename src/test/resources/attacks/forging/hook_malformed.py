# holds: what the pipe cannot mean is dropped, and the run is judged as ever
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket

BAD = [
    b'{"kind": "recv", "start": NaN, "length": Infinity, "t": -Infinity}',
    b'{"kind": "recv", "length": ' + b"9" * 4000 + b"}",
    b'{"kind": "recv", "length": 1e999, "fd": "three", "socket": [], "address": 7}',
    b'{"kind": "recv", "data": "*** no base64 ***", "line": {"a": 1}, "file": 3}',
    b'{"kind": "exception", "exception": null, "message": {"a": []}, "frames": "none"}',
    b'{"kind": "evaluated", "names": {"x": 1}, "statement": -1, "value": 12}',
    b'{"kind": ["recv"], "t": true}',
    b'{"kind": "recv", "a": ' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"kind": "recv", "a": ' + b'{"a":' * 400 + b"1" + b"}" * 400 + b"}",
    b'{"reply": {"a": 1}}',
    b'{"reply": true, "status": "complete"}',
    b"[" * 50000,
    b'"kind"',
    b"\xff\xfe\x00",
    b'{"kind": "recv", "' + b"k" * 60000 + b'": 1}',
]
pipe = 100
for line in BAD:
    os.write(pipe, line + b"\n")
print("tried", len(BAD))
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
server.close()
