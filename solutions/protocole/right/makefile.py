# labo: juste
# dit: makefile lit exactement n octets
import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("0.0.0.0", 8888))
    s.listen()
    conn, addr = s.accept()
    with conn, conn.makefile("rwb") as f:
        while len(tete := f.read(4)) == 4:
            n = int.from_bytes(tete, "big")
            corps = f.read(n)
            if len(corps) < n:
                break
            f.write(tete)
            f.write(corps.upper())
            f.flush()
