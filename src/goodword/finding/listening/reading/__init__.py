"""Reading: what the customer's person said here, sentence by sentence, with exact offsets; and in which language."""

from goodword.finding.listening.reading.passages import Passage, read

__all__ = ["Passage", "read"]
