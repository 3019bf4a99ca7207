# holds: an interpreter without the hook is still traced, and its events do not exist for free
# at-most: 2
# loses: listen
import machine_a_only
import os
import sys

WRONG = "import socket; s = socket.socket(); print('Connected by', '10.7.0.12'); print('Salut mec.')"
os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", WRONG])
