"""What somebody says by a link counts with their second press: programs that read mail press buttons, too.

The first press is answered with what it would do and a word that is signed for it: for this link, this wish, half an
hour, and only as long as nothing else was said by the link. So a word that was used once is used up.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core import signing

from goodword.programme.links.models import Link
from goodword.programme.team.models import AuditEntry

LASTS = timedelta(minutes=30)
_SALT = "goodword.portal.second-step"


def word_for(link: Link, wish: Mapping[str, str]) -> str:
    """The word that makes a wish count."""
    return signing.dumps([link.pk, _said_by(link), dict(wish)], salt=_SALT, compress=True)


def wish_of(link: Link, word: str) -> dict[str, str] | None:
    """The wish that a word is for; None where it is none of ours, too old, another link's, or used up."""
    try:
        told: Any = signing.loads(word, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    number, said, wish = told
    return wish if (number, said) == (link.pk, _said_by(link)) else None


def _said_by(link: Link) -> int:
    return AuditEntry.objects.filter(actor_kind="link", actor_id=str(link.pk)).count()
