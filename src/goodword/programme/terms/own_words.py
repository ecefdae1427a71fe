"""What colleagues write down for somebody never widens what they said themselves on their own page."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.themselves import is_colleague, is_own_word
from goodword.programme.terms.models import Term, key_of


def refuse_other_reach(person_id: str, way: str, *, by: Actor) -> GoodwordError | None:
    """Refuse another way to reach somebody than the one they chose themselves."""
    if not is_colleague(by):
        return None
    row = Term.objects.of(person_id).filter(about=Term.REACH).last()
    if row is None or not row.word or row.word == way or not is_own_word(row.by):
        return None
    return their_own_word()


def refuse_wider_topics(person_id: str, words: Mapping[str, str], *, by: Actor) -> GoodwordError | None:
    """Refuse to take back that they would rather not speak about something."""
    if not is_colleague(by):
        return None
    wanted = {key_of(topic): word for topic, word in words.items()}
    newest = {key_of(row.topic): row for row in Term.objects.of(person_id).filter(about=Term.TOPIC)}
    wider = (
        key in newest and newest[key].word == "not" and word != "not" and is_own_word(newest[key].by)
        for key, word in wanted.items()
    )
    return their_own_word() if any(wider) else None


def their_own_word() -> GoodwordError:
    """They said otherwise, and nobody says it for them."""
    return GoodwordError(
        "their-own-word",
        _("They said otherwise themselves, on their own page. Nothing was changed."),
        _("What they said there only they can widen: send them the link to their own page."),
    )
