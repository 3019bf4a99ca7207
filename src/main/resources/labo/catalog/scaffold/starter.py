import socket

PORT = 5000

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# À toi : s'attacher au port, écouter, faire entrer un client, recevoir, répondre, fermer.
