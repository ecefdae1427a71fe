"""Who may be one human being, though no key says so."""
