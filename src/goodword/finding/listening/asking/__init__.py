"""What somebody else's model thinks of a sentence: the question without names, what survives of the answer."""
