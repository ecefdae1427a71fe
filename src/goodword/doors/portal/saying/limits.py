"""What we may ask and how often: a denial for each kind, a limit of their own, peace until a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.doors.portal.saying.answers import asks_of
from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish
from goodword.doors.portal.saying.wording import KindWords, Words, words_for
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.change_answer import change_answer
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.models import Answer, Limit
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import ActKind, Grant
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.permissions.wording import day_told
from goodword.runs.load import bounds_now

type MayAsk = Literal["ask", "not_now", "never"]

MAY_ASK: dict[MayAsk, Words] = {
    "ask": gettext_lazy("Ask"),
    "not_now": gettext_lazy("Not now"),
    "never": gettext_lazy("Never"),
}

OFTEN: dict[str, tuple[int | None, int | None, Words]] = {
    "": (None, None, gettext_lazy("As often as others")),
    "quarter": (1, None, gettext_lazy("One ask a quarter")),
    "year": (1, 365, gettext_lazy("One ask a year")),
    "none": (0, None, gettext_lazy("None")),
}
"""How often: asks a quarter, days between two, and how it is said."""

_FURTHEST = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class KindLimit:
    """What holds for one kind of act.

    Attributes:
        code: the kind.
        words: how it is spoken of.
        chosen: whether we may ask.
    """

    code: str
    words: KindWords
    chosen: MayAsk


def kind_limits(person_id: str) -> list[KindLimit]:
    """What holds for every kind, as they said it."""
    said, never = _denials(person_id), _never_answered(person_id)
    # What goes by lot, as public reviews do, is not among what they choose about.
    kinds = ActKind.objects.filter(asked_for=True, by_choice=True).values_list("code", flat=True)
    return [KindLimit(kind, words_for(kind), _may(said.get(kind), kind in never)) for kind in kinds]


def often_chosen(person_id: str) -> str:
    """How often they want to be asked at most, as one of `OFTEN`; what a colleague wrote down may be none of them."""
    limit = Limit.objects.of(person_id)
    told = (limit.asks_a_quarter, limit.days_between) if limit else (None, None)
    return next((name for name, (asks, days, _) in OFTEN.items() if (asks, days) == told), "quarter")


def quiet_until(person_id: str) -> date | None:
    """Until when they want to be left in peace; None where they did not say so."""
    word = _denials(person_id).get("")
    return word.expires_on if word else None


def _denials(person_id: str) -> dict[str, Grant]:
    """The word of theirs that says no to a whole kind, by kind; the empty one is for every kind."""
    today, found = clock.today(), dict[str, Grant]()
    people = Person.objects.same_as(person_id)
    rows = Grant.objects.filter(person__in=people).select_related("withdrawal").order_by("given_on", "pk")
    for row in rows:
        if row.scope == Scope(act_kind=row.act_kind_id or ""):
            found[row.act_kind_id or ""] = row
    return {kind: row for kind, row in found.items() if row.state == Grant.DENIED and row.word.holds(today)}


def _never_answered(person_id: str) -> set[str]:
    asks = asks_of(person_id)
    return {ask.kind for ask in asks if (said := getattr(ask, "answer", None)) and said.answer == Answer.Kind.NEVER}


def _may(word: Grant | None, never: bool) -> MayAsk:  # noqa: FBT001  # two facts about one kind
    if never or (word and word.expires_on is None):
        return "never"
    return "not_now" if word else "ask"


def _changes(visit: Visit, wish: Wish) -> Iterator[tuple[KindLimit, MayAsk]]:
    for one in kind_limits(visit.person_id):
        wanted = next((may for may in MAY_ASK if may == wish.get(f"may_{one.code}")), None)
        if wanted is not None and wanted != one.chosen:
            yield one, wanted


def _quiet(wish: Wish) -> date | None:
    """The day they gave; None for none."""
    if not wish["quiet"]:
        return None
    try:
        day = date.fromisoformat(wish["quiet"])
    except ValueError:
        day = date.min
    if not clock.today() < day <= clock.today() + _FURTHEST:
        raise GoodwordError(
            "quiet-until",
            _("We can leave you in peace until a day to come, within five years. Nothing was changed."),
            _("Go back and give another day; or choose “never”, or “ask me nothing any more”."),
        )
    return day


def _sure(visit: Visit, wish: Wish) -> Sure:
    lines = [f"{one.words.kind}: {MAY_ASK[wanted]}" for one, wanted in _changes(visit, wish)]
    if wish["often"] in OFTEN and wish["often"] != often_chosen(visit.person_id):
        lines.append(_("At most: %(often)s") % {"often": OFTEN[wish["often"]][2]})
    quiet = _quiet(wish)
    if quiet != quiet_until(visit.person_id):
        lines.append(_("In peace until %(day)s") % {"day": day_told(quiet)} if quiet else _("In peace no longer"))
    sentence = _("This changes, and counts at once:") if lines else _("Nothing changes: this is what holds already.")
    return Sure(_("What we may ask"), sentence, _("Save it"), lines=tuple(lines))


def _set(visit: Visit, wish: Wish) -> None:
    with transaction.atomic():
        _write(visit, wish)


def _write(visit: Visit, wish: Wish) -> None:
    quiet, often = _quiet(wish), wish["often"]
    said = _denials(visit.person_id)
    for one, wanted in _changes(visit, wish):
        _choose(visit, one.code, wanted, said.get(one.code))
    if quiet != quiet_until(visit.person_id):
        _let(visit, said.get("")) if quiet is None else _forbid(visit, "", quiet)
    if often in OFTEN and often != often_chosen(visit.person_id):
        asks, days, _words = OFTEN[often]
        set_limit(visit.person_id, asks_a_quarter=asks, days_between=days, by=visit.by)


def _choose(visit: Visit, kind: str, wanted: MayAsk, word: Grant | None) -> None:
    if wanted == "never":
        _forbid(visit, kind, None)
        return
    for ask in asks_of(visit.person_id):  # a “never” of before counts no more, or the choice would say nothing
        if ask.kind == kind and getattr(ask, "answer", None) and ask.answer.answer == Answer.Kind.NEVER:
            change_answer(ask, Answer.Kind.DECLINED, day=clock.today(), by=visit.by, done=False)
    if wanted == "ask":
        _let(visit, word)
    else:
        days = bounds_now(settings.WORKSPACE_SETTINGS).not_now_days
        _forbid(visit, kind, clock.today() + timedelta(days=max(days, 1)))


def _forbid(visit: Visit, kind: str, until: date | None) -> None:
    person = Person.objects.get(pk=visit.person_id)
    evidence = Evidence(kind="form", reference="their own page")
    saying = Saying(key=person, scope=Scope(act_kind=kind), given_on=clock.today(), expires_on=until, evidence=evidence)
    deny_permission(saying, by=visit.by)


def _let(visit: Visit, word: Grant | None) -> None:
    if word is not None:
        withdraw_grant(word, by=visit.by)


LIMITS: dict[str, Step] = {"limit": Step(_sure, _set, ("often", "quiet"), each="may_")}
"""What can be said about what we may ask."""
