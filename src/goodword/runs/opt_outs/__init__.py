"""Who may not be asked: said here, kept beside every backup, and brought back with a restore."""
