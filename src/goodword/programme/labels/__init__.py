"""Labels: what colleagues say that a sentence of a customer's person means, against every listener."""
