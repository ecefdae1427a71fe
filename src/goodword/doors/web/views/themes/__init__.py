"""Themes over the whole company: who speaks of what, and how colleagues want that shown."""
