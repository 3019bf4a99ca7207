# premier essai du tp, avant de faire server.py
host = ''
port = 8888
print("essai de socket")
