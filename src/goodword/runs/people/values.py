"""Which value of a person counts where several are told: what colleagues and people themselves say, and the rule."""

from collections.abc import Collection
from datetime import date, datetime, time

import pyarrow as pa
from django.db.models import F

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import KNOWN
from goodword.evidence.records.values import CONTESTED_VALUES, LEDGER_VALUES, STATED_VALUES, TOLD_VALUES
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.identity.values.choosing import told_values
from goodword.finding.identity.values.forms import form_of, with_forms
from goodword.finding.identity.values.stating import contested_values, stated_values
from goodword.kit.clock import end_of
from goodword.programme.people.models import Correction
from goodword.programme.team.models import Assignment
from goodword.runs.people.who_is_who import ids_today

type Row = dict[str, object]


def decide_values(session: Session, humans: pa.Table, day: date) -> None:
    """Let the session know what is told of contested fields, and which value counts.

    Afterwards it knows LEDGER_VALUES, CONTESTED_VALUES, STATED_VALUES and TOLD_VALUES.

    Args:
        session: a conversation that knows the known records and SPELLS.
        humans: contract HUMANS.
        day: the day it is asked for.
    """
    session.offer(LEDGER_VALUES.name, vouched_values(humans))
    choose_values(session, day)


def choose_values(session: Session, day: date) -> None:
    """Let the session know CONTESTED_VALUES, STATED_VALUES and TOLD_VALUES.

    Args:
        session: a conversation that knows the known records of what people said and wrote, SPELLS and LEDGER_VALUES.
        day: the day it is asked for.
    """
    as_of = end_of(day)
    vouched, spells = LEDGER_VALUES.unbound(), SPELLS.unbound()
    people, interactions, responses, posts = (
        KNOWN[name].unbound() for name in ("people", "interactions", "responses", "posts")
    )
    session.keep(CONTESTED_VALUES.name, contested_values(people, spells, vouched, as_of=as_of))
    tables = (CONTESTED_VALUES.unbound(), people, spells, interactions, responses, posts, vouched)
    session.offer(STATED_VALUES.name, with_forms(session.fetch(stated_values(*tables, as_of=as_of))))
    session.keep(TOLD_VALUES.name, told_values(STATED_VALUES.unbound(), vouched, as_of=as_of))


def vouched_values(humans: pa.Table) -> pa.Table:
    """What colleagues put right and nobody took back, and the addresses that people sign in with themselves.

    Args:
        humans: contract HUMANS.

    Returns:
        contract LEDGER_VALUES, sorted by id; each under whom it means today.
    """
    rows = [*_corrections(), *_own_words()]
    today = ids_today(humans, {str(row["person_id"]) for row in rows})
    known = [row | {"person_id": today[str(row["person_id"])]} for row in rows if row["person_id"] in today]
    return pa.Table.from_pylist(sorted(known, key=lambda row: str(row["value_id"])), schema=LEDGER_VALUES.arrow())


def vouched_of(ids: Collection[str], person_id: str) -> pa.Table:
    """What is vouched for of whoever had one of these ids, under one id.

    Returns:
        contract LEDGER_VALUES, sorted by id.
    """
    rows = [row | {"person_id": person_id} for row in (*_corrections(), *_own_words()) if row["person_id"] in ids]
    return pa.Table.from_pylist(sorted(rows, key=lambda row: str(row["value_id"])), schema=LEDGER_VALUES.arrow())


def _corrections() -> list[Row]:
    rows = Correction.objects.standing().order_by("pk")
    return [
        {
            "value_id": f"correction {row.pk}",
            "person_id": row.person_id,
            "field": row.field,
            "value": row.value,
            "said_at": row.at.replace(tzinfo=None),
            "verified": "correction",
            "set_aside": sorted({form_of(one) for one in row.set_aside}),
        }
        for row in rows
    ]


def _own_words() -> list[Row]:
    rows = Assignment.objects.of_advocates().filter(user__is_active=True, user__last_login__isnull=False)
    found = rows.order_by("person_id", "user_id", "pk").values_list(
        "person_id", F("user__email"), F("user__last_login"), "user_id"
    )
    # Whoever signed in with an address reads what arrives there.
    return [
        {
            "value_id": f"sign-in {user}",
            "person_id": person,
            "field": "email",
            "value": email,
            # The day is enough: whoever signs in twice a day says nothing new.
            "said_at": datetime.combine(at.date(), time.min),
            "verified": "own_word",
            "set_aside": [],
        }
        for person, email, at, user in dict.fromkeys(found)
    ]
