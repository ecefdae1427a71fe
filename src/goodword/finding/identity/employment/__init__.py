"""Who worked where, from when to when, and how we know."""
