"""Sites and draws of the cast, made without the lake."""

from dataclasses import replace
from datetime import date

import pytest
from django.forms.models import model_to_dict

from goodword.doors.mail.inviting_drawn import write_invitation
from goodword.finding.drawing.lot import draw, promise
from goodword.programme.asks.bounds import Bounds
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.invite_drawn import invite_drawn
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.eligibility import eligible_for
from goodword.programme.lots.models import Draw, Eligible, Exclusion, Invitation, Site, Wait
from goodword.programme.lots.policies import SiteRules
from goodword.runs.proving import compare
from tests.permissions import CONSOLE
from tests.world import TODAY

pytestmark = pytest.mark.django_db


SEED = bytes(range(32))


def site(**rules: object) -> Site:
    told = {"name": "Peerview", "url": "https://peerview.example/northwind", "disclosure": "You were drawn by lot."}
    return keep_site(SiteRules(**(told | {"size": 100} | rules)), by=CONSOLE)  # type: ignore[arg-type]  # by name


def rules_of(where: Site, **changed: object) -> SiteRules:
    return replace(SiteRules(**model_to_dict(where, exclude=["id"])), **changed)  # type: ignore[arg-type]  # by name


def may_be_drawn(where: Site, day: date = TODAY) -> set[str]:
    return {one.person_id for one in eligible_for(where, day=day).candidates}


def drawn_by(where: Site, day: date = TODAY, seed: bytes = SEED) -> Draw:
    """A draw that was done, without the lake."""
    asked = promise_draw(where, seed=seed, promise=promise(seed), day=day, by=CONSOLE)
    finish_draw(asked, lot=lambda ids, size, key: draw(ids, size, seed=key), compare=compare, nps={}, by=CONSOLE)
    return Draw.objects.select_related("site", "done").get(pk=asked.pk)


def row_of(who: str, made: Draw) -> Eligible:
    return Eligible.objects.get(draw=made, person_id=who)


def invite(row: Eligible, day: date = TODAY) -> Invitation | Wait | Exclusion:
    return invite_drawn(row.pk, write=write_invitation, day=day, bounds=Bounds(), by=CONSOLE)
