"""Brouillon : je note ici ce que je sais des sockets."""

AF_INET = "IPv4"
SOCK_STREAM = "TCP"
