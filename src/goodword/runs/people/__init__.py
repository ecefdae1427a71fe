"""People: who is who, where they work, which value counts, who may be whom."""
