"""Exports: the lists of the pages as files."""
