"""What somebody changes about how they, and their programs, come in."""
