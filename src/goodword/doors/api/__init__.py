"""The HTTP API: the actions and policies of the pages, for programs."""
