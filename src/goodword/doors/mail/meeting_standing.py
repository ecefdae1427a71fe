"""What may have happened between writing a letter about a meeting and sending it."""

from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.reserve_place import locked_person
from goodword.programme.meetings.models import MeetingLetter
from goodword.programme.meetings.policies import may_take_place
from goodword.programme.meetings.standing import newest_pick
from goodword.programme.outbox.models import Letter
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.policies import may

PURPOSES = frozenset({"meeting", "reminder"})
"""The letters that are about a meeting."""


def overtaken_meeting(letter: Letter) -> str:
    """Why it must stay here: it was moved or called off since, or they want none; empty where it may go."""
    row = MeetingLetter.objects.filter(letter=letter).select_related("claim__need", "claim__person").first()
    if row is None or row.claim.person is None:
        return _("The meeting it stands for is gone.")
    said = _moved_on(row)
    if said or row.side == "rep":
        return said
    try:
        person = locked_person(row.claim.person.pk)  # who opts out at this moment waits, or is seen here
    except GoodwordError as error:
        return error.sentence
    day = clock.today()
    refusal = may(Deed(verb=Verb.CONTACT, person_id=person.pk), day=day)
    if refusal is None and row.what in {"invitation", "reminder"}:
        refusal = may_take_place(row.claim, day=day)
    return refusal.sentence if refusal else ""


def _moved_on(row: MeetingLetter) -> str:
    ending = getattr(row.claim.need, "ending", None)
    if row.what == "thanks":
        return "" if ending is not None and ending.how == "done" else _("The request was opened again.")
    if row.what == "other_times":
        newest = row.claim.offers.order_by("-nth").first()
        return "" if newest and newest.nth == row.sequence else _("Other times are there already.")
    pick = newest_pick(row.claim)
    if pick is None or pick.sequence != row.sequence:
        return _("It was moved or called off since.")
    return _("The request is over.") if ending is not None and row.what != "cancellation" else ""
