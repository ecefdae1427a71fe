"""What a notification says, in the language of whoever reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from goodword.programme.team.roles import LABELS, Role

type Facts = dict[str, Any]


def _job_finished(facts: Facts) -> str:
    return gettext("%(job)s: done.") % facts


def _job_failed(facts: Facts) -> str:
    return gettext("%(job)s: failed. %(sentence)s") % facts


def _import_rejected(facts: Facts) -> str:
    return (
        ngettext(
            "Import %(name)s: one row was rejected. See why, and how to mend it.",
            "Import %(name)s: %(count)s rows were rejected. See why, and how to mend them.",
            facts["count"],
        )
        % facts
    )


def _run_published(facts: Facts) -> str:
    return ngettext("One new moment to answer.", "%(count)s new moments to answer.", facts["count"]) % facts


def _role_changed(facts: Facts) -> str:
    role = facts["role"]
    return gettext("Your role is now: %(role)s.") % {"role": LABELS[Role(role)] if role in set(Role) else role}


def _need_claimed(_facts: Facts) -> str:
    return gettext("A request waits for you: somebody in your care fits it. Look, then ask them, or say why not.")


def _need_declined(_facts: Facts) -> str:
    return gettext("Whom you wanted for a request is not asked. See why, and who else fits.")


def _need_answered(facts: Facts) -> str:
    return {
        "accepted": gettext("Whom you needed for a request said yes. See what comes next."),
        "not_now": gettext("Whom you needed for a request said: not now. Nobody asks why. See who else fits."),
        "never": gettext("Whom you needed for a request said: never. Nobody asks why. See who else fits."),
    }.get(facts["answer"], gettext("Whom you needed for a request said no. See who else fits."))


def _times_offered(_facts: Facts) -> str:
    return gettext("Times for a meeting are there: pick one, or ask for others.")


def _no_time_found(_facts: Facts) -> str:
    return gettext("They find no time for a meeting, and want to be written to.")


def _meeting_called_off(_facts: Facts) -> str:
    return gettext("A meeting was called off. See what comes next.")


def _story_answered(facts: Facts) -> str:
    return {
        "approved": gettext("Somebody whose words stand in a story of yours allowed it."),
        "wants_change": gettext("Somebody whose words stand in a story of yours wants it changed. See what they say."),
    }.get(facts["answer"], gettext("Somebody whose words stand in a story of yours does not want it shown."))


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """How one kind of notification looks and speaks.

    Attributes:
        icon: its picture in the sprite.
        tone: good, stop, hold or calm; empty for none.
        say: makes the sentence of its facts.
    """

    icon: str
    tone: str
    say: Callable[[Facts], str]


KINDS: dict[str, NoticeWords] = {
    "job_finished": NoticeWords("check", "good", _job_finished),
    "job_failed": NoticeWords("warn", "stop", _job_failed),
    "import_rejected": NoticeWords("data", "hold", _import_rejected),
    "run_published": NoticeWords("today", "calm", _run_published),
    "role_changed": NoticeWords("people", "calm", _role_changed),
    "need_claimed": NoticeWords("request", "hold", _need_claimed),
    "need_declined": NoticeWords("request", "calm", _need_declined),
    "need_answered": NoticeWords("request", "calm", _need_answered),
    "times_offered": NoticeWords("call", "good", _times_offered),
    "no_time_found": NoticeWords("call", "hold", _no_time_found),
    "meeting_called_off": NoticeWords("call", "hold", _meeting_called_off),
    "story_answered": NoticeWords("stories", "calm", _story_answered),
}
"""Every kind of notification."""
