"""What customers allow and forbid: where it stands, recording it, the proof of it, and taking it back."""
