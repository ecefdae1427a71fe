"""Whatever happens to people in whatever order: nobody who said no is asked, and everybody is who they are."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase
from hypothesis import settings as of_hypothesis
from hypothesis.stateful import run_state_machine_as_test

from goodword.programme.people.models import Person
from tests.runs.people.machine import AnyOrder
from tests.runs.people.naive_parts import Row
from tests.runs.people.product import Product

STEPS, RUNS, LEAST = 80, 32, 2_000


def test_nobody_is_asked_who_said_no_and_everybody_is_who_they_are(
    begin: Callable[[], Product], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(AnyOrder, "begin", staticmethod(begin), raising=False)
    AnyOrder.taken.clear()
    # A failure is not made smaller: each step works on real files, and a thousand tries would take an hour.
    run_state_machine_as_test(
        AnyOrder,
        settings=of_hypothesis(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    with capsys.disabled():
        print(f"\n{AnyOrder.taken.total()} steps: {dict(AnyOrder.taken.most_common())}")  # noqa: T201  # what was tried
    assert AnyOrder.taken.total() >= LEAST


def test_who_opted_out_after_a_backup_is_not_asked_where_it_is_restored(begin: Callable[[], Product]) -> None:
    product = begin()
    product.load_rows([Row("crm", "C1", "C1", ("ana@oriel.example",)), Row("crm", "C2", "C2")], "crm")
    (ana, somebody) = sorted(set(product.settle().values()), key=product.keys_of)
    archive = product.back_up()
    for one in (ana, somebody):  # one has an address, the other a key alone
        product.opt_out(one, product.now.day)
    product.restore(archive)
    assert product.may([("contact", "", ana), ("contact", "", somebody)]) == ["opted-out", "opted-out"]
    product.settle()
    assert product.may([("contact", "", ana), ("contact", "", somebody)]) == ["opted-out", "opted-out"]


def test_who_opted_out_in_a_restored_copy_is_not_asked_where_the_same_backup_is_restored_again(
    begin: Callable[[], Product],
) -> None:
    product = begin()
    product.load_rows([Row("crm", "C1", "C1", ("ana@oriel.example",))], "crm")
    (ana,) = set(product.settle().values())
    archive = product.back_up()
    product.restore(archive)
    product.opt_out(ana, product.now.day)
    product.restore(archive)
    assert product.may([("contact", "", ana)]) == ["opted-out"]


def test_who_was_erased_after_their_import_was_undone_does_not_come_back_with_a_backup_of_before(
    begin: Callable[[], Product],
) -> None:
    product = begin()
    product.load_rows([Row("crm", "C1", "C1"), Row("crm", "C2", "C2")], "crm")
    ana = min(set(product.settle().values()))
    product.undo(0)
    product.settle()
    archive = product.back_up()
    product.erase(ana)
    product.restore(archive)
    assert not Person.objects.filter(pk=ana).exists()


def test_an_erasure_takes_ids_of_before_that_mean_nobody_and_leaves_of_others_what_is_theirs(
    begin: Callable[[], Product],
) -> None:
    product = begin()
    product.load_rows([Row("crm", "C1", "C1", ("kim@halden.example", "ana@oriel.example"))], "crm")
    product.load_rows([Row("crm", "C1", "C1")], "crm")  # both were told once, and are nobody's now
    product.load_rows([Row("survey", "R1", "", ("kim@halden.example",), listed=False)], "survey")
    answered = product.settle()["survey", "", "kim@halden.example"]
    product.load_rows([Row("desk", "D1", "D1", ("ana@oriel.example", "bo@gmail.com"))], "desk")
    other = product.settle()["desk", "D1", "bo@gmail.com"]
    product.undo(2)
    product.undo(3)
    kim = product.settle()["crm", "C1", ""]
    product.erase(kim)
    assert not Person.objects.filter(pk__in=(kim, answered)).exists()
    assert Person.objects.get(pk=other).emails == ["bo@gmail.com"]


def test_the_list_of_who_may_not_be_asked_is_read_by_its_owner_only(begin: Callable[[], Product]) -> None:
    product = begin()
    product.load_rows([Row("crm", "C1", "C1", ("ana@oriel.example",), date(2026, 10, 1))], "crm")
    product.settle()
    archive = product.back_up()
    lists = [*product.workspace.path.glob("suppressed*.json"), *archive.parent.glob("suppressed*.json")]
    assert len(lists) == 2
    assert {path.stat().st_mode & 0o777 for path in lists} == {0o600}
    assert not any("ana" in path.read_text(encoding="utf-8") for path in lists)
