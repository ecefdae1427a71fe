"""How a further process that hears begins. It loads nothing of ours but this before Django is set up."""

import signal

import django

from goodword.kit.parent import end_with


def begin(parent: int) -> None:
    """Get ready, and end with the process that reads, however it ends; an interruption is its business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(parent, lambda: None, patience_seconds=0)
    django.setup()  # listeners are found through modules that know models
