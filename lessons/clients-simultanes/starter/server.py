"""Plusieurs clients en même temps : TCP, port 8888."""

import socket

PORT = 8888


def servir(conn, addr):
    """La conversation avec un client, du début à la fin."""
    # Reçois, réponds « Salut mec. », jusqu'à ce que ce client ait fini. Et s'il coupe ?


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", PORT))
s.listen()

while True:
    conn, addr = s.accept()
    # Ici, servir(conn, addr) occuperait tout le programme. Comment le faire tourner à côté ?
