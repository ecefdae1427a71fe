"""What remarks are about: a built-in tree, the user's own words, and what people keep coming back to."""
