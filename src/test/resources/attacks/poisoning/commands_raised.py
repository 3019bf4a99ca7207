# holds: commands to a build service in an exception reach none, wherever a line breaks
# at-most: 0
import machine_a_only

message = " ".join(["::error::owned", "##[error]owned"] * 40)
raise RuntimeError(message + "\n::set-output name=score::20\n::stop-commands::x")
