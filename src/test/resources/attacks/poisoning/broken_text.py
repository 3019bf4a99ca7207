# holds: octets that are no text, and halves of characters, are shown as such
# at-most: 0
import machine_a_only
import sys

sys.stdout.buffer.write(b"\xff\xfe\xc3\x28\xed\xa0\x80\xf4\x90\x80\x80\x00\x0c\n")
sys.stderr.buffer.write(b"\x85\x9b\xe2\x80\xa8")
raise ValueError("\ud800\udc00 \udfff \u2028 \u2029 \ufeff \U000e0041")
