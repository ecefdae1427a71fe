"""The own page of a customer's person, from our side: who may come in to it, and since when."""
