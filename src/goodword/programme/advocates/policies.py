"""May a customer's person be let in to their own page, and if not why."""

from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.advocates.why_not import why_not
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.facts import Facts
from goodword.programme.permissions.policies import judge, may

FINAL = ("opted_out", "never")
"""Holds of people who said no for good: nobody writes to them first. No to one kind of act is no such word."""


def refuse_letting_in(person: ListedPerson | None, facts: Facts | None = None) -> GoodwordError | None:
    """Refuse somebody of whom nothing is known, who cannot be written to, or who said that they want no such thing.

    Args:
        person: as they are published; None where they are not, or not any more.
        facts: what is known of them, where somebody has fetched it; it is fetched here otherwise.
    """
    if person is None:
        return GoodwordError(
            "nobody-there",
            _("Nothing is known of this person any more."),
            _("Only somebody who is among the people can be let in."),
        )
    said_no = _said_no(person)
    if said_no:
        return GoodwordError("said-no", said_no, _("Such a word counts for an invitation as well, so none is sent."))
    # Whoever said no since then is known to the gate, whatever is published.
    deed = Deed(verb=Verb.CONTACT, person_id=person.person_id, channel="email")
    refusal = judge(deed, facts, day=clock.today()) if facts else may(deed, day=clock.today())
    if refusal is not None:
        return refusal
    if not person.email.strip():
        return GoodwordError(
            "no-address",
            _("%(name)s has no e-mail address on record.") % {"name": person.called},
            _("They sign in with it: load it with your list of people, then run."),
        )
    return None


def _said_no(person: ListedPerson) -> str:
    """How they said no for good, as it was published; empty where they did not."""
    holds = Hold.objects.filter(generation_id=person.generation_id, person_id=person.person_id)
    held = holds.filter(code__in=FINAL, act_kind="").select_related("generation").order_by("id").first()
    return why_not(held, person, held.generation.as_of) if held is not None else ""
