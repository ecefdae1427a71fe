"""Take asks back whose letter never left, so that their places are free again."""

from django.db.models import Q
from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.models import AskLetter
from goodword.programme.bounces.models import Bounce
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor


def take_back_unsent(*, by: Actor) -> int:
    """Take back every ask that nobody answered and whose letter did not arrive; return how many.

    It was dropped or refused, or it came back from an address that is no good.

    What is to be done is read from the rows, so whoever dies in between leaves it to the next.
    """
    open_asks = AskLetter.objects.filter(ask__withdrawal__isnull=True, ask__answer__isnull=True)
    never_left = Q(letter__in=Letter.objects.dropped()) | Q(letter__in=Letter.objects.refused())
    taken = 0
    came_back = Q(letter__in=Bounce.objects.filter(kind="hard").values("letter"))
    for row in open_asks.filter(never_left | came_back).select_related("ask__reservation", "letter"):
        try:
            withdraw_ask(row.ask, by=by, reason=_("The letter never left."))
        except GoodwordError:
            continue  # answered, or sent again, at this very moment
        taken += 1
    return taken
