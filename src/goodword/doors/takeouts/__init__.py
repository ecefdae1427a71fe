"""Everything held about somebody, as files they can take with them."""
