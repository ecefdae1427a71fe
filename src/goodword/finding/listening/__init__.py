"""Listening: texts in, exact spans out."""

from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.verdicts import version_of
from goodword.finding.listening.listener import listen

MODEL_VERSION = version_of(shipped())
"""The name of the listener as it is shipped: it stands on every remark and in its id."""

__all__ = ["MODEL_VERSION", "listen"]
