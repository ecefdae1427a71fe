"""Does a kind of act make sense as somebody would have it, and if not why."""

import re
from dataclasses import asdict, replace
from typing import Any

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.kinds import AUDIENCES, LONGEST_REST, MOST_LOAD, SHIPPED, Policy
from goodword.programme.permissions.refusals import unknown_audience
from goodword.programme.team.roles import RIGHTS, Right

MOST_MINUTES, LONGEST_LABEL, LONGEST_REASON, LONGEST_GIVES = 10_000, 60, 500, 300
ASKING_ROLES = tuple(role.value for role, rights in RIGHTS.items() if Right.ASK_PEOPLE in rights)
"""The roles that may ask at all."""

_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_LIKE_A_REVIEW = re.compile(r"review|rating|bewertung|rezension", re.IGNORECASE)
_SHIPPED = {kind.code: kind for kind in SHIPPED}


def facts_of_kind(kind: Policy) -> dict[str, Any]:
    """A kind as its history and the audit trail keep it."""
    return asdict(kind) | {"asked_by": list(kind.asked_by)}


def kind_of_facts(facts: dict[str, Any]) -> Policy:
    """The kind that was kept so; what a later version added is as it is by default."""
    return replace(Policy(facts["code"]), **facts | {"asked_by": tuple(facts["asked_by"])})


def refuse_kind(kind: Policy) -> GoodwordError | None:
    """Refuse a kind of act that makes no sense, and one of public reviews for which people would be chosen."""
    if not _CODE.fullmatch(kind.code):
        return GoodwordError(
            "bad-kind-code",
            _("“%(code)s” is no name for data.") % {"code": kind.code[:40]},
            _("Write 2 to 40 small letters, figures and _, beginning with a letter: podcast_guest."),
        )
    return (
        _refuse_label(kind)
        or _refuse_gives(kind)
        or _refuse_choice(kind)
        or _refuse_numbers(kind)
        or _refuse_needs(kind)
    )


def _refuse_label(kind: Policy) -> GoodwordError | None:
    if kind.code in _SHIPPED:
        if not kind.label:
            return None
        said = _("“%(kind)s” is shipped, and is called as its reader’s language has it.") % {"kind": kind.code}
        return GoodwordError("shipped-label", said, _("Leave the name empty, or add a kind of your own."))
    if 0 < len(kind.label.strip()) <= LONGEST_LABEL and kind.label.isprintable():
        return None
    said = _("A kind of act needs a name of at most %(most)s characters.") % {"most": LONGEST_LABEL}
    return GoodwordError("bad-kind-label", said, _("Write what people call it, such as: Podcast guest."))


def _refuse_gives(kind: Policy) -> GoodwordError | None:
    for said in (kind.gives_en, kind.gives_de):
        if len(said) > LONGEST_GIVES or (said and not said.isprintable()):
            told = _("What they get in return is one line of at most %(most)s characters.") % {"most": LONGEST_GIVES}
            return GoodwordError("bad-return", told, _("Say it in a sentence; more stands in the letter itself."))
    return None


def _refuse_choice(kind: Policy) -> GoodwordError | None:
    """Asking only those who are content for a public review misleads; no name and no flag leads round that."""
    reason = _(
        "Public reviews go out by lot to all users. Asking only those who are content breaks consumer-protection rules "
        "and the review sites’ own."
    )
    if kind.by_choice and (kind.public_review or kind.code == "review"):
        return GoodwordError("review-by-choice", reason, _("Leave it to the lot."))
    if kind.by_choice and _LIKE_A_REVIEW.search(f"{kind.code} {kind.label}"):
        said = _("Its name says that it is a review, and people would be chosen for it.")
        return GoodwordError("review-by-choice", f"{said} {reason}", _("Let it go by lot, or name what else it is."))
    if kind.code == "review" and not kind.public_review:
        return GoodwordError("review-by-choice", reason, _("It stays a public review; add another kind instead."))
    return None


def _refuse_numbers(kind: Policy) -> GoodwordError | None:
    for value, low, high, name in (
        (kind.minutes, 1, MOST_MINUTES, _("The minutes")),
        (kind.load, 0, MOST_LOAD, _("The load")),
        (kind.rest_days, 0, LONGEST_REST, _("The days of rest")),
    ):
        if not low <= value <= high:
            said = _("%(name)s cannot be %(value)s.") % {"name": name, "value": value}
            mend = _("Write a whole number from %(low)s to %(high)s.") % {"low": low, "high": high}
            return GoodwordError("kind-out-of-bounds", said, mend)
    return None


def _refuse_needs(kind: Policy) -> GoodwordError | None:
    if kind.audience not in AUDIENCES:
        return unknown_audience(kind.audience)
    wrong = next((role for role in kind.asked_by if role not in ASKING_ROLES), None)
    if wrong is not None:
        said = _("“%(role)s” is no role that asks people.") % {"role": wrong[:40]}
        return GoodwordError("role-asks-nobody", said, _("Choose of: %(roles)s.") % {"roles": ", ".join(ASKING_ROLES)})
    if kind.company_first and not kind.needs_company:
        said = _("The company would speak first, though it needs no permission of it.")
        return GoodwordError("company-first-alone", said, _("Let it need the company’s permission, too."))
    return None


def changed_meanwhile() -> GoodwordError:
    """Somebody was first."""
    return GoodwordError(
        "kind-changed-meanwhile",
        _("Somebody changed this kind of act while you looked at it."),
        _("See what holds now, then decide again."),
        retry=True,
    )


def refuse_kind_reason(reason: str) -> GoodwordError | None:
    """Refuse a reason that nobody would read."""
    if len(reason) <= LONGEST_REASON:
        return None
    mend = _("Write at most %(most)s letters.") % {"most": LONGEST_REASON}
    return GoodwordError("reason-too-long", _("The reason is too long."), mend)


def there_already(code: str) -> GoodwordError:
    """A kind of this name is there."""
    said = _("There is a kind of act “%(kind)s” already.") % {"kind": code}
    return GoodwordError("kind-there", said, _("Change that one: goodword kinds change. Or choose another name."))
