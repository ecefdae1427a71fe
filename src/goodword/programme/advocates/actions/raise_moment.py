"""Raise a moment between two publications: what was found of one text joins what readers see, and nothing else."""

import json
from collections import Counter
from datetime import date, datetime
from math import log2
from typing import Any

from django.db import models, transaction
from django.db.models import F, Max, Min

from goodword.evidence.records.findings import GOOD
from goodword.programme.advocates.actions.relist_person import Step, relist_person
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.models import (
    Generation,
    Hold,
    ListedPerson,
    Moment,
    Portfolio,
    Publication,
    Remark,
    Signal,
)
from goodword.programme.advocates.publishing.rows import Columns, batches
from goodword.programme.advocates.publishing.sheet import lay_out
from goodword.programme.bulk import insert_columns
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

MOMENT_DAYS = 14
"""So long a signal raises a moment."""

_IDS: dict[type[models.Model], str] = {Signal: "signal_id", Remark: "remark_id", Hold: "hold_id"}


def raise_moment(findings: Findings, *, as_of: date, by: Actor | None) -> Moment | None:
    """Add what was found about one person to what is published; return their moment where these words lead it.

    Called again with the same findings it changes nothing. Somebody who rests gets their moment among those who rest;
    a complaint lets them rest, on every list. Likelihoods and the order within a state stay until the next run.

    Args:
        findings: about one person, who is among those published.
        as_of: the day it is found on.
        by: who let the words in; None where the trail has that already.
    """
    with transaction.atomic():
        generation = Publication.hold()
        person_id = findings.persons["person_id"][0].as_py()
        if generation is None:
            return None
        listed = ListedPerson.objects.within(generation).about(person_id).first()
        if listed is None:
            return None
        sheet = lay_out(findings, generation.number, as_of=as_of, moment_days=MOMENT_DAYS)
        told = {model: columns for _done, tables in batches(sheet, 1) for model, columns in tables}
        before = set(Hold.objects.within(generation).about(person_id).values_list("code", flat=True))
        fresh = {model: _add(model, generation, person_id, told[model]) for model in _IDS}
        step = _step(listed, told, fresh, before)
        if fresh[Hold]:
            _rest(generation, listed, told[ListedPerson])
        if fresh[Signal]:
            _shown(listed, told[ListedPerson])
        if any(fresh.values()):
            relist_person(generation, listed, step)
        if not told[Moment]["generation"]:
            return None
        moment = _moment(generation, listed, told[Moment], fresh=bool(fresh[Signal]))
        if moment is not None and fresh[Signal] and by is not None:
            record(by, "raise", "moment", person_id, after={"signal": moment.signal_id, "kind": moment.kind})
        return moment


def _step(
    listed: ListedPerson,
    told: dict[type[models.Model], Columns],
    fresh: dict[type[models.Model], list[int]],
    before: set[str],
) -> Step:
    """What somebody was until now, and what is new about them."""
    return Step(
        state=listed.state,
        kinds=listed.kinds,
        fresh=bool(fresh[Signal]),
        said=Counter(told[Remark]["kind"][place] for place in fresh[Remark]),
        holds={
            told[Hold]["code"][place]: told[Hold]["hold_id"][place]
            for place in fresh[Hold]
            if told[Hold]["code"][place] not in before
        },
    )


def _add(model: type[models.Model], generation: Generation, person_id: str, columns: Columns) -> list[int]:
    """Insert the rows that are not there; return which of them that were."""
    name = _IDS[model]
    there = set(
        model._default_manager.filter(generation=generation, person_id=person_id).values_list(name, flat=True)  # noqa: SLF001  # Django's own name of it
    )
    new = [place for place, ident in enumerate(columns.get(name, ())) if ident not in there]
    if new:
        insert_columns(model, {key: [values[place] for place in new] for key, values in columns.items()})
    return new


