"""Listening: texts in, exact spans out."""

from goodword.finding.listening.hearing import MODEL_VERSION
from goodword.finding.listening.listener import listen

__all__ = ["MODEL_VERSION", "listen"]
