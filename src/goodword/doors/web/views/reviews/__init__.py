"""Public reviews: sites, draws by lot, and the proof of each."""
