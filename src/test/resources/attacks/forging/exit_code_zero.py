# holds: an exit with 0 is no success
# at-most: 0
import machine_a_only
import os
import sys

sys.exit = lambda *_: os._exit(0)
sys.excepthook = lambda *_: os._exit(0)
raise RuntimeError("hidden")
