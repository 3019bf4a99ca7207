# holds: what a spreadsheet would compute is text
# at-most: 0
import machine_a_only

print("=HYPERLINK(\"file:///etc/passwd\")")
raise ValueError("=cmd|'/c calc'!A1\n+1+1\n@SUM(1)\n-2;\",\"\t=1")
