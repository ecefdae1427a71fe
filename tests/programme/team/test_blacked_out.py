"""Somebody is blacked out in the audit trail: the chain still holds, and nothing else may be changed with it."""

from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from goodword.programme.personal import Subject
from goodword.programme.team.actions.check_trail import check_trail
from goodword.programme.team.actions.erase_from_trail import erase_from_trail
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.trail import record, verify

GUARDS = import_module("goodword.programme.team.migrations.0008_audit_tombstones")
ADA = Subject(
    reference="erased-1", person_ids=("per_ada",), emails=("ada@oriel.example",), names=("Ada Ælfgar",),
    traces=(("user", "7"),),
)  # fmt: skip
CONSOLE = Actor.console()


def trail() -> None:
    record(CONSOLE, "thank", "moment", "per_ada", after={"person": "per_ada", "note": "for Ada Ælfgar"})
    record(CONSOLE, "deactivate", "user", "7", reason="she moved to the coast")
    record(CONSOLE, "deactivate", "user", "8", reason="asked by ADA@oriel.example")
    record(CONSOLE, "publish", "generation", "3", after={"people": 12})


def erase() -> None:
    entries = list(AuditEntry.objects.filter(number__in=(1, 2, 3)).order_by("number"))
    erase_from_trail(entries, ADA, by=CONSOLE)


def spoil(statement: str) -> None:
    """Change the table as somebody would who gets round its guards."""
    GUARDS.unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_a_word_that_means_nobody_stands_where_they_were_named() -> None:
    trail()
    erase()
    first, second, third, fourth, witness = AuditEntry.objects.order_by("number")
    assert (first.object_id, first.facts_after) == ("erased-1", {"person": "erased-1", "note": "for erased-1"})
    assert (second.object_id, second.reason) == ("erased-1", "erased-1")
    assert (third.object_id, third.reason) == ("8", "erased-1")
    assert fourth.facts_after == {"people": 12}
    assert (witness.verb, witness.noun, witness.object_id) == ("erase", "trail", "erased-1")


@pytest.mark.django_db
def test_the_chain_holds_afterwards_as_before_and_for_a_second_person_too() -> None:
    trail()
    assert check_trail().holds
    erase()
    assert list(verify()) == []
    assert check_trail(whole=True).holds
    bo = Subject(reference="erased-2", person_ids=("erased-1",))
    erase_from_trail(list(AuditEntry.objects.filter(number=1)), bo, by=CONSOLE)
    assert list(verify()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE team_auditentry SET reason = 'she was fired' WHERE number = 2",
        "UPDATE team_auditentry SET verb = 'praise' WHERE number = 1",
        "UPDATE team_auditentry SET after = '{}' WHERE number = 5",
        "UPDATE team_auditentry SET after = '{\"people\":13}' WHERE number = 4",
    ],
)
def test_whoever_changes_more_than_was_witnessed_breaks_the_chain(statement: str) -> None:
    trail()
    erase()
    spoil(statement)
    assert [broken.number for broken in verify()]


@pytest.mark.django_db
def test_the_database_lets_no_entry_be_changed_that_nobody_blacked_out() -> None:
    trail()
    erase()
    for number, change in (
        (4, {"reason": "never"}),
        (1, {"verb": "praise"}),
        (1, {"digest": "0"}),
        (5, {"reason": "x"}),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            AuditEntry.objects.filter(number=number).update(**change)


class AnyWords(TestCase):
    """Whatever stands in an entry: nothing of the person is left in it, and the chain holds."""

    @given(before=st.text(max_size=30), after=st.text(max_size=30))
    def test_nobody_is_left_whatever_stands_around_them(self, before: str, after: str) -> None:
        said = f"{before} ada@oriel.example {after}".replace("\x00", "")
        number = record(CONSOLE, "note", "thing", "1", after={"said": said}).number
        erase_from_trail(list(AuditEntry.objects.filter(number=number)), ADA, by=CONSOLE)
        assert "ada@oriel.example" not in AuditEntry.objects.get(number=number).after
        assert list(verify()) == []
