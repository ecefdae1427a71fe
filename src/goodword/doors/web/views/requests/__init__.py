"""What colleagues need of customers: the list, a new one, and each by itself."""
