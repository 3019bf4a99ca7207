# holds: code objects and frames with forged file names change no mark
# at-most: 2
# loses: bind
import machine_a_only
import socket

source = "import socket\ns = socket.socket()\ns.bind(('0.0.0.0', 99999))\n"
exec(compile("\n" * 5000 + source, "/work/../labo/agent/hook/_labo_hook.py", "exec"), {"__name__": "__main__", "__file__": "/etc/passwd"})
