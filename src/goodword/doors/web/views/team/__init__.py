"""Who is on the team, and what each of them may do."""
