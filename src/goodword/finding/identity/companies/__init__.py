"""Which accounts and which names are one company."""
