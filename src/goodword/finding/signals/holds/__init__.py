"""The holds: reasons not to ask somebody now, one function each."""
