# holds: the engine's socket is not on the machine
# at-most: 1
# shows: tried
import machine_a_only
import os
import socket

PATHS = ["/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/run/podman/podman.sock",
         "/var/run/crio/crio.sock", "/run/docker/containerd/containerd.sock", "/run/user/0/docker.sock", "\0docker", "/run/dbus/system_bus_socket"]
for path in PATHS:
    try:
        socket.socket(socket.AF_UNIX).connect(path)
        print("BREACH:", path)
    except OSError:
        pass
with open("/proc/net/unix") as lines:
    for line in lines.readlines()[1:]:
        print("BREACH:", line)
for folder, folders, files in os.walk("/run"):
    for name in files:
        if name.endswith(".sock"):
            print("BREACH:", folder, name)
print("tried", len(PATHS))
