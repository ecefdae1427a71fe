"""Whether a need may be filed, claimed, ended or opened again, and if not why and what mends it."""

from datetime import date

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.needs.models import ENDS, QUESTIONS, Claim, Need, Proposal
from goodword.programme.needs.wanting import LINES, LONGEST_NAME, LONGEST_TEXT, MOST_EMPLOYEES, Wanting
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.refusals import by_lot_only, nobody_asks, unknown_kind
from goodword.programme.permissions.wording import day_told

_LONGEST_TOKEN = 100


def refuse_wanting(wanted: Wanting, *, day: date, token: str = "") -> GoodwordError | None:
    """Refuse a need for what nobody may be chosen for, one that says nothing, too much, or comes too late.

    Args:
        wanted: what somebody hands in.
        day: today.
        token: of the form or call.
    """
    kind = ActKind.objects.filter(pk=wanted.act_kind).first()
    if kind is None:
        return unknown_kind(wanted.act_kind)
    if not kind.asked_for:
        return nobody_asks(kind.pk)
    if not kind.by_choice:
        return by_lot_only(kind.pk)
    return _says_nothing(wanted) or _too_long(wanted, token) or _too_late(wanted, day)


def refuse_claim(need: Need, proposal: Proposal) -> GoodwordError | None:
    """Refuse to claim for a need that is over, for which somebody is claimed, or what was declined for it."""
    if hasattr(need, "ending"):
        return need_over()
    if need.standing_claim is not None:
        return GoodwordError(
            "claimed-already",
            _("Somebody is claimed for this request."),
            _("Take that one back first, or swap it for this one."),
        )
    declined = need.declines.filter(person=proposal.person) if proposal.person_id else need.declines.none()
    if proposal.story_id:
        declined = need.declines.filter(story=proposal.story)
    return declined_already() if declined.exists() else None


def refuse_claim_end(claim: Claim) -> GoodwordError | None:
    """Refuse to end a claim that came to nothing already, or that was asked."""
    if hasattr(claim.need, "ending"):
        return need_over()
    if hasattr(claim, "end"):
        return GoodwordError("claim-over", _("Nobody is claimed here any more."), _("Look at the request again."))
    if hasattr(claim, "asked") and not hasattr(claim.asked.ask, "withdrawal"):
        answer = getattr(claim.asked.ask, "answer", None)
        if answer is None or answer.answer == "accepted":
            return GoodwordError(
                "asked-already",
                _("They were asked already."),
                _("Let their answer stand, or take the ask back before its letter leaves."),
            )
    return None


def refuse_ending(need: Need, how: str, reason: str) -> GoodwordError | None:
    """Refuse an end that is none, one to a need that has ended, and one without a short reason where it needs one."""
    if how not in ENDS:
        said = _("“%(how)s” is no way for a request to end.") % {"how": how[:40]}
        return GoodwordError("unknown-ending", said, _("It is one of: %(ends)s.") % {"ends": ", ".join(ENDS)})
    if hasattr(need, "ending"):
        return None if need.ending.how == how else need_over()
    if how == "done" and need.standing_claim is None:
        return GoodwordError(
            "nothing-claimed", _("Nobody was claimed for this request."), _("Cancel it, or claim who did it first.")
        )
    if how == "done" and _said_no(need.standing_claim):
        return GoodwordError(
            "said-no",
            _("They said no to this request, so they cannot have done it."),
            _("Claim whoever did it first, or cancel the request."),
        )
    return refuse_reason(reason, needed=how == "cancelled")


def _said_no(claim: Claim | None) -> bool:
    asked = getattr(claim, "asked", None)
    answer = getattr(asked.ask, "answer", None) if asked and not hasattr(asked.ask, "withdrawal") else None
    return answer is not None and answer.answer in {"declined", "not_now", "never"}


def refuse_reason(reason: str, *, needed: bool = True) -> GoodwordError | None:
    """Refuse a reason that is missing or too long."""
    if (needed and not reason.strip()) or len(reason) > LONGEST_NAME:
        return GoodwordError(
            "reason-needed",
            _("It needs a reason, and a short one."),
            _("Say why in at most %(most)s characters.") % {"most": LONGEST_NAME},
        )
    return None


def refuse_feedback(need: Need, side: str, question: str, words: str) -> GoodwordError | None:
    """Refuse what nobody asked, and what is said of something that did not happen."""
    if question not in QUESTIONS.get(side, ()):
        return GoodwordError("unknown-question", _("Nobody asked that."), _("Answer the questions on the page."))
    if not hasattr(need, "ending") or need.ending.how == "cancelled":
        return GoodwordError(
            "not-over-yet", _("It did not happen yet."), _("Say first that it is done, or that it was missed.")
        )
    return refuse_reason(words, needed=False)


def need_over() -> GoodwordError:
    """It has ended."""
    return GoodwordError("need-over", _("This request is over."), _("Open it again, or file a new one."))


def not_proposed() -> GoodwordError:
    """Nobody proposes them any more."""
    return GoodwordError(
        "not-proposed",
        _("They are not proposed for this request any more."),
        _("Look at the request again: others may fit."),
    )


def declined_already() -> GoodwordError:
    """Somebody said no to this pair."""
    return GoodwordError(
        "declined-for-it", _("This was declined for the request."), _("Choose somebody else, or a story.")
    )


def _says_nothing(wanted: Wanting) -> GoodwordError | None:
    if any(getattr(wanted, name).strip() for name in (*LINES, "text")) or wanted.employees is not None:
        return None
    return GoodwordError(
        "need-says-nothing",
        _("Nothing says whom the request needs."),
        _("Choose an industry, a role, a region or the like, or say it in your own words."),
    )


def _too_long(wanted: Wanting, token: str) -> GoodwordError | None:
    names = (wanted.prospect, wanted.deal_id, *(getattr(wanted, name) for name in LINES))
    fits = max(map(len, names)) <= LONGEST_NAME and len(wanted.text) <= LONGEST_TEXT and len(token) <= _LONGEST_TOKEN
    if fits and 0 <= (wanted.employees or 0) <= MOST_EMPLOYEES:
        return None
    return GoodwordError(
        "need-too-long",
        _("Something of the request is too long to be kept."),
        _("Your own words may have %(text)s characters, each other line %(name)s.")
        % {"text": LONGEST_TEXT, "name": LONGEST_NAME},
    )


def _too_late(wanted: Wanting, day: date) -> GoodwordError | None:
    if wanted.needed_by is None or wanted.needed_by >= day:
        return None
    said = _("It was needed by %(day)s, and that is over.") % {"day": day_told(wanted.needed_by)}
    return GoodwordError("needed-in-the-past", said, _("Name today or a later day, or none."))
