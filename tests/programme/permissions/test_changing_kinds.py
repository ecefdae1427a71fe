"""Kinds of acts are rows: whoever runs a programme changes and adds them, and what held before is kept."""

from dataclasses import replace

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.actions.change_kind import change_kind
from goodword.programme.permissions.changing import facts_of_kind, kind_of_facts
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.kinds import SHIPPED, Policy
from goodword.programme.permissions.models import ActKind, KindChange
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.models import AuditEntry
from tests.permissions import CONSOLE

pytestmark = pytest.mark.django_db

PODCAST = Policy("podcast", label="Podcast guest", minutes=60, load=4, needs_company=True)
REVIEW = next(kind for kind in SHIPPED if kind.code == "review")


def talk() -> Policy:
    return policies_of_kinds()["talk"]


def refusal(wanted: Policy) -> str:
    """The code of the refusal, of a change and of an addition; nothing was written."""
    codes = []
    for action in (change_kind, add_kind):
        with pytest.raises(GoodwordError) as raised:
            action(wanted, by=CONSOLE)
        assert raised.value.mend.endswith(".")
        codes.append(raised.value.code)
    assert not KindChange.objects.exists()
    assert not AuditEntry.objects.filter(noun="act_kind").exists()
    assert len(set(codes)) == 1
    return codes[0]


def test_the_rows_are_as_they_are_shipped() -> None:
    assert tuple(policies_of_kinds().values()) == SHIPPED


def test_a_change_is_kept_with_what_held_before_and_stands_on_the_trail() -> None:
    made = change_kind(replace(talk(), load=6, asked_by=("manager",)), by=CONSOLE, reason="talks are short here")
    assert made is not None
    assert (talk().load, talk().asked_by) == (6, ("manager",))
    assert (made.number, made.before["load"], made.after["load"]) == (1, 8, 6)  # type: ignore[index]
    told = AuditEntry.objects.get(noun="act_kind")
    assert (told.verb, told.object_id, told.reason) == ("change", "talk", "talks are short here")
    assert (told.facts_before, told.facts_after) == (
        {"load": 8, "asked_by": []},
        {"load": 6, "asked_by": ["manager"]},
    )


def test_what_is_so_already_is_not_written_again() -> None:
    assert change_kind(talk(), by=CONSOLE) is None
    assert not KindChange.objects.exists()


def test_who_looked_at_what_held_before_is_told() -> None:
    change_kind(replace(talk(), load=6), by=CONSOLE, seen=0)
    with pytest.raises(GoodwordError) as raised:
        change_kind(replace(talk(), load=5), by=CONSOLE, seen=0)
    assert (raised.value.code, raised.value.retry) == ("kind-changed-meanwhile", True)
    assert change_kind(replace(talk(), load=5), by=CONSOLE, seen=1) is not None


def test_every_kind_that_was_kept_can_be_read_again() -> None:
    assert [kind_of_facts(facts_of_kind(kind)) for kind in (*SHIPPED, PODCAST)] == [*SHIPPED, PODCAST]


def test_one_of_ones_own_is_there_last_and_called_as_somebody_calls_it() -> None:
    made = add_kind(PODCAST, by=CONSOLE, reason="we have one now")
    assert list(policies_of_kinds().values())[-1] == PODCAST
    assert (made.before, made.number, kind_label("podcast")) == (None, 1, "Podcast guest")
    assert AuditEntry.objects.get(noun="act_kind").verb == "add"
    with pytest.raises(GoodwordError) as raised:
        add_kind(PODCAST, by=CONSOLE)
    assert raised.value.code == "kind-there"
    assert ActKind.objects.filter(pk="podcast").count() == 1


@pytest.mark.parametrize(
    "wanted",
    [
        replace(REVIEW, by_choice=True),
        replace(REVIEW, by_choice=True, public_review=False),
        replace(REVIEW, public_review=False),
        replace(PODCAST, public_review=True),
        replace(PODCAST, label="A review on some site"),
        replace(PODCAST, label="Sternebewertung"),
        replace(PODCAST, code="star_rating"),
    ],
)
def test_nobody_lets_people_be_chosen_for_a_public_review_by_whatever_name(wanted: Policy) -> None:
    assert refusal(wanted) == "review-by-choice"


def test_the_refusal_of_chosen_reviews_says_why() -> None:
    with pytest.raises(GoodwordError, match="consumer-protection"):
        change_kind(replace(REVIEW, by_choice=True), by=CONSOLE)
    assert add_kind(replace(PODCAST, code="site_review", public_review=True, by_choice=False), by=CONSOLE).number == 1


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (replace(PODCAST, code="Podcast"), "bad-kind-code"),
        (replace(PODCAST, code="a" * 41), "bad-kind-code"),
        (replace(PODCAST, label=""), "bad-kind-label"),
        (replace(PODCAST, label="x\ny"), "bad-kind-label"),
        (replace(PODCAST, label="x" * 61), "bad-kind-label"),
        (replace(PODCAST, minutes=0), "kind-out-of-bounds"),
        (replace(PODCAST, load=21), "kind-out-of-bounds"),
        (replace(PODCAST, rest_days=-1), "kind-out-of-bounds"),
        (replace(PODCAST, audience="everybody"), "unknown-audience"),  # type: ignore[arg-type]
        (replace(PODCAST, asked_by=("sales",)), "role-asks-nobody"),
        (replace(PODCAST, company_first=True, needs_company=False), "company-first-alone"),
        (Policy("talk", label="Speech"), "shipped-label"),
    ],
)
def test_what_makes_no_sense_is_refused(wanted: Policy, code: str) -> None:
    assert refusal(wanted) == code


def test_what_is_not_there_is_not_changed() -> None:
    with pytest.raises(GoodwordError) as raised:
        change_kind(PODCAST, by=CONSOLE)
    assert (raised.value.code, "goodword kinds list" in raised.value.mend) == ("unknown-act-kind", True)
