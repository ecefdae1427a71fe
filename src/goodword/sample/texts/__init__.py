"""Words for the sample: a grammar per language as data, and the letters and conversations built from it."""