def _rest(generation: Generation, listed: ListedPerson, columns: Columns) -> None:
    """Let somebody rest who complained; who rests already goes on for the reason they rest for."""
    praised = Remark.objects.within(generation).about(listed.person_id).filter(kind__in=GOOD)
    complaint = Hold.objects.within(generation).about(listed.person_id).filter(code="complaint")
    last = max((row.observed_at for row in complaint if row.observed_at), default=None)
    later = praised.filter(at__gte=last) if last else praised.none()
    if listed.state == "resting" or later.exists():
        return
    was_ready, listed.state = listed.state == "ready", "resting"
    for name in ("hold_code", "hold_sentence", "hold_until"):
        setattr(listed, name, columns[name][0])
    listed.save(update_fields=["state", "hold_code", "hold_sentence", "hold_until"])
    moments = Moment.objects.within(generation).about(listed.person_id).filter(resting=False)
    if moments.update(resting=True):
        _count(generation, listed.owner_email, waiting=-1, ready=-int(was_ready), resting=1)


def _shown(listed: ListedPerson, columns: Columns) -> None:
    """Let the person be shown with these words, where they are their newest, and with the kind of the signal."""
    at = datetime.fromisoformat(columns["fresh_at"][0])
    if listed.fresh_at is None or at >= listed.fresh_at:
        listed.fresh_at, listed.words = at, _json(columns["words"][0])
    listed.kinds |= int(columns["kinds"][0])
    listed.state = "unknown" if listed.state == "silent" else listed.state
    listed.save(update_fields=["fresh_at", "words", "kinds", "state"])


def _moment(generation: Generation, listed: ListedPerson, columns: Columns, *, fresh: bool) -> Moment | None:
    """The person's moment, with these words in front where they are the newest; None where newer ones lead it."""
    new = Moment(**{name: values[0] for name, values in columns.items() if name != "generation"}, generation=generation)
    new.raised_at = datetime.fromisoformat(columns["raised_at"][0])
    new.words, new.why = _json(columns["words"][0]), _json(columns["why"][0]) or []
    new.resting = listed.state == "resting"
    new.urgency *= _rarity(generation, new.kind)
    old = Moment.objects.within(generation).about(listed.person_id).first()
    if old is None:
        _place(generation, new)
        new.save(force_insert=True)
        waits = int(not new.resting)
        _count(generation, new.owner_email, waiting=waits, ready=int(listed.state == "ready"), resting=1 - waits)
        return new
    if old.signal_id == new.signal_id:
        return old
    if not fresh or (old.words is not None and old.raised_at > new.raised_at):
        return None
    new.pk, new.further, new.urgency = old.pk, old.further + 1, max(old.urgency, new.urgency)
    new.why = [*new.why, *(one for one in old.why if one["kind"] not in {told["kind"] for told in new.why})]
    _place(generation, new)
    new.save(force_update=True)
    return new


def _place(generation: Generation, new: Moment) -> None:
    """Make room for a moment among the others, by how urgent it is."""
    others = Moment.objects.within(generation).exclude(pk=new.pk)
    less = others.filter(urgency__lt=new.urgency).aggregate(first=Min("rank"))["first"]
    last = others.aggregate(last=Max("rank"))["last"]
    new.rank = less if less is not None else 0 if last is None else last + 1
    others.filter(rank__gte=new.rank).update(rank=F("rank") + 1)


def _rarity(generation: Generation, kind: str) -> float:
    """What a kind of signal weighs by how few have it, as in `publishing.standing.urgencies`, by what leads moments."""
    moments = Moment.objects.within(generation)
    return 1.0 - log2((moments.filter(kind=kind).count() + 1) / (moments.count() + 1))


def _count(generation: Generation, owner: str, **more: int) -> None:
    """Count a moment for everybody, and for who cares for the account."""
    counts: list[Generation | Portfolio] = [generation]
    counts += Portfolio.objects.filter(generation=generation, owner_email=owner).exclude(owner_email="")
    for counted in counts:
        told = counted.counts["moments"]
        for name, number in more.items():
            told[name] = told.get(name, 0) + number
        counted.save(update_fields=["counts"])


def _json(told: object) -> Any:  # noqa: ANN401  # JSON is anything
    return json.loads(told) if isinstance(told, str) else told
