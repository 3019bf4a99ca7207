# holds: a JUnit file and text earn nothing
# at-most: 0
import machine_a_only

XML = '<testsuite tests="17" failures="0"><testcase name="listen"/></testsuite>'
print(XML)
for name in ("junit.xml", "TEST-labo.xml", "/tmp/results.xml"):
    with open(name, "w") as file:
        file.write(XML)
