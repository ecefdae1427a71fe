"""Settings of the kinds of acts: what each asks of a person, and how people are found for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from goodword.programme.advocates.wording import ACTS, BY_LOT
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models.load import MOST_POINTS
from goodword.runs.settings.setting import Setting, Words


@dataclass(frozen=True, slots=True)
class Burden:
    """What one act asks of a person.

    Attributes:
        minutes: of their time.
        load: points, 1 for the least.
        rest_days: how long they should be left in peace afterwards.
    """

    minutes: int
    load: int
    rest_days: int


USUAL: dict[str, Burden] = {
    "quote": Burden(15, 1, 30),
    "reference_call": Burden(45, 3, 45),
    "case_study": Burden(120, 5, 120),
    "talk": Burden(300, 8, 180),
    "logo": Burden(10, 1, 30),
    "referral": Burden(30, 3, 60),
    "introduction": Burden(20, 2, 45),
    "beta": Burden(180, 4, 90),
    "advisory_board": Burden(480, 8, 180),
    "review": Burden(15, 1, 45),
}
"""Our estimates, to be corrected by yours; no published figures are known to us."""

BY_FIT, BY_LOT_ONLY = "fit", "lot"
_CHOICES: dict[str, Words] = {
    BY_FIT: _("by fit: who suits it best"),
    BY_LOT_ONLY: _("by lot: a sample of all, content or not"),
}
_REASON = _(
    "Public reviews go out by lot to all users. Asking only those who are content breaks consumer-protection rules "
    "and the review sites’ own."
)
_CHANGES = _("What is kept about this kind of act. The list of people does not change with it.")


def settings_of_acts() -> Iterator[Setting]:
    """What a quarter bears of them all; and minutes, load, rest and way of choosing of every kind of act."""
    yield Setting(
        key="load.points",
        group="holds",
        subject=_("Load"),
        label=_("Points a quarter"),
        meaning=_("What the asks of a calendar quarter may weigh together; the first of a quarter is always borne."),
        changes=_("Whether somebody may be asked for more. The list of people does not change with it."),
        kind="whole",
        default=Bounds().points_a_quarter,
        unit=_("points"),
        low=1,
        high=MOST_POINTS,
        page="algorithms/load.md",
    )
    for kind, words in ACTS.items():
        burden = USUAL[kind]
        yield _whole(kind, "minutes", burden.minutes, bounds=(1, 10_000))
        yield _whole(kind, "load", burden.load, bounds=(0, 20))
        yield _whole(kind, "rest_days", burden.rest_days, bounds=(0, 1000))
        yield Setting(
            key=f"acts.{kind}.choosing",
            group="acts",
            subject=words.label,
            label=_("People are found"),
            meaning=_("Whether people may be chosen by what we know of them, or only be drawn."),
            changes=_CHANGES,
            kind="choice",
            default=BY_LOT_ONLY if kind == BY_LOT else BY_FIT,
            choices=_CHOICES,
            fixed=_REASON if kind == BY_LOT else "",
        )


_MEANINGS: dict[str, tuple[Words, Words, Words]] = {
    "minutes": (_("Effort"), _("How much of a person’s time it takes, all in all."), _("minutes")),
    "load": (_("Load"), _("What it costs a person, beside other acts; a logo is 1."), _("points")),
    "rest_days": (_("Rest afterwards"), _("How long a person should be left in peace after it."), _("days")),
}


def _whole(kind: str, name: str, default: int, *, bounds: tuple[int, int]) -> Setting:
    label, meaning, unit = _MEANINGS[name]
    return Setting(
        key=f"acts.{kind}.{name}",
        group="acts",
        subject=ACTS[kind].label,
        label=label,
        meaning=meaning,
        changes=_CHANGES,
        kind="whole",
        default=default,
        unit=unit,
        low=bounds[0],
        high=bounds[1],
    )
