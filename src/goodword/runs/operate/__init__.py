"""Keep it running: back up, restore, upgrade, look after it."""
