"""What the terms of somebody forbid, and which words make none."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Person
from goodword.programme.terms.models import LONGEST_DETAIL, LONGEST_TOPIC, MOST_TOPICS, WAYS, WORDS
from goodword.programme.terms.standing import terms_of


def refuse_letter_by(person: Person, address: str) -> GoodwordError | None:
    """Why a letter that asks somebody may not come from whoever has this address; None where it may.

    Args:
        person: who would be asked, under the id of today.
        address: of whoever would write; empty for Goodword itself.
    """
    terms = terms_of(person.pk)
    if terms.way == "phone":
        return GoodwordError(
            "wants-a-call",
            _("They want to be called and not written to."),
            _("Call them, and write down what you asked: goodword ask person WHO KIND."),
        )
    if terms.way != "colleague":
        return None
    owner = person.account.owner_email if person.account else ""
    if owner and owner == address.strip().lower():
        return None
    mend = _("Let %(owner)s ask them.") % {"owner": owner} if owner else _("Say first who cares for their account.")
    return GoodwordError("through-colleague", _("They want to be asked by whoever cares for their account only."), mend)


def refuse_topic(topic: str, word: str) -> GoodwordError | None:
    """Refuse what is no short line, or no word that is offered."""
    if word not in WORDS:
        return _unknown()
    if 0 < len(topic) <= LONGEST_TOPIC and topic.isprintable():
        return None
    return GoodwordError(
        "bad-topic",
        _("A topic is one line of at most %(most)s characters. Nothing was changed.") % {"most": LONGEST_TOPIC},
        _("Say it shorter."),
    )


def refuse_many_topics(count: int) -> GoodwordError | None:
    """Refuse more topics than anybody speaks about."""
    if count <= MOST_TOPICS:
        return None
    return GoodwordError(
        "many-topics",
        _("These are more than %(most)s topics. Nothing was changed.") % {"most": MOST_TOPICS},
        _("Take some away first."),
    )


def refuse_reach(way: str, detail: str) -> GoodwordError | None:
    """Refuse a way that is not offered, and a detail that is no short line."""
    if way not in WAYS:
        return _unknown()
    if len(detail) <= LONGEST_DETAIL and (not detail or detail.isprintable()):
        return None
    return GoodwordError(
        "bad-detail",
        _("That is longer than %(most)s characters or not one line. Nothing was changed.") % {"most": LONGEST_DETAIL},
        _("Say it shorter."),
    )


def _unknown() -> GoodwordError:
    return GoodwordError(
        "term-unknown", _("Nothing was chosen, and nothing was changed."), _("Go back and choose one answer.")
    )
