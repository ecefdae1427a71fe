"""The audit trail: every change once, in a chain that shows what was tampered with, and that nobody can rewrite."""

from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, AuditHead
from goodword.programme.team.trail import FIRST, record, verify

GUARDS = import_module("goodword.programme.team.migrations.0008_audit_tombstones")
LEILA = Actor("user", "7", "Leila", "web")


def three_entries() -> None:
    record(LEILA, "give", "role", "9", before={"role": "sales"}, after={"role": "csm"}, reason="moved")
    record(Actor.console(), "create", "user", "10")
    record(Actor.system("run"), "publish", "generation", "3", after={"people": 12, "share": 0.1})


@pytest.mark.django_db
def test_an_entry_tells_who_did_what_through_which_door() -> None:
    three_entries()
    first, second, third = AuditEntry.objects.order_by("number")
    assert (first.actor_kind, first.actor_id, first.door) == ("user", "7", "web")
    assert (first.verb, first.noun, first.object_id, first.reason) == ("give", "role", "9", "moved")
    assert (first.facts_before, first.facts_after) == ({"role": "sales"}, {"role": "csm"})
    assert (first.previous, second.previous, third.previous) == (FIRST, first.digest, second.digest)
    assert list(verify()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_or_delete_an_entry(change: str) -> None:
    three_entries()
    entries = AuditEntry.objects.filter(number=2)
    with pytest.raises(DatabaseError), transaction.atomic():
        entries.update(reason="never happened") if change == "update" else entries.delete()
    assert list(verify()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE team_auditentry SET reason = 'nothing' WHERE number = 2", "Entry 2 was changed"),
        ("UPDATE team_auditentry SET at = '2020-01-01 00:00:00' WHERE number = 1", "Entry 1 was changed"),
        ("DELETE FROM team_auditentry WHERE number = 2", "Entries 2 to 2 are missing"),
        ("DELETE FROM team_auditentry WHERE number = 3", "ends at 2, and should end at 3"),
        ("DELETE FROM team_audithead", "ends at 3, and should end at 0"),
    ],
)
def test_whoever_gets_round_the_guards_breaks_the_chain(statement: str, told: str) -> None:
    three_entries()
    GUARDS.unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert told in " ".join(found.sentence for found in verify())


@pytest.mark.django_db
def test_a_change_that_fails_leaves_no_entry() -> None:
    record(LEILA, "create", "user", "1")
    with transaction.atomic():
        record(LEILA, "create", "user", "2")
        transaction.set_rollback(True)
    assert AuditEntry.objects.count() == 1
    assert AuditHead.objects.get().number == 1
    assert list(verify()) == []


class AnyFacts(TestCase):
    @given(
        st.lists(
            st.dictionaries(
                st.text(max_size=5), st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
            ),
            max_size=6,
        )
    )
    def test_the_chain_holds_whatever_the_facts_are(self, many: list[dict[str, object]]) -> None:
        for facts in many:
            record(LEILA, "change", "thing", before=facts, after=facts)
        assert list(verify()) == []
