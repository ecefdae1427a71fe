"""Who is named under a quotation, and which words are fit to be quoted."""
