"""Find people and accounts by what they are called, by their addresses and by what they said; typos are forgiven."""
