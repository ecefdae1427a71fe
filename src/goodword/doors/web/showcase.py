"""What the design page shows its parts with: everybody and everything here is invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any, cast

from django import forms
from django.core.paginator import Paginator

from goodword.doors.web import said
from goodword.doors.web.account_rows import AccountRow
from goodword.doors.web.account_rows import row_of as account_row_of
from goodword.doors.web.charts.spec import Chart, Point, Series
from goodword.doors.web.employment_lines import Line, Proof
from goodword.doors.web.person_rows import PersonRow, row_of
from goodword.doors.web.reasons import Reason
from goodword.doors.web.taking_along import Offer
from goodword.doors.web.toasts import Toast
from goodword.programme.advocates.models import KIND_BITS, Hold, ListedAccount, ListedPerson
from goodword.programme.advocates.next_steps import NextStep

TODAY = date(2026, 11, 19)
_AT = datetime(2026, 11, 18, 16, 42, tzinfo=UTC)
_QUARTERS = ("Q4 24", "Q1 25", "Q2 25", "Q3 25", "Q4 25", "Q1 26", "Q2 26", "Q3 26", "now")
_RATE = (0.199, 0.212, 0.224, 0.238, 0.246, 0.258, 0.277, 0.295, 0.311)
_KINDS = ("Wins", "Promoters", "Champions")
_COLOURS = (
    "paper surface well line edge ink ink-2 ink-3 plum plum-soft plum-mid marker good good-soft hold hold-soft stop "
    "stop-soft calm calm-soft"
).split()


@dataclass(frozen=True, slots=True)
class Sample:
    """A person, as lists show one."""

    person_id: str
    name: str
    title: str
    account: str
    kinds: int = KIND_BITS["win"]
    state: str = "ready"
    words: dict[str, Any] | None = None
    email: str = "rhiannon@oriel.example"
    account_arr: float = 94_000
    account_currency: str = "EUR"
    best_likelihood: float | None = 0.64
    best_low: float = 0.45
    best_high: float = 0.79
    fresh_at: datetime = _AT
    hold_code: str = ""
    hold_until: date | None = None
    person_keys: list[str] = field(default_factory=list)

    @property
    def called(self) -> str:
        """Their name."""
        return self.name


class Fields(forms.Form):
    """One field of each kind; the day is one that does not exist."""

    email = forms.EmailField(label="Work e-mail", help_text="We write once, to this address only.")
    by_when = forms.DateField(label="By when", help_text="The last day on which it helps.")
    act = forms.ChoiceField(label="Act", choices=[("call", "Reference call"), ("talk", "Talk")])
    account = forms.CharField(label="Account", disabled=True, initial="Oriel Foods", help_text="Set by the CRM.")
    note = forms.CharField(label="Note to Rhiannon", widget=forms.Textarea, required=False)
    told = forms.BooleanField(label="Tell her what it achieved", required=False, help_text="By e-mail, once.")
    answer = forms.ChoiceField(
        label="Answer", choices=[("yes", "Yes"), ("later", "Not now"), ("no", "Never")], widget=forms.RadioSelect
    )


def showcase(query: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page needs; its pager turns with `page` of the query."""
    rhiannon = Sample("rhiannon", "Rhiannon Pugh", "Finance Systems Lead", "Oriel Foods", words=_WORDS)
    ingrid = Sample("ingrid", "Ingrid Solberg", "Director of Patient Flow", "Halden Health", words=_SHORT)
    return {
        "here": "design",
        "today": TODAY,
        "colours": _COLOURS,
        "words": _WORDS,
        "short": _SHORT,
        "also_said": {"wishes": 2, "complaints": 1},
        "foreign": _FOREIGN,
        "person": rhiannon,
        "entry": _entry(rhiannon),
        "signals_said": [said.signal_words(kind) for kind in ("win", "growth")],
        "held_said": said.hold_words("high_ticket"),
        "rows": [_row(rhiannon), _row(ingrid)],
        "account_rows": [_account(rhiannon)],
        "sight": SimpleNamespace(scores=True, contacts=True),
        "page": Paginator(range(60), 25).get_page(query.get("page")),
        "fact": {"bold": "9 of 14", "text": "features, peers use 5", "icon": "power", "bar": [9, 14]},
        "fact_plain": {"bold": "Names the outcome", "text": "in their own words", "icon": "quote", "bar": None},
        "holds": [_HOLD, _STOP],
        "numbers": {"low": 0.45, "likelihood": 0.64, "high": 0.79},
        "chance": {"row": _LIKELY, "reasons": _REASONS},
        "chance_unknown": {"row": _LIKELY_UNKNOWN, "reasons": []},
        "signal": _SIGNAL,
        "spark": [14, 16, 15, 18, 17, 19, 18, 20, 21, 21],
        "form": Fields({"email": "leila@northwind.example", "by_when": "2026-11-31", "act": "call"}),
        "toast_undo": Toast("Thanked Rhiannon.", "/design/", {"moment": "1"}),
        "jobs": _JOBS,
        "notices": _NOTICES,
        "tabs": _TABS,
        "crumbs": [("People", "/people/"), ("Oriel Foods", "")],
        "table_heads": _HEADS,
        "table_rows": _ROWS,
        "menu_items": _MENU,
        "offers": [Offer("People", [("CSV", "#"), ("Excel", "#")]), Offer("Saved views", [("CSV", "#")])],
        "bulk_actions": [{"name": "do", "value": "export", "label": "Export", "icon": "down"}],
        "charts": _charts(),
        "answers": [{"verb": "thank", "at": _AT, "by": "Leila Haddad", "note": "Called her at once."}],
        "saved": [
            {"view": SimpleNamespace(pk=1, name="Ready, newest first"), "url": "#", "own": True, "current": True}
        ],
        "keep_query": "state=ready",
        "employments": _EMPLOYMENTS[:2],
        "earlier": _EMPLOYMENTS[2:],
        "hits": _HITS,
    }


