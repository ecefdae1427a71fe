"""The words for needs: their points, what stands in the way of them and what would help, and how they stand."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from goodword.programme.needs.models import Obstacle
from goodword.programme.permissions.wording import day_told

type Words = str | Promise

POINT_LABELS: dict[str, Words] = {
    "industry": _("Industry"),
    "employees": _("Size"),
    "region": _("Region"),
    "role": pgettext_lazy("of whom a request wants", "Role"),
    "product": _("Product"),
    "use_case": _("Use case"),
    "competitor": _("Replaced"),
    "language": _("Language"),
    "words": _("In their words"),
}
"""By name of a point."""

STATE_LABELS: dict[str, Words] = {
    "same": pgettext_lazy("of a point of a fit", "Same"),
    "near": pgettext_lazy("of a point of a fit", "Near"),
    "different": pgettext_lazy("of a point of a fit", "Different"),
    "unknown": _("Not known"),
}
"""How what somebody has compares with what is wanted."""

STANDING_LABELS: dict[str, Words] = {
    "open": pgettext_lazy("how a request stands", "Open"),
    "claimed": _("Waits for a colleague"),
    "asked": pgettext_lazy("how a request stands", "Asked"),
    "agreed": _("They said yes"),
    "refused": _("They said no"),
    "story": _("Answered by a story"),
    "done": pgettext_lazy("how a request stands", "Done"),
    "missed": pgettext_lazy("how a request stands", "Missed"),
    "cancelled": pgettext_lazy("how a request stands", "Cancelled"),
}
"""How a need stands."""

QUESTION_LABELS: dict[str, Words] = {
    "helped": _("Did it help the deal?"),
    "fitted": _("Did they fit?"),
    "worth_it": _("Was it a good use of your time?"),
    "again": _("Would you do it again?"),
}
"""What each side is asked afterwards."""


@dataclass(frozen=True, slots=True)
class ObstacleWords:
    """What is said of one obstacle.

    Attributes:
        say: what stands in the way, for so many people.
        help: what would help.
    """

    say: Callable[[int], str]
    help: Words


OBSTACLES: dict[str, ObstacleWords] = {
    "nobody-fits": ObstacleWords(
        lambda _n: _g("Nobody we know fits enough of it."),
        _("Ask for less: each point that you leave open lets more people in."),
    ),
    "held": ObstacleWords(
        lambda n: (
            ngettext("One person who fits cannot be asked now.", "%(count)s people who fit cannot be asked now.", n)
            % {"count": n}
        ),
        _("It opens by itself once what holds them is over; whoever cares for them knows more."),
    ),
    "resting": ObstacleWords(
        lambda n: ngettext("One person who fits rests.", "%(count)s people who fit rest.", n) % {"count": n},
        _("A later day would help, or a story."),
    ),
    "capped": ObstacleWords(
        lambda n: (
            ngettext(
                "One person who fits was asked as often as they bear.",
                "%(count)s people who fit were asked as often as they bear.",
                n,
            )
            % {"count": n}
        ),
        _("Nobody can pass that. A later day would help, or a story."),
    ),
    "not-allowed": ObstacleWords(
        lambda n: (
            ngettext(
                "One person who fits, or their company, said no to this kind of act.",
                "%(count)s people who fit, or their companies, said no to this kind of act.",
                n,
            )
            % {"count": n}
        ),
        _("Another kind of act may be possible."),
    ),
    "account-limit": ObstacleWords(
        lambda n: (
            ngettext(
                "One person who fits works where somebody else is asked already.",
                "%(count)s people who fit work where somebody else is asked already.",
                n,
            )
            % {"count": n}
        ),
        _("People of another account would help."),
    ),
    "taken": ObstacleWords(
        lambda n: (
            ngettext(
                "One person who fits goes to a request that is more urgent, or fits better.",
                "%(count)s people who fit go to requests that are more urgent, or fit better.",
                n,
            )
            % {"count": n}
        ),
        _("They are matched together, so that no deal wins by asking first. A later day would help."),
    ),
    "share": ObstacleWords(
        lambda n: (
            ngettext(
                "One person who fits carries a large share of all requests already.",
                "%(count)s people who fit carry a large share of all requests already.",
                n,
            )
            % {"count": n}
        ),
        _("Somebody who was never asked may do as well."),
    ),
    "declined": ObstacleWords(
        lambda n: (
            ngettext(
                "One person who fits was declined for this request, or would rather not speak about it.",
                "%(count)s people who fit were declined for this request, or would rather not speak about it.",
                n,
            )
            % {"count": n}
        ),
        _("Take the word back if it was a mistake."),
    ),
}
"""By code: what stands between a need and people. A code that nobody wrote words for reads as held."""


def point_label(name: str) -> Words:
    """What a point is called."""
    return POINT_LABELS.get(name, name)


def obstacle_told(row: Obstacle) -> str:
    """What stands in the way, and from when it does not; or what would help to leave open."""
    if row.code == "leave-open":
        named = {"count": row.people, "point": point_label(row.name)}
        return (
            ngettext(
                "Without “%(point)s” one more person fits.",
                "Without “%(point)s” %(count)s more people fit.",
                row.people,
            )
            % named
        )
    words = OBSTACLES.get(row.code, OBSTACLES["held"])
    said = words.say(row.people)
    if row.opens_on is None:
        return said
    return _g("%(said)s The first may be asked from %(day)s on.") % {"said": said, "day": day_told(row.opens_on)}


def obstacle_help(row: Obstacle) -> str:
    """What would help against it."""
    if row.code == "leave-open":
        return _g("File it again without that line, if it can do without.")
    return str(OBSTACLES.get(row.code, OBSTACLES["held"]).help)
