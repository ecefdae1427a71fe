"""What somebody may ask of whoever keeps data about them, for administrators."""