_WORDS = {
    "table": "interactions", "id": "t-48213", "quote": "this is the first month-end in six years where nobody worked.",
    "start": 10, "end": 71, "before": "Honestly, ", "after": " Thank you.", "language": "en", "numbers": {},
    "channel": "ticket", "title": "Re: connector fix", "at": "2026-11-18T16:42:00",
}  # fmt: skip
_SHORT = _WORDS | {"quote": "In that order.", "before": "A person, a fix and an apology. ", "after": "", "title": None}
_FOREIGN = _WORDS | {"quote": "Por fin discutimos qué hacer", "before": "", "after": ".", "language": "es"}
_HOLD = Hold(code="resting", sentence="Resting: spoke on 8 Oct, needs 45 days. Free from Mon 23 Nov.")
_STOP = Hold(code="urgent_ticket", sentence="Halden Health has an open urgent ticket.")
_LIKELY = SimpleNamespace(act_kind="quote", low=0.45, likelihood=0.64, high=0.79, state="ready")
_LIKELY_UNKNOWN = SimpleNamespace(act_kind="talk", low=None, likelihood=None, high=None, state="unknown")
_REASONS = [
    Reason("What is usual for this kind of act", None, -0.85, 30, 30),
    Reason("A win", _AT, 1.43, 34, 64),
]
_SIGNAL = SimpleNamespace(
    kind="win", approximate=True, observed_at=_AT, strength=0.82, rule="win", rule_version=1,
    evidence=[_WORDS, _WORDS | {"quote": None, "table": "usage", "channel": None, "id": None, "numbers": {"days": 61}}],
)  # fmt: skip
_JOBS = [
    {"id": "job-1", "label": "Counting features per person", "percent": 71, "left": "about 2 min", "page_url": "#"},
    {"id": "job-2", "label": "Looking for good words", "percent": None, "page_url": "#"},
    {"id": "job-3", "label": "Publishing", "percent": 100, "done": True},
    {"id": "job-4", "label": "Reading tickets.csv", "percent": 12, "failed": True},
]
_EMPLOYMENTS = [
    Line(
        "Oriel Foods", "#", "Finance Systems Lead", "since March 2023 at the latest", goes_on=True,
        proofs=[Proof("Mar 2023", "wrote from an address there", {})], problems=[],
    ),
    Line(
        "Halden Health", "", "Analyst", "left between 3 May 2021 and 10 Jun 2022", goes_on=False,
        proofs=[Proof("10 Jun 2022", "a mail came back", {})], problems=["It says they left before they came."],
    ),
    Line("", "", "", "day not known", goes_on=False, proofs=[], problems=[]),
]  # fmt: skip
_NOTICES = [
    {
        "text": "The import of tickets.csv is done: 812 new rows.",
        "at": _AT,
        "icon": "check",
        "tone": "good",
        "url": "#",
    },
    {"text": "Call recordings refused our key.", "at": _AT, "icon": "warn", "tone": "stop", "read": True},
]
_TABS = [
    {"label": "Ready to ask", "url": "?tab=ready", "current": True, "count": 41},
    {"label": "Resting", "url": "?tab=resting", "count": 37},
    {"label": "Never asked", "url": "?tab=never", "count": None},
]
_HEADS = [
    {"label": "Person", "url": "?sort=name", "sorted": "ascending"},
    {"label": "Stage"},
    {"label": "Asked", "num": True},
]
_ROWS = [["Hemi Ngata", "Advocate", "0 of 2"], ["Olena Kovalenko", "Noticed", "0 of 2"]]
_HITS = [
    {"hit": {"kind": "account", "label": "Oriel Foods", "detail": "94 people"}, "url": "/people/"},
    {"hit": {"kind": "person", "label": "Rhiannon Pugh", "detail": "Finance Systems Lead"}, "url": "/people/"},
]
_MENU = [
    {"label": "In two weeks", "icon": "clock", "action": "/design/"},
    {"label": "After the renewal", "icon": "renew", "url": "#"},
]


