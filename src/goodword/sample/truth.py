"""The truth folder: who is who, who would accept what, what each remark really is, what each reference added."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

import numpy as np
import pyarrow as pa

from goodword.sample.catalogue import opened_by
from goodword.sample.chance import stream
from goodword.sample.usage import Events
from goodword.sample.world import KIND_ODDS, Contact, Human, Row, World, acceptance, willingness


def people_truth(world: World, events: Events) -> list[Row]:
    """One row per real person; see docs/reference/sample-company.md for the meaning of each column."""
    today = world.setting.today
    promoters, champions = _promoters(world), _champions(world)
    super_users, active = _super_users(world, events)
    grown = {account.id for account in world.accounts if _has_grown(account.contracts, today)}
    brought = {str(move["to_key"]) for move in world.moves if move["brought_us"]}
    rng = stream(world.setting.seed, "would accept")
    rows: list[Row] = []
    for human in world.humans:
        contact = _present(human, today)
        moved = (
            {str(m["to_key"]) for m in world.moves if m["true_person_id"] == human.id}
            if len(human.contacts) > 1
            else set()
        )
        keys = set(human.keys)
        row: Row = {
            "true_person_id": human.id,
            "person_keys": human.keys,
            "name": human.name,
            "email": contact.email,
            "account_id": contact.account.id,
            "works_there": contact.here_on(today),
            "willingness": round(willingness(contact, today, world.setting), 6),
        }
        for kind in KIND_ODDS:
            chance = acceptance(contact, kind, today, world.setting)
            row[f"p_{kind}"] = round(chance, 6)
            row[f"accept_{kind}"] = rng.random() < chance
        row["is_promoter"] = bool(keys & promoters)
        row["is_super_user"] = bool(keys & super_users)
        row["is_champion"] = human.id in champions
        row["is_repeat_customer"] = bool(moved & (brought | active))
        row["is_growth"] = contact.here_on(today) and contact.account.id in grown and _decides(contact)
        rows.append(row)
    return rows


def _decides(contact: Contact) -> bool:
    return contact.pays is True or contact.influence == "high"


def _present(human: Human, today: date) -> Contact:
    """Where the person is now; for those who left, where they were last."""
    real = [contact for contact in human.contacts if not contact.twin]
    here = [contact for contact in real if contact.here_on(today)]
    return max(here or real, key=lambda contact: contact.joined)


def _promoters(world: World) -> set[str]:
    """Keys of people whose latest NPS answer, at most 365 days old, is 9 or 10."""
    by_email = {c.email_on(day): c.key for c in world.contacts for day in (world.setting.start, world.setting.today)}
    latest: dict[str, tuple[datetime, int]] = {}
    for row in world.tables["responses"]:
        at, score = row["answered_at"], row["score"]
        key = str(row["person_key"] or by_email[str(row["email"])])
        if (
            row["survey"] == "nps"
            and isinstance(at, datetime)
            and isinstance(score, int)
            and (key not in latest or latest[key][0] <= at)
        ):
            latest[key] = (at, score)
    oldest = world.setting.today - timedelta(days=365)
    return {key for key, (at, score) in latest.items() if score >= 9 and at.date() > oldest}


def _super_users(world: World, events: Events) -> tuple[set[str], set[str]]:
    """Keys at or above the 90th percentile of active days and of breadth in 90 days; and keys active at all."""
    today = world.setting.today
    begin = ((today - date(1970, 1, 1)).days - 89) * 86400
    recent = events.seconds >= begin
    who, day, feature = events.person[recent], events.seconds[recent] // 86400, events.feature[recent]
    people = np.unique(who)
    days = np.bincount(np.unique(np.stack([who, day]), axis=1)[0], minlength=len(events.keys))
    used = np.bincount(np.unique(np.stack([who, feature]), axis=1)[0], minlength=len(events.keys))
    plans = {account.id: len(opened_by(account.plan)) for account in world.accounts}
    opened = np.array([plans[account] for account in events.accounts])
    breadth = used / np.maximum(opened, 1)
    frequent = days >= np.quantile(days[people], 0.9) if len(people) else days > 0
    broad = breadth >= np.quantile(breadth[people], 0.9) if len(people) else days > 0
    chosen = np.nonzero(frequent & broad & (days >= 10))[0]
    return {events.keys[i] for i in chosen}, {events.keys[i] for i in people}


def _champions(world: World) -> set[str]:
    """People who in 180 days answered at least three different other people; pairs who help each other count half."""
    by_email = {h.member_email: h.id for h in world.humans if h.member_email}
    posts = {row["post_id"]: row for row in world.tables["posts"]}
    oldest = world.setting.today - timedelta(days=180)
    helped: dict[str, set[str]] = defaultdict(set)
    for row in posts.values():
        at = row["at"]
        if row["kind"] != "answer" or not isinstance(at, datetime) or at.date() <= oldest:
            continue
        asker, helper = str(posts[row["parent_id"]]["email"]), str(row["email"])
        if asker != helper:
            helped[helper].add(asker)
    chosen = set()
    for helper, askers in helped.items():
        if sum(0.5 if helper in helped.get(asker, ()) else 1.0 for asker in askers) >= 3 and helper in by_email:
            chosen.add(by_email[helper])
    return chosen


def _has_grown(contracts: list[Row], today: date) -> bool:
    """Whether a renewal or expansion signed in the last 120 days raised the ARR."""
    before = 0.0
    for contract in contracts:
        arr, signed = contract["arr"], contract["signed_on"]
        if not isinstance(arr, int) or not isinstance(signed, date):
            continue
        if (
            contract["kind"] in ("renewal", "expansion")
            and arr > before
            and today - timedelta(days=120) < signed <= today
        ):
            return True
        before = arr
    return False


def same_person(world: World) -> list[Row]:
    """Pairs of keys that are one human being, each pair once, in order."""
    rows: list[Row] = []
    for human in world.humans:
        rows += [
            {"person_key": first, "other_person_key": second, "true_person_id": human.id}
            for first, second in combinations(sorted(human.keys), 2)
        ]
    return rows


def remark_table(world: World) -> pa.Table:
    """The remarks as columns."""
    names = ("table", "id", "start", "end", "quote", "label", "lang", "metric", "before", "after")
    columns: dict[str, list[Any]] = {name: [getattr(remark, name) for remark in world.remarks] for name in names}
    return pa.table(
        {
            name: pa.array(values, pa.int64() if name in ("start", "end") else pa.string())
            for name, values in columns.items()
        }
    )
