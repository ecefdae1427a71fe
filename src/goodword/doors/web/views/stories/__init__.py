"""Stories that may be shown: the list, and each by itself."""