_STEP = NextStep(
    "Thank, then ask for the quote", "Thank them today. Then ask whether these words may become a quote.", "quote"
)


def _entry(person: Sample) -> dict[str, Any]:
    moment = SimpleNamespace(
        kind="win",
        person_id=person.person_id,
        words=person.words,
        why_now=[],
        raised_at=_AT,
        further=1,
        moment_id="m-1",
    )
    return {"moment": moment, "person": person, "likelihood": _LIKELY, "step": _STEP, "holds": []}


def _row(person: Sample) -> PersonRow:
    listed = cast(ListedPerson, person)
    return row_of(listed, TODAY, act="quote", numbers=(0.45, 0.64, 0.79), step=_STEP.short)


def _account(person: Sample) -> AccountRow:
    account = ListedAccount(
        account_id="oriel", name="Oriel Foods", industry="Food", segment="Mid-market", people=94, arr=94_000,
        currency="EUR", renews_on=date(2027, 3, 31), owner_email="leila@northwind.example",
        states={"ready": 3, "resting": 2}, kinds={"win": 2, "promoter": 1},
    )  # fmt: skip
    return account_row_of(account, cast(ListedPerson, person), {}, TODAY)


def _charts() -> list[Chart]:
    rate = tuple(Point(q, p, p - 0.04, p + 0.045) for q, p in zip(_QUARTERS, _RATE, strict=True))
    chances = (Point("Beta", 0.62, 0.51, 0.74, note="120 people"), Point("Talk", 0.31, 0.2, 0.44), Point("Logo", None))
    steps = tuple(Point(*one) for one in (("Noticed", 1940), ("Qualified", 486), ("Asked", 231), ("Done", 148)))
    cells = {"Enterprise": (40, 12, 0), "Mid-market": (22, 7, None), "Not known": (9, None, 5)}
    heat = {name: [Point(k, n, few=n is None) for k, n in zip(_KINDS, row, strict=True)] for name, row in cells.items()}
    plots = {
        name: [Point(q, n * (3 + at)) for at, q in enumerate(_QUARTERS)] for name, n in (("Wins", 4), ("Growth", 2))
    }
    named = partial(Chart, source="Invented numbers.", as_of=TODAY, unit="count")
    told = "125 of 402 accounts put in a good word. A year ago it was 92 of 374."
    return [
        replace(named("rate", "line", "Advocacy rate", told, _series(Rate=rate)), unit="share"),
        named("plots", "line", "Signals by month", "Each on the same scale.", _series(**plots)),
        replace(
            named("chances", "intervals", "Likely to say yes", "Dot, range.", _series(L=chances)), unit="share", top=1.0
        ),
        named("steps", "funnel", "From signal to done", "People, 12 months.", _series(People=steps)),
        named("kinds", "bars", "Acts by kind", "192 acts.", _series(Acts=steps[1:])),
        named("segments", "heat", "Who speaks, by segment", "One person may have several.", _series(**heat)),
        named("nothing", "bars", "Nothing yet", "Not counted so far.", _series(Acts=[Point("Talk", None)])),
    ]


def _series(**lines: Sequence[Point]) -> tuple[Series, ...]:
    return tuple(Series(name, tuple(points)) for name, points in lines.items())
