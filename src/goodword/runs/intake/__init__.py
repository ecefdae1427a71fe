"""Files in: uploads, what somebody said of their columns, load and undo, the health of their sources."""
