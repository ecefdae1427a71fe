"""What can be done with themes, one verb a file."""
