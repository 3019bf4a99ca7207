# holds: markup in an exception and in names is text
# at-most: 0
import machine_a_only

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>]]></system-out></testcase>&#x1b;<!--\"\'`${7*7}{{7*7}}"
raise type(MARKUP, (Exception,), {})(MARKUP + "\ufffe\uffff\x00\x01")
