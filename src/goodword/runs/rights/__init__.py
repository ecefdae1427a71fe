"""What somebody may ask of whoever keeps data about them: everything of it, and that nothing of it is left."""
