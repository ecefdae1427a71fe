"""File a need: somebody of ours wants an act of a customer."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.needs.models import Need
from goodword.programme.needs.policies import refuse_wanting
from goodword.programme.needs.wanting import Wanting
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def file_need(wanted: Wanting, *, by: Actor, day: date, token: str = "") -> Need:
    """Keep a need; filed again with the token of a form that was used before, it is the one that is there.

    Args:
        wanted: what somebody hands in.
        by: who files it.
        day: today.
        token: of the form or call it is filed from; empty where that cannot come twice.

    Raises:
        GoodwordError: nobody may be chosen for this act, or it says nothing, too much, or comes too late.
    """
    there = _filed(by, token)
    if there is not None:
        return there
    refusal = refuse_wanting(wanted, day=day, token=token)
    if refusal is not None:
        raise refusal
    facts = {name: _tidy(name, value) for name, value in asdict(wanted).items()}
    kind = facts.pop("act_kind")
    try:
        with transaction.atomic():
            need = Need.objects.create(act_kind_id=kind, token=token, at=clock.now(), by=by.user_id, **facts)
            record(by, "file", "need", str(need.pk), after={"act_kind": kind, "urgent": wanted.urgent})
    except IntegrityError:
        there = _filed(by, token)  # of two presses at once the second finds what the first wrote
        if there is None:
            raise
        return there
    return need


def _tidy(name: str, value: Any) -> Any:  # noqa: ANN401  # a field of a need
    """Without space around it; what names something is one line."""
    if not isinstance(value, str):
        return value
    return value.strip() if name == "text" else " ".join(value.split())


def _filed(by: Actor, token: str) -> Need | None:
    return Need.objects.filter(by=by.user_id, token=token).first() if token else None
