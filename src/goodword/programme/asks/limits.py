"""Whether a limit of somebody may be written down."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.models import Limit
from goodword.programme.asks.models.load import MOST_A_QUARTER
from goodword.programme.team.actor import Actor
from goodword.programme.team.themselves import is_colleague, is_own_word
from goodword.programme.terms.own_words import their_own_word

MOST_DAYS = 3_660


def refuse_wider_limit(
    before: Limit | None, asks_a_quarter: int | None, days_between: int | None, *, by: Actor
) -> GoodwordError | None:
    """Refuse numbers that make no sense, and a colleague's that allow more than the person did themselves.

    Args:
        before: the limit that holds; None where they said nothing.
        asks_a_quarter: how many asks in a calendar quarter; None for no limit of theirs.
        days_between: days from one ask to the next; None for no limit of theirs.
        by: who writes it down.
    """
    asks, days = asks_a_quarter, days_between
    if not (asks is None or 0 <= asks <= MOST_A_QUARTER) or not (days is None or 0 <= days <= MOST_DAYS):
        return GoodwordError(
            "limit-out-of-bounds",
            _("A limit is at most %(asks)s asks a quarter, and %(days)s days between two.")
            % {"asks": MOST_A_QUARTER, "days": MOST_DAYS},
            _("Leave a field empty where they said nothing of it."),
        )
    if before is None or not is_colleague(by) or not is_own_word(before.by):
        return None
    more = before.asks_a_quarter is not None and (asks is None or asks > before.asks_a_quarter)
    sooner = before.days_between is not None and (days is None or days < before.days_between)
    return their_own_word() if more or sooner else None
