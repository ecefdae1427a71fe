"""The lists that can be exported, each as a sheet: what of a person somebody may not see has no column."""
