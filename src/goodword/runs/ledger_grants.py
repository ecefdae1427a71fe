"""Permissions as a table of the ledger: the words that count on a day, each under whose key it is today."""

from collections import defaultdict
from datetime import date
from typing import Any

import pyarrow as pa

from goodword.evidence.records.ledger import LEDGER_GRANTS
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.words import Word, newest
from goodword.runs.people.who_is_who import ids_today

type Key = tuple[str | None, str | None]
"""The person or the company whose key it is; the other one is empty."""


def grants_table(humans: pa.Table, *, day: date) -> pa.Table:
    """Hand over the newest word of each key and scope, unless it was taken back; one that has ended says so.

    Args:
        humans: contract HUMANS.
        day: for which day.

    Returns:
        contract LEDGER_GRANTS, sorted by id.
    """
    rows = list(Grant.objects.select_related("withdrawal").order_by("pk"))
    today = ids_today(humans, {row.person_id for row in rows if row.person_id})
    said: dict[Key, list[Word]] = defaultdict(list)
    for row in rows:
        person = today.get(row.person_id, row.person_id) if row.person_id else None
        said[person, row.account_id].append(row.word)
    counting = [(key, word) for key, words in said.items() for word in newest(words, day) if not word.withdrawn(day)]
    told = [_told(key, word, day) for key, word in sorted(counting, key=lambda one: one[1].number)]
    return pa.Table.from_pylist(told, schema=LEDGER_GRANTS.arrow())


def _told(key: Key, word: Word, day: date) -> dict[str, Any]:
    standing = "granted" if word.granted else "denied"
    scope = word.scope
    return {
        "grant_id": str(word.number),
        "person_id": key[0],
        "account_id": key[1],
        "kind": scope.act_kind or None,
        "state": "expired" if word.expired(day) else standing,
        "given_on": word.given_on,
        "expires_on": word.expires_on,
        "asset": scope.asset or None,
        "audience": scope.audience or None,
        "prospect": scope.prospect or None,
        "channel": scope.channel or None,
        "territory": scope.territory or None,
    }
