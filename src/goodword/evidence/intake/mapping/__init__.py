"""Mapping: which table a sheet is, and which of its columns is which of ours."""
