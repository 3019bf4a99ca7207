# holds: threads count as processes
# at-most: 0
# hits: processes memory
import machine_a_only
import threading

stop = threading.Event()
while True:
    threading.Thread(target=stop.wait).start()
