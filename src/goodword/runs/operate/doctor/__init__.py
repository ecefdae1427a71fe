"""What deviates from how it should be, and how to mend it: a function a check."""
