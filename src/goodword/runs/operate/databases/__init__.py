"""The programme database as a thing to copy: one module an engine, the same calls in each."""
