"""What an account's people said and did, as far as the reader sees it; so many queries however many they are."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from django.urls import reverse

from goodword.doors.web.employment_lines import day_between
from goodword.doors.web.views.loved import with_words
from goodword.programme.acts.models import Act
from goodword.programme.advocates.models import Generation, Hold, ListedAccount, ListedPerson, Signal
from goodword.programme.advocates.roster import Places, of_account, standing
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.themes import themes_of_account
from goodword.programme.advocates.why_risk import why_risk
from goodword.programme.advocates.wording import hold_words
from goodword.programme.themes.shaping import shape_now

SIGNALS_SHOWN = 5
ACTS_SHOWN = 20
OWNED_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown beside the people.

    Attributes:
        risks: who mattered and is gone: a sentence, and where the reader sees them, the person and the record.
        spoke: those who said something good last and whose words the reader sees, the newest first.
        signals: the newest signals, each beside its person.
        holds: what holds people: a hold, its person, and how many others it holds too.
        moves: who left and came, each with the person and the other company's page; only those whom the reader sees.
        unseen: how many moves are of people whom the reader does not see, or too long ago to be told.
        acts: what was done there, the newest first.
        all_acts: how many acts there are.
        good: how many good words there are.
        themes: what they are about, each with its newest words, see views/loved.py.
        related: accounts the reader sees that are named here, by id.
        owned: accounts that this one owns.
    """

    risks: list[dict[str, Any]]
    spoke: list[ListedPerson]
    signals: list[dict[str, Any]]
    holds: list[dict[str, Any]]
    moves: list[dict[str, Any]]
    unseen: int
    acts: list[Act]
    all_acts: int
    good: int
    themes: list[dict[str, Any]]
    related: dict[str, ListedAccount] = field(default_factory=dict)
    owned: list[ListedAccount] = field(default_factory=list)


def told_of(sight: Sight, generation: Generation, account: ListedAccount) -> Told:
    """Gather what an account's people said and did.

    Args:
        sight: of the reader.
        generation: what is published.
        account: with what the reader sees of it.
    """
    spoke = of_account(generation, "spoke", account.rank)
    fresh = freshest(generation, account.rank) if sight.scores and sight.words else spoke[:0]
    newest = account.moves.get("newest", [])
    by_place = {one.rank: one for one in _seen(sight, generation, rank__in=[int(one) for one in {*spoke, *fresh}])}
    named = {one["person_id"] for one in (*newest, *account.holds, *account.risks)}
    people = {one.person_id: one for one in by_place.values()}
    people |= {one.person_id: one for one in _seen(sight, generation, person_id__in=named - set(people))}
    related = related_to(sight, generation, account)
    moves = [_move(one, people[one["person_id"]], related, sight) for one in newest if one["person_id"] in people]
    all_moves = account.moves.get("left", 0) + account.moves.get("came", 0)
    acts, all_acts = _acts(sight, account)
    return Told(
        risks=[_risk(one, people.get(one["person_id"]), generation.as_of) for one in account.risks],
        spoke=[one for one in (by_place.get(int(place)) for place in spoke) if one is not None and one.words],
        signals=_signals(sight, generation, [by_place[int(place)] for place in fresh if int(place) in by_place]),
        holds=_holds(sight, generation, account, people),
        moves=moves,
        unseen=all_moves - len(moves),
        acts=acts,
        all_acts=all_acts,
        good=account.said.get("praise", 0) + account.said.get("win", 0),
        themes=with_words(sight, generation, themes_of_account(generation, account, shape_now())),
        related=related,
        owned=_owned(sight, generation, account),
    )


def freshest(generation: Generation, rank: int) -> Places:
    """Return the places of those with the newest signals: among them they have the newest of the account."""
    members = of_account(generation, "members", rank)
    return members[np.argsort(standing(generation, "fresh")[members])[:SIGNALS_SHOWN]]


