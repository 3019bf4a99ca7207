# holds: an exception of any size ends in a report of a bounded one
# at-most: 0
import machine_a_only

class Huge(Exception):
    def __str__(self):
        return "é\x1b[2J" * 5000000


def deeper(left):
    if left == 0:
        raise Huge()
    deeper(left - 1)


deeper(900)
