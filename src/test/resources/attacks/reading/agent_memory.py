# holds: no call reads another process's memory
# at-most: 0
# shows: tried
import machine_a_only
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]


own = ctypes.create_string_buffer(64)
tried = 0
for pid in {1, os.getppid()}:
    for base in (0x400000, 0x555555554000, 0x7FFFF7DD0000):
        tried += 1
        local, remote = Piece(ctypes.addressof(own), 64), Piece(base, 64)
        if libc.process_vm_readv(pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) > 0:
            print("BREACH: memory of", pid)
        elif ctypes.get_errno() != 1:
            print("BREACH: only the address kept", pid, "closed:", os.strerror(ctypes.get_errno()))
print("tried", tried)
