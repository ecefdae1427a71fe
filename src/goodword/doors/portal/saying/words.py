"""Their words before anybody sees them: approve to the letter, change them first, or not at all; and take it back."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from goodword.doors.portal.own_words import newest_words
from goodword.doors.portal.saying.answers import asks_of
from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.kit.shown_words import shown_words
from goodword.programme.advocates.models import Generation, Remark
from goodword.programme.asks.models import Answer
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.permissions.wording import day_told, kind_label

QUOTE = "quote"
LASTS = timedelta(days=365)
"""How long a permission given here lasts; then we ask again."""

LONGEST_QUOTE = 1_000
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Pending:
    """Words that wait for their yes.

    Attributes:
        remark: what they said, where it stands.
        words: to the letter.
    """

    remark: Remark
    words: str


def pending_words(person_id: str, generation: Generation | None = None) -> list[Pending]:
    """What they said that may become the quote they agreed to; nothing where they did not, or decided already."""
    if not any(ask.kind == QUOTE and _is_accepted(ask) for ask in asks_of(person_id)):
        return []
    words = _words(person_id)
    if any(grant.act_kind_id == QUOTE and grant.word.granted for grant in words):
        return []
    decided = {grant.asset for grant in words}
    found = newest_words(person_id, 12, generation)
    return [Pending(one, shown_words(str(one))) for one in found if one.remark_id not in decided][:SHOWN]


def allowed(person_id: str) -> list[Grant]:
    """What they allowed and what counts now, the newest first."""
    return [grant for grant in _words(person_id) if grant.word.granted]


def _is_accepted(ask: object) -> bool:
    said = getattr(ask, "answer", None)
    return said is not None and said.answer == Answer.Kind.ACCEPTED


def _words(person_id: str) -> list[Grant]:
    today, people = clock.today(), Person.objects.same_as(person_id)
    return [grant for grant in Grant.objects.filter(person__in=people).told() if grant.word.holds(today)]


def _remark(visit: Visit, wish: Wish) -> Remark:
    found = next((one for one in newest_words(visit.person_id, 12) if one.remark_id == wish["remark"]), None)
    if found is None:
        raise GoodwordError(
            "words-gone", _("These words are not here any more. Nothing was changed."), _("Go back and look again.")
        )
    return found


def _wording(visit: Visit, wish: Wish) -> str:
    """The words they agree to: their own to the letter, or as they changed them."""
    words = " ".join((wish["words"] or shown_words(str(_remark(visit, wish)))).split())
    if len(words) > LONGEST_QUOTE:
        raise GoodwordError(
            "words-too-long",
            _("These words are too long. Nothing was changed."),
            _("A quote has %(most)s characters at most.") % {"most": LONGEST_QUOTE},
        )
    return words


def _sure_to_allow(visit: Visit, wish: Wish) -> Sure:
    until = day_told(clock.today() + LASTS)
    return Sure(
        _("May we show these words?"),
        _(
            "Exactly so, with your name, role and company, for everybody to see, until %(day)s; then we ask again. "
            "Your company has to agree as well. You can take it back here at any time."
        )
        % {"day": until},
        _("Approve these words"),
        words=_wording(visit, wish),
    )


def _allow(visit: Visit, wish: Wish) -> None:
    today = clock.today()
    scope = Scope(act_kind=QUOTE, asset=_remark(visit, wish).remark_id, audience="public")
    evidence = Evidence(kind="form", wording=_wording(visit, wish), reference="their own page")
    person = Person.objects.get(pk=visit.person_id)
    saying = Saying(key=person, scope=scope, given_on=today, expires_on=today + LASTS, evidence=evidence)
    grant_permission(saying, by=visit.by)


def _sure_to_refuse(visit: Visit, wish: Wish) -> Sure:
    words = shown_words(str(_remark(visit, wish)))
    return Sure(
        _("Shall these words not be used?"), _("Nobody asks why. Other words of yours are not touched."),
        _("Do not use them"), words=words,
    )  # fmt: skip


def _refuse(visit: Visit, wish: Wish) -> None:
    scope = Scope(act_kind=QUOTE, asset=_remark(visit, wish).remark_id)
    person = Person.objects.get(pk=visit.person_id)
    evidence = Evidence(kind="form", reference="their own page")
    deny_permission(Saying(key=person, scope=scope, given_on=clock.today(), evidence=evidence), by=visit.by)


def _grant(visit: Visit, wish: Wish) -> Grant:
    found = next((one for one in allowed(visit.person_id) if str(one.pk) == wish["grant"]), None)
    if found is None:
        raise GoodwordError(
            "grant-gone", _("This permission does not count any more. Nothing was changed."), _("Go back and look.")
        )
    return found


def _sure_to_withdraw(visit: Visit, wish: Wish) -> Sure:
    grant = _grant(visit, wish)
    told = getattr(grant, "proof", None)
    return Sure(
        _("Take this permission back?"),
        _("%(kind)s: from today on it does not count, and whatever uses it is shown to us as such.")
        % {"kind": kind_label(grant.act_kind_id or "")},
        _("Take it back"),
        words=told.wording if told and told.kind == "form" else "",
    )


def _withdraw(visit: Visit, wish: Wish) -> None:
    withdraw_grant(_grant(visit, wish), by=visit.by)


WORDS: dict[str, Step] = {
    "allow": Step(_sure_to_allow, _allow, ("remark", "words")),
    "refuse": Step(_sure_to_refuse, _refuse, ("remark",)),
    "withdraw": Step(_sure_to_withdraw, _withdraw, ("grant",)),
}
"""What can be said about one's words."""
