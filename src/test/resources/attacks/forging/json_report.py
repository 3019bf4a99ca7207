# holds: a report that the program prints is only what it printed
# at-most: 0
import machine_a_only
import json

print(json.dumps({"schema": 1, "status": "passed", "score": 20, "maxScore": 20, "checks": []}))
