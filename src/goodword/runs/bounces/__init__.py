"""Reports about letters: found in files and folders, and what follows from each."""
