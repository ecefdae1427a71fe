"""What changed, from what to what, as it was written."""
