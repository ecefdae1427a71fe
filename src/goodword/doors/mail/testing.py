"""The letter that shows whether letters arrive."""

import secrets

from goodword.programme.outbox.actions.queue_letter import Draft

_WORDS = """\
This is a test of the outbox of Goodword at {site}.

Whoever looks after it asked for this letter on the console. There is nothing to do.
"""


def test_draft(to: str, sender: str, site_url: str) -> Draft:
    """A letter to oneself; each is its own."""
    return Draft(
        purpose="test",
        dedupe_key=f"test:{secrets.token_hex(16)}",
        to=to,
        sender=sender,
        subject="Test of Goodword’s outbox",
        text=_WORDS.format(site=site_url),
        language="en-GB",
    )
