"""Asking a customer's person for an act: the letter, and taking it back before it leaves."""
