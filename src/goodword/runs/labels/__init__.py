"""Labels where a run meets them: correcting what was heard, and learning from it."""
