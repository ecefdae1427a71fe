"""A draw proves that it was a lot, whoever was erased, merged or parted since, whatever people said."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st

from goodword.finding.drawing.lot import draw
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.models import Ask
from goodword.programme.lots.models import Eligible, Invitation
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.actions.settle_roots import publish_roots
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Person
from goodword.programme.personal import Subject
from goodword.runs.proving import faults_of, proof_of, tickets_of
from goodword.runs.rights.tables import erase_from_tables, left_in_tables
from tests.permissions import CONSOLE, forbids, person
from tests.programme.lots.drawn import drawn_by, invite, may_be_drawn, row_of, site
from tests.world import TODAY

pytestmark = pytest.mark.django_db


def test_the_proof_holds_without_those_who_were_erased() -> None:
    made = drawn_by(site(size=3))
    for drawn in (True, False):
        Eligible.objects.filter(draw=made, place__isnull=not drawn).first().delete()  # type: ignore[union-attr]  # one is there
    proof = proof_of(made)
    assert (proof.faults, proof.erased, len(list(tickets_of(made)))) == ((), 2, made.done.eligible - 2)
    assert set(proof.associations) == {"nps", "likelihood", "signals", "arr"}


def test_whoever_was_invited_and_is_erased_leaves_the_draw_and_is_counted_there() -> None:
    made = drawn_by(site())
    assert isinstance(invite(row_of("hemi", made)), Invitation)
    subject = Subject(reference="e-1", person_ids=("hemi",), pairs=(("crm", person("hemi").person_keys[0]),))
    erase_from_tables(subject)
    assert not Person.objects.filter(pk="hemi").exists()
    assert (Invitation.objects.count(), Ask.objects.count()) == (0, 0)
    assert (proof_of(made).faults, proof_of(made).erased) == ((), 1)
    assert {one["place"] for one in left_in_tables(subject) if one["found"]} <= {"table team.AuditEntry"}


def test_two_who_turned_out_to_be_one_and_then_two_again_are_drawn_and_invited_each_for_themselves() -> None:
    made = drawn_by(site(days_between=30))
    merge = merge_people("hemi", "selin", by=CONSOLE)
    later = TODAY + timedelta(days=40)
    assert len({"hemi", "selin"} & may_be_drawn(made.site, later)) == 1
    unmerge_people(merge, by=CONSOLE)
    publish_roots(ListedPerson.objects.values_list("person_id", flat=True), {})  # as the next run tells them apart
    assert {"hemi", "selin"} <= may_be_drawn(made.site, later)
    came = [invite(row_of(who, made)) for who in ("hemi", "selin")]
    assert [type(one) for one in came] == [Invitation, Invitation]
    assert faults_of(made) == ()


@given(data=st.data())
@settings_of(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_people_said_and_are_the_lot_leaves_out_for_reasons_of_their_own_only(data: st.DataObject) -> None:
    """Scores, holds, signals and revenue change nothing; opt-outs, denials and limits do, and no one takes a place."""
    with transaction.atomic():
        people = sorted(Person.objects.filter(account__isnull=False).values_list("pk", flat=True))
        for who in people:
            what = data.draw(st.sampled_from(["", "", "sour", "poor", "opted-out", "denied", "limit"]), label=who)
            _comes_to(who, what)
        where = site(size=data.draw(st.integers(1, 5), label="size"))
        made = drawn_by(where, seed=data.draw(st.binary(min_size=32, max_size=32), label="seed"))
        ids = may_be_drawn(site(name="Another"))
        told = list(Eligible.objects.drawn().filter(draw=made).values_list("person_id", flat=True))
        assert set(Eligible.objects.filter(draw=made).values_list("person_id", flat=True)) == ids
        assert tuple(told) == draw(ids, where.size, seed=bytes.fromhex(made.seed))
        assert made.done.eligible + sum(made.done.left_out.values()) == ListedPerson.objects.count()
        transaction.set_rollback(True)


def _comes_to(who: str, what: str) -> None:
    match what:
        case "sour":
            row = ListedPerson.objects.get(person_id=who)
            hold = {"generation_id": row.generation_id, "hold_id": f"sour {who}", "sentence": "Sour."}
            Hold.objects.create(person_id=who, code="complaint", **hold)
            ListedPerson.objects.filter(person_id=who).update(state="resting")
        case "poor":
            ListedPerson.objects.filter(person_id=who).update(account_arr=1.0, kinds=0)
        case "opted-out":
            opt_out_person(who, by=CONSOLE)
        case "denied":
            forbids(person(who), "review")
        case "limit":
            set_limit(who, asks_a_quarter=0, days_between=None, by=CONSOLE)
        case _:
            pass
