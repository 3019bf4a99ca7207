# holds: commands to a build service that are printed reach none
# at-most: 0
import machine_a_only

print("::error file=server.py,line=1::owned\n::stop-commands::x\n ::add-mask::a\r\n##[error]owned\n##vso[task.setvariable variable=a]b")
print("x" * 79 + " ::error::owned ##[error]owned")
