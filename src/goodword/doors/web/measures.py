"""The charts of the Measures page: made from what was counted at publication, and from the ledger of asks and acts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext

from goodword.doors.web import wording
from goodword.doors.web.charts.spec import Chart, Point, Series
from goodword.programme.acts.models import Act
from goodword.programme.advocates.models import Generation
from goodword.programme.advocates.wording import ACTS, SIGNALS
from goodword.programme.asks.models import Answer, Ask

type Figures = dict[str, Any]


def charts_of(generation: Generation) -> list[Chart]:
    """All charts, in their order."""
    return [make(generation, generation.counts.get("figures", {})) for make in _CHARTS.values()]


def chart_called(slug: str, generation: Generation) -> Chart | None:
    """One chart by its name in addresses."""
    make = _CHARTS.get(slug)
    return make(generation, generation.counts.get("figures", {})) if make else None


def _signals(generation: Generation, told: Figures) -> Chart:
    months = [wording.month(date.fromisoformat(f"{month}-01")) for month in told.get("months", [])]
    found = told.get("signals", {})
    series = [
        Series(str(SIGNALS[kind].label), tuple(Point(*pair) for pair in zip(months, found[kind], strict=True)))
        for kind in SIGNALS
        if kind in found
    ]
    return Chart(
        slug="signals",
        kind="line",
        title=gettext("Signals by month"),
        said=gettext("How many signals of each kind were observed, month by month. All plots have the same scale."),
        series=tuple(series),
        unit="count",
        source=gettext("Every signal that counts today, by the month it was observed in. A full count, no range."),
        as_of=generation.as_of,
    )


def _funnel(generation: Generation, told: Figures) -> Chart:
    asks = Ask.objects.standing()
    accepted = Answer.objects.filter(answer=Answer.Kind.ACCEPTED, ask__withdrawal__isnull=True)
    acts = Act.objects.standing().exclude(person_key="")
    steps = [
        (gettext("Known"), told.get("known"), gettext("people in your data")),
        (gettext("With a signal"), told.get("speaking"), gettext("said or did something good")),
        (gettext("Ready"), generation.counts.get("states", {}).get("ready"), gettext("may be asked today")),
        (gettext("Asked"), asks.values("person_key").distinct().count(), gettext("at any time")),
        (gettext("Said yes"), accepted.values("ask__person_key").distinct().count(), gettext("at any time")),
        (gettext("Did it"), acts.values("person_key").distinct().count(), gettext("at any time")),
    ]
    return Chart(
        slug="standing",
        kind="funnel",
        title=gettext("From signal to done"),
        said=gettext("Where people stand: known, heard, ready, asked, and what came of it."),
        series=(Series(gettext("People"), tuple(Point(name, count, note=note) for name, count, note in steps)),),
        unit="count",
        source=gettext(
            "Full counts, no range. Asks and acts are counted by the key a source has for a person; "
            "an act may happen without an ask."
        ),
        as_of=generation.as_of,
    )


def _likelihood(generation: Generation, told: Figures) -> Chart:
    found = told.get("likelihood", {})
    points = [_chance(str(words.label), found[kind]) for kind, words in ACTS.items() if kind in found]
    points.sort(key=lambda point: -(point.value or 0))
    return Chart(
        slug="likelihood",
        kind="intervals",
        title=gettext("Likely to say yes, and to do it"),
        said=gettext("The dot is the person in the middle, the bar the middle half of people, for each kind of act."),
        series=(Series(gettext("Likelihood"), tuple(points)),),
        unit="share",
        source=gettext(
            "Of those about whom something is known; not known where they are fewer than 5. "
            "Public reviews go out by lot and carry no number."
        ),
        as_of=generation.as_of,
        top=1.0,
    )


def _chance(label: str, numbers: dict[str, Any]) -> Point:
    if numbers["people"] is None:
        return Point(label, None)
    people = wording.counted("%(count)s person", "%(count)s people", numbers["people"])
    return Point(label, numbers["median"], numbers["low"], numbers["high"], note=people)


def _segments(generation: Generation, told: Figures) -> Chart:
    rows = [
        Series(
            _segment(row["name"]), (replace(_cell(gettext("People"), row["people"]), plain=True), *_kinds(row["kinds"]))
        )
        for row in told.get("segments", [])
    ]
    return Chart(
        slug="segments",
        kind="heat",
        title=gettext("Who speaks, by segment"),
        said=gettext("How many people of each segment have a signal of each kind; one person may have several."),
        series=tuple(rows),
        unit="count",
        source=gettext(
            "A full count, no range. Hatched: fewer than 5 people, or a number from which so few could be worked out."
        ),
        as_of=generation.as_of,
    )


def _segment(name: str | None) -> str:
    if name is None:
        return gettext("All others")
    return name or gettext("Segment not known")


def _kinds(kinds: dict[str, int | None]) -> list[Point]:
    return [_cell(str(SIGNALS[kind].plural), kinds[kind]) for kind in SIGNALS if kind in kinds]


def _cell(label: str, people: int | None) -> Point:
    return Point(label, people, few=people is None)


_CHARTS: dict[str, Callable[[Generation, Figures], Chart]] = {
    "standing": _funnel,
    "likelihood": _likelihood,
    "signals": _signals,
    "segments": _segments,
}
