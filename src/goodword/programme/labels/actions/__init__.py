"""What can be done with labels, one verb a file."""
