"""What may have happened between writing a letter that asks somebody and sending it."""

from django.utils.translation import gettext as _

from goodword.doors.mail.meeting_standing import PURPOSES, overtaken_meeting
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.reserve_place import locked_person
from goodword.programme.asks.models import AskLetter
from goodword.programme.lots.models import Invitation
from goodword.programme.lots.standing import ask_by_lot
from goodword.programme.outbox.models import Letter
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.policies import may
from goodword.programme.terms.policies import refuse_letter_by


def overtaken(letter: Letter) -> str:
    """Why a letter must stay here, whatever it is about; empty where it may go."""
    if letter.purpose in PURPOSES:
        return overtaken_meeting(letter)
    return overtaken_ask(letter) if letter.purpose == "ask" else ""


def overtaken_ask(letter: Letter) -> str:
    """Why a letter that asks must stay: they opted out, denied it or want no letter, answered, or it was taken back."""
    row = AskLetter.objects.filter(letter=letter).select_related("ask__reservation", "ask__withdrawal").first()
    if row is None or row.ask.reservation is None:
        return _("The ask it stands for is gone.")
    if hasattr(row.ask, "withdrawal"):
        return _("The ask was taken back.")
    if hasattr(row.ask, "answer"):
        return _("They have answered already.")
    try:
        person = locked_person(row.ask.reservation.person_id)  # who opts out at this moment waits, or is seen here
    except GoodwordError as error:
        return error.sentence
    deed = Deed(verb=Verb.ASK, act_kind=row.ask.kind, person_id=person.pk)
    if Invitation.objects.filter(ask=row.ask).exists():
        deed = ask_by_lot(person.pk, row.ask.kind)
    refusal = may(deed, day=clock.today()) or refuse_letter_by(person, letter.reply_to)
    return refusal.sentence if refusal else ""
