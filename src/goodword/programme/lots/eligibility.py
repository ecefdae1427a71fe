"""Everybody who may be drawn for a site on a day, and how many may not, by why.

Whoever uses what we make may be drawn: everybody known at a customer, also at one that left us, for leaving those out
would leave the discontent out. Nothing here reads what anybody thinks of us.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched

from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from goodword.programme.asks.models import Limit
from goodword.programme.bounces.models import Bounce
from goodword.programme.lots.models import Eligible, Site
from goodword.programme.lots.policies import nobody_published
from goodword.programme.lots.standing import ask_by_lot, excluding, who_said_never
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.policies import may_many

_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be drawn, with numbers that take no part.

    Attributes:
        person_id: the id of today.
        likelihood: the best of an act, as published.
        signals: how many kinds of signal were found.
        arr: of their account.
    """

    person_id: str
    likelihood: float | None
    signals: float
    arr: float | None


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is read of somebody published."""

    person_id: str
    email: str
    left_on: date | None
    account_id: str
    kinds: int
    best_likelihood: float | None
    account_arr: float | None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Who may be drawn, in the order of ids, and why others may not, by id."""

    candidates: tuple[Candidate, ...]
    why: Mapping[str, str]

    @property
    def left_out(self) -> dict[str, int]:
        """How many may not be drawn, by why."""
        return dict(sorted(Counter(self.why.values()).items()))


def eligible_for(site: Site, *, day: date) -> Eligibility:
    """Find everybody who may be drawn for a site.

    Raises:
        GoodwordError: nobody is published yet.
    """
    generation = Publication.current()
    if generation is None:
        raise nobody_published()
    listed = _listed(generation)
    why = _why_not(site, listed, day)
    candidates = [
        Candidate(one, row.best_likelihood, float(row.kinds), row.account_arr)
        for one, row in sorted(listed.items())
        if one not in why
    ]
    return Eligibility(tuple(candidates), why)


def _listed(generation: Generation) -> dict[str, _Listed]:
    """Who is published, each human being once, under the id of today; who was erased since is not there."""
    today = {one: root or one for one, root in Person.objects.values_list("person_id", "root_id").iterator()}
    columns = ("person_id", "email", "left_on", "account_id", "kinds", "best_likelihood", "account_arr")
    found: dict[str, _Listed] = {}
    rows = ListedPerson.objects.within(generation).order_by("person_id").values_list(*columns)
    for told in rows.iterator(chunk_size=_AT_ONCE):
        row = _Listed(*told)
        one = today.get(row.person_id)
        if one is not None and (one not in found or row.person_id == one):
            found[one] = row
    return found


def _why_not(site: Site, listed: Mapping[str, _Listed], day: date) -> dict[str, str]:
    """Why some may not be drawn, by id; the gravest reason of each."""
    no_customers = _no_customers()
    gone_wrong = set(Bounce.objects.filter(kind__in=["hard", "complaint"]).values_list("address", flat=True))
    why = dict.fromkeys(_lately(site, day), "drawn-lately")
    for one, row in listed.items():
        address = row.email.strip().casefold()
        if not address or address in gone_wrong:
            why[one] = "no-address"
        if row.left_on is not None and row.left_on <= day:
            why[one] = "left"
        if not row.account_id or row.account_id in no_customers:
            why[one] = "no-customer"
    why |= dict.fromkeys(who_said_never(site.act_kind_id), "never") | dict.fromkeys(_want_none(), "limit")
    for people in batched(listed, _AT_ONCE):
        refusals = may_many([ask_by_lot(one, site.act_kind_id) for one in people], day=day)
        why |= {one: excluding(refusal) for one, refusal in zip(people, refusals, strict=True) if refusal is not None}
    return {one: reason for one, reason in why.items() if one in listed}


def _no_customers() -> set[str]:
    return set(Account.objects.filter(status="prospect").values_list("account_id", flat=True))


def _want_none() -> Iterable[str]:
    """Those whose newest word is that they want to be asked for nothing."""
    newest: dict[str, Limit] = {}
    for limit in Limit.objects.select_related("person").order_by("at", "pk"):
        newest[limit.person.root_id or limit.person_id] = limit
    return (one for one, limit in newest.items() if limit.asks_a_quarter == 0)


def _lately(site: Site, day: date) -> Iterable[str]:
    """Those who were drawn for this site within its days, whether or not they were invited yet."""
    since = day - timedelta(days=site.days_between)
    rows = Eligible.objects.drawn().filter(draw__site=site, draw__as_of__gt=since).select_related("person")
    return (row.person.root_id or row.person_id for row in rows)