def related_to(sight: Sight, generation: Generation, account: ListedAccount) -> dict[str, ListedAccount]:
    """Return the accounts that are named beside this one and that somebody sees, by id; one query at most."""
    ids = {account.parent_account_id, *account.company.get("also", ())}
    ids |= {one["account_id"] for one in account.moves.get("newest", [])}
    ids -= {""}
    found = sight.accounts(generation).filter(account_id__in=ids).only("account_id", "name") if ids else ()
    return {one.account_id: one for one in found}


def _seen(sight: Sight, generation: Generation, **wanted: Any) -> list[ListedPerson]:  # noqa: ANN401  # one condition
    (some,) = wanted.values()
    rows = sight.people(generation).filter(**wanted).defer("employments") if some else ()
    return [sight.person(row) for row in rows]


def _signals(sight: Sight, generation: Generation, people: list[ListedPerson]) -> list[dict[str, Any]]:
    whose = {one.person_id: one for one in people}
    rows = Signal.objects.within(generation).filter(person_id__in=list(whose)).order_by("-observed_at", "signal_id")
    shown = sight.signals(list(rows[:SIGNALS_SHOWN])) if whose else []
    return [{"signal": one, "person": whose[one.person_id]} for one in shown]


def _holds(
    sight: Sight, generation: Generation, account: ListedAccount, people: dict[str, ListedPerson]
) -> list[dict[str, Any]]:
    """One hold of each code; what burns first, then what holds most people."""
    chosen = {(one["person_id"], one["hold_id"]): one for one in account.holds if one["person_id"] in people}
    if not chosen:
        return []
    rows = Hold.objects.within(generation).filter(
        person_id__in={person for person, _ in chosen}, hold_id__in={hold for _, hold in chosen}
    )
    found = [(row, chosen[row.person_id, row.hold_id]) for row in rows if (row.person_id, row.hold_id) in chosen]
    found.sort(key=lambda one: (not hold_words(one[0].code).fire, -one[1]["people"], one[0].code))
    return [
        {"hold": sight.hold(row), "person": people[row.person_id], "others": one["people"] - 1} for row, one in found
    ]


def _risk(risk: dict[str, Any], person: ListedPerson | None, as_of: date) -> dict[str, Any]:
    """A risk, without the record where the reader does not see the person."""
    said = why_risk(risk, person.called if person else "", as_of)
    return risk | {"sentence": said, "person": person, "id": risk["id"] if person else None}


def _move(
    move: dict[str, Any], person: ListedPerson, related: dict[str, ListedAccount], sight: Sight
) -> dict[str, Any]:
    known = related.get(move["account_id"])
    on, *bounds = (_day(move.get(name)) for name in ("on", "not_before", "not_after"))
    return move | {
        "person": person,
        "url": reverse("account", args=[known.account_id]) if known else "",
        "company": move["company"] or (move.get("host", "") if sight.contacts else ""),
        "elsewhere": bool(move["company"] or move.get("host")),
        "on": on,
        "not_before": bounds[0],
        "not_after": bounds[1],
        "when": "" if on else day_between(None, *bounds),
    }


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _acts(sight: Sight, account: ListedAccount) -> tuple[list[Act], int]:
    acts = Act.objects.standing().filter(account_id=account.account_id).order_by("-done_on", "-pk")
    shown = list(acts[: ACTS_SHOWN + 1])
    for act in shown:
        if not sight.notes:
            act.note = ""
        if not act.url.startswith(("https://", "http://")):
            act.url = ""
    return shown[:ACTS_SHOWN], len(shown) if len(shown) <= ACTS_SHOWN else acts.count()


def _owned(sight: Sight, generation: Generation, account: ListedAccount) -> list[ListedAccount]:
    theirs = sight.accounts(generation).filter(parent_account_id=account.account_id).order_by("rank")
    return list(theirs.only("account_id", "name")[:OWNED_SHOWN])
