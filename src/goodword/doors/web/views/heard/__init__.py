"""What was heard in what customers' people said, and putting it right."""
