"""Who is who: the records behind a person, merging and parting, those who look alike, and opting out."""
