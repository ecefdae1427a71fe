"""Who stands where, what may be chosen by likelihood, and whose moment comes first."""

from datetime import timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, Likelihood, ListedPerson, Moment
from goodword.programme.advocates.publishing.grouping import group_by_person
from goodword.programme.advocates.publishing.standing import urgencies
from tests.world import TODAY, Cast, the_cast


def publish(cast: Cast, moment_days: int = 14) -> Generation:
    return publish_findings(cast.findings(), as_of=TODAY, fingerprint="x", moment_days=moment_days)


def urgency_of(cast: Cast, moment_days: int = 14) -> dict[str, float]:
    findings = cast.findings()
    ids = pa.array([str(name) for name in findings.persons["person_id"].to_pylist()])
    grouped = group_by_person(findings.signals, ids)
    numbers = urgencies(grouped, len(ids), as_of=TODAY, moment_days=moment_days)
    return {str(name): float(number) for name, number in zip(ids.to_pylist(), numbers, strict=True)}


@pytest.mark.django_db
def test_public_reviews_are_never_the_best_act() -> None:
    cast = Cast()
    cast.person("p", "P", "", None)
    win = cast.signal("p", "win", "2026-11-18T10:00")
    cast.likely("p", {"review": (0.8, 0.9, 0.95), "quote": (0.2, 0.3, 0.4)}, [win])
    assert ListedPerson.objects.within(publish(cast)).get().best_act == "quote"


@pytest.mark.django_db
def test_a_hold_on_one_kind_of_act_closes_that_kind_only() -> None:
    cast = Cast()
    cast.person("p", "P", "", None)
    win = cast.signal("p", "win", "2026-11-18T10:00")
    cast.likely("p", {"quote": (0.5, 0.6, 0.7), "talk": (0.2, 0.3, 0.4)}, [win])
    cast.hold("p", "never", "P said never to quotes.", act_kind="quote")
    generation = publish(cast)
    person = ListedPerson.objects.within(generation).get()
    assert (person.state, person.best_act, person.hold_sentence) == ("ready", "talk", "")
    states = dict(Likelihood.objects.within(generation).values_list("act_kind", "state"))
    assert (states["quote"], states["talk"], states["logo"]) == ("resting", "ready", "unknown")


@pytest.mark.django_db
def test_holds_on_every_kind_of_act_rest_the_person() -> None:
    cast = Cast()
    cast.person("p", "P", "", None)
    win = cast.signal("p", "win", "2026-11-18T10:00")
    cast.likely("p", {"quote": (0.5, 0.6, 0.7)}, [win])
    for kind in {row["act_kind"] for row in cast.rows["likelihoods"]}:
        cast.hold("p", "never", f"P said never to {kind}.", act_kind=kind)
    assert ListedPerson.objects.within(publish(cast)).get().state == "resting"


@pytest.mark.django_db
def test_ranks_of_one_act_start_at_nought_and_have_no_gap() -> None:
    generation = publish(the_cast())
    for kind in ("quote", "talk", "review"):
        likely = Likelihood.objects.within(generation).of_kind(kind).order_by("rank")
        assert list(likely.values_list("rank", flat=True)) == list(range(11))


@pytest.mark.django_db
def test_one_moment_a_person_and_the_held_apart() -> None:
    generation = publish(the_cast())
    moments = Moment.objects.within(generation)
    assert [moment.person_id for moment in moments.resting()] == ["ingrid", "amara", "meiling"]
    assert not moments.filter(person_id__in=["lucia", "olena", "nobody"]).exists()
    rhiannon = moments.get(person_id="rhiannon")
    assert (rhiannon.kind, rhiannon.further) == ("win", 1)
    assert rhiannon.words is not None
    assert rhiannon.words["before"] == "Honestly, "
    assert [fact["bold"] for fact in rhiannon.why_now] == ["Names the outcome", "9 of 14", "61 active days"]


@pytest.mark.django_db
def test_the_window_of_moments_is_a_setting() -> None:
    assert Moment.objects.within(publish(the_cast(), moment_days=3)).waiting().count() == 3
    cast = the_cast()
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="y", moment_days=60)
    assert Moment.objects.within(generation).filter(person_id="lucia").exists()


def test_fresher_is_more_urgent_and_rarer_too() -> None:
    cast = Cast()
    for name, kind, day in (("a", "win", 18), ("b", "win", 12), ("c", "champion", 18), ("d", "win", 18)):
        cast.person(name, name, "", None)
        cast.signal(name, kind, f"2026-11-{day}T10:00")
    urgency = urgency_of(cast)
    assert urgency["c"] > urgency["a"] == urgency["d"] > urgency["b"] > 0


def test_words_come_before_what_was_only_counted() -> None:
    cast = Cast()
    for name in ("a", "b"):
        cast.person(name, name, "", None)
    span = cast.said("b", "t-1", "We love it.", "We love it.", at="2026-11-18T10:00")
    cast.signal("a", "win", "2026-11-18T10:00")
    cast.signal("b", "win", "2026-11-18T10:00", span)
    urgency = urgency_of(cast)
    assert urgency["b"] == pytest.approx(2 * urgency["a"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["win", "champion", "growth"])), min_size=1, max_size=8))
def test_only_the_window_counts_and_every_moment_has_its_urgency(signals: list[tuple[int, str]]) -> None:
    cast = Cast()
    for number, (age, kind) in enumerate(signals):
        cast.person(f"p{number:02d}", "", "", None)
        cast.signal(f"p{number:02d}", kind, f"{TODAY - timedelta(days=age)}T12:00")
    for number, urgency in enumerate(urgency_of(cast).values()):
        assert (urgency > 0) == (signals[number][0] < 14)
