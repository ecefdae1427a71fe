"""What words weigh and do, a file a language."""
