"""Let somebody stand elsewhere in what is published: counts, lists, likelihoods and their account tell the same."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from goodword.programme.advocates.models import (
    KIND_BITS,
    Generation,
    Likelihood,
    ListedAccount,
    ListedPerson,
    Portfolio,
)
from goodword.programme.advocates.relisted import ACCOUNTS, LAID_OUT, RELISTED
from goodword.programme.advocates.roster import ACCOUNT_READY, ACCOUNT_RISK, ACCOUNT_SIGNALS, ACCOUNT_SILENT

type Counts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """What became of somebody.

    Attributes:
        state: where they stood.
        kinds: bits of the kinds of their signals before.
        fresh: whether they gave a signal.
        said: how many remarks of theirs there are more, by kind.
        holds: the hold of each code that they did not have before.
    """

    state: str
    kinds: int
    fresh: bool = False
    said: Mapping[str, int] = field(default_factory=Counter)
    holds: Mapping[str, str] = field(default_factory=dict)


def relist_person(generation: Generation, listed: ListedPerson, step: Step) -> None:
    """Count and list somebody where they stand now; within a transaction that holds the publication.

    Args:
        generation: what is published.
        listed: their line, as it is now.
        step: what they were before, and what is new.
    """
    closed = _close_acts(generation, listed)
    kinds = [kind for kind, bit in KIND_BITS.items() if listed.kinds & ~step.kinds & bit]
    if closed or kinds or step.fresh or listed.state != step.state:
        generation.counts.setdefault(
            LAID_OUT,
            {
                "states": dict(generation.counts["states"]),
                "acts": {act: dict(sizes) for act, sizes in generation.counts["acts"].items()},
            },
        )
        _remember(generation.counts, listed, closed, step)
        counted: list[Generation | Portfolio] = [generation]
        counted += (
            Portfolio.objects.of(generation.number).filter(owner_email=listed.owner_email).exclude(owner_email="")
        )
        for one in counted:
            _count(one.counts, listed, closed, kinds, step)
            one.save(update_fields=["counts"])
    _tell_account(generation, listed, kinds, step)


def _close_acts(generation: Generation, listed: ListedPerson) -> dict[str, str]:
    """Let their likelihoods rest with them; return by kind of act where they stood."""
    if listed.state != "resting":
        return {}
    rows = Likelihood.objects.within(generation).about(listed.person_id).exclude(state="resting")
    closed = dict(rows.values_list("act_kind", "state"))
    rows.update(state="resting")
    return closed


def _remember(counts: Counts, listed: ListedPerson, closed: Mapping[str, str], step: Step) -> None:
    rows: list[Counts] = counts.setdefault(RELISTED, [])
    nothing: Counts = {"acts": [], "bits": 0, "fresh": False}
    before = next((row for row in rows if row["place"] == listed.rank), nothing)
    counts[RELISTED] = [row for row in rows if row["place"] != listed.rank]
    counts[RELISTED].append(
        {
            "place": listed.rank,
            "state": listed.state,
            "acts": sorted({*before["acts"], *closed}),
            "bits": before["bits"] | (listed.kinds & ~step.kinds),
            "fresh": before["fresh"] or step.fresh,
        }
    )


def _count(counts: Counts, listed: ListedPerson, closed: Mapping[str, str], kinds: list[str], step: Step) -> None:
    counts["states"][step.state] -= 1
    counts["states"][listed.state] += 1
    for kind in kinds:
        counts["kinds"][kind] += 1
    for act, state in closed.items():
        counts["acts"][act][state] -= 1
        counts["acts"][act]["resting"] += 1


def _tell_account(generation: Generation, listed: ListedPerson, kinds: list[str], step: Step) -> None:
    account = ListedAccount.objects.of(generation.number).filter(account_id=listed.account_id).first()
    if account is None or not account.states:
        return
    account.states[step.state] = account.states.get(step.state, 0) - 1
    account.states[listed.state] = account.states.get(listed.state, 0) + 1
    for kind in kinds:
        account.kinds[kind] = account.kinds.get(kind, 0) + 1
    for kind, count in step.said.items():
        account.said[kind] = account.said.get(kind, 0) + count
    for code, hold_id in step.holds.items():
        there = next((row for row in account.holds if row["code"] == code), None)
        if there is None:
            account.holds.append({"code": code, "people": 1, "person_id": listed.person_id, "hold_id": hold_id})
        else:
            there["people"] += 1
    account.save(update_fields=["states", "kinds", "said", "holds"])
    generation.counts.setdefault(ACCOUNTS, {})[str(account.rank)] = _flags(account)
    generation.save(update_fields=["counts"])


def _flags(account: ListedAccount) -> int:
    speaking = sum(count for state, count in account.states.items() if state != "silent")
    so = {
        ACCOUNT_READY: account.states.get("ready", 0) > 0,
        ACCOUNT_SIGNALS: any(account.kinds.values()),
        ACCOUNT_SILENT: speaking == 0,
        ACCOUNT_RISK: bool(account.risks),
    }
    return sum(bit for bit, is_so in so.items() if is_so)
