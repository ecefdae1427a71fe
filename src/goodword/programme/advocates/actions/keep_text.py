"""Keep a text that arrived until a publication has what it says."""

from dataclasses import dataclass

from django.db import transaction

from goodword.kit import clock
from goodword.programme.advocates.arrivals import ArrivedText
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


@dataclass(frozen=True, slots=True)
class Words:
    """A text as an import reads it.

    Attributes:
        source: whose people it is filed under.
        record_id: what it is called there.
        name: what records call the person; empty where they have no name.
        cells: by column of the contract.
    """

    source: str
    record_id: str
    name: str
    cells: dict[str, str]


def keep_text(words: Words, *, person_id: str, by: Actor) -> ArrivedText:
    """Keep what somebody said; the same words under the same name are there already, other words replace them.

    Args:
        words: the text.
        person_id: whose words they are.
        by: who let them in.
    """
    facts = {"person_id": person_id, "name": words.name, "cells": words.cells, "arrived_at": clock.now()}
    with transaction.atomic():
        there = {"source": words.source, "record_id": words.record_id}
        kept, new = ArrivedText.objects.get_or_create(**there, defaults=facts)
        if not new and kept.cells["text"] != words.cells["text"]:
            kept.delete()  # another row, so that a run at work knows that it does not know it
            kept, new = ArrivedText.objects.create(**there, **facts), True
        if new:
            record(by, "receive", "text", person_id, after={"record": words.record_id})
    return kept
