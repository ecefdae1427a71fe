"""`goodword hear`: the command, what it keeps, and the line by which a served workspace does it without a start."""
