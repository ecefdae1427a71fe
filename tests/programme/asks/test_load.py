"""Nobody is asked too often, whichever door asks: the database itself counts."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.post_load import Cost, post_load
from goodword.programme.asks.actions.release_place import release_place
from goodword.programme.asks.actions.reserve_place import reserve_place
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.guards import NAMES, protect, unprotect
from goodword.programme.asks.models import Limit, PastLoad, Reservation
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor

pytestmark = pytest.mark.django_db

LEILA = Actor("user", "7", "Leila", "web", "7")
MARCH = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
SHORT = Bounds(asks_a_quarter=2, rest_days=10)


@pytest.fixture
def amara() -> Person:
    return Person.objects.create(person_id="amara", name="Amara Osei")


def ask(person: str = "amara", day: date = MARCH, bounds: Bounds = SHORT) -> Reservation:
    return reserve_place(person, "quote", day=day, bounds=bounds, by=LEILA)


def refusal(person: str = "amara", day: date = MARCH, bounds: Bounds = SHORT) -> GoodwordError:
    with pytest.raises(GoodwordError) as raised:
        ask(person, day, bounds)
    return raised.value


def straight_in(person: str, nth: int, day: date, *, rest: int = 10, cap: int = 2, quiet: int = 0) -> None:
    """Past every check of ours, as a door nobody has would do it."""
    Reservation.objects.create(
        person_id=person,
        nth=nth,
        act_kind_id="quote",
        reserved_on=day,
        quiet_after=day - timedelta(days=quiet),
        rests_until=day + timedelta(days=rest),
        cap=cap,
        at=AT,
    )


def test_whoever_was_asked_rests_and_is_told_until_when(amara: Person) -> None:
    ask()
    said = refusal(day=MARCH + timedelta(days=9))
    assert (said.code, "12 Mar" in said.mend) == ("resting", True)
    assert ask(day=MARCH + timedelta(days=10)).nth == 2


def test_a_quarter_bears_so_many_asks_and_the_next_one_opens_it(amara: Person) -> None:
    ask(day=date(2026, 1, 5))
    ask(day=date(2026, 2, 5))
    said = refusal(day=date(2026, 3, 31))
    assert (said.code, "1 Apr" in said.mend) == ("capped", True)
    assert ask(day=date(2026, 4, 1)).nth == 3


def test_their_own_limit_beats_ours_and_theirs_alone_may_be_none_at_all(amara: Person) -> None:
    ask()
    Limit.objects.create(person=amara, days_between=300, said_on=MARCH, at=AT)
    assert refusal(day=MARCH + timedelta(days=299)).code == "asked-lately"
    Limit.objects.create(person=amara, asks_a_quarter=0, said_on=MARCH, at=AT + timedelta(days=1))
    assert refusal(day=MARCH + timedelta(days=301)).code == "limit-none"
    Limit.objects.create(person=amara, said_on=MARCH, at=AT + timedelta(days=2))
    assert ask(day=MARCH + timedelta(days=301)).cap == 2


def test_a_place_given_back_is_free_again_and_given_back_once(amara: Person) -> None:
    place = ask()
    given = release_place(place, by=LEILA, reason="the draft was thrown away")
    assert release_place(place, by=LEILA, reason="again") == given
    assert ask().nth == 2


def test_what_arrived_as_a_record_counts_and_is_never_refused(amara: Person) -> None:
    days = [MARCH - timedelta(days=2 * times) for times in range(5)]
    costs = [Cost("ask", f"A-{day}", "amara", day, day + timedelta(days=1)) for day in days]
    post_load(
        [
            *costs,
            Cost("act", "T-1", "amara", MARCH, MARCH + timedelta(days=45)),
            Cost("ask", "X", "?", days[0], days[1]),
        ]
    )
    assert len(load_of("amara").asked) == 5
    assert refusal(day=MARCH + timedelta(days=20)).code == "resting"
    post_load(costs)
    assert refusal(day=MARCH + timedelta(days=20)).code == "capped"
    assert PastLoad.objects.count() == 5


def test_a_merged_person_bears_what_one_person_bears(amara: Person) -> None:
    Person.objects.create(person_id="a.osei", name="A. Osei")
    ask("a.osei")
    merge_people("amara", "a.osei", by=LEILA, reason="one address")
    assert refusal("amara", MARCH + timedelta(days=1)).code == "resting"
    assert refusal("a.osei", MARCH + timedelta(days=1)).code == "resting"
    second = ask("a.osei", MARCH + timedelta(days=10))
    assert second.person_id == Person.today_of("a.osei")
    assert refusal("amara", MARCH + timedelta(days=20)).code == "capped"


def test_nobody_and_an_ask_on_an_earlier_day_are_refused(amara: Person) -> None:
    assert refusal("nobody").code == "nobody-named"
    ask()
    assert refusal(day=MARCH - timedelta(days=30)).code == "resting"


@pytest.mark.parametrize(
    ("why", "row"),
    [
        ("not_of_today", {"person": "a.osei", "nth": 1, "day": MARCH + timedelta(days=60)}),
        ("out_of_turn", {"person": "amara", "nth": 3, "day": MARCH + timedelta(days=60)}),
        ("resting", {"person": "amara", "nth": 2, "day": MARCH + timedelta(days=9)}),
        ("asked_lately", {"person": "amara", "nth": 2, "day": MARCH + timedelta(days=11), "quiet": 12}),
        ("capped", {"person": "amara", "nth": 2, "day": MARCH + timedelta(days=11), "cap": 1}),
    ],
)
def test_the_database_refuses_what_nobody_checked(amara: Person, why: str, row: dict[str, object]) -> None:
    ask()
    Person.objects.create(person_id="a.osei", root=amara)
    with pytest.raises(IntegrityError, match=f"load: {why}"), transaction.atomic():
        straight_in(**row)  # type: ignore[arg-type]
    unprotect(connection)
    straight_in(**row)  # type: ignore[arg-type]
    assert why in NAMES
    assert Reservation.objects.count() == 2


def test_the_database_lets_nobody_change_a_reservation(amara: Person) -> None:
    place = ask()
    with pytest.raises(DatabaseError, match="stay as they are"), transaction.atomic():
        Reservation.objects.filter(pk=place.pk).update(rests_until=MARCH + timedelta(days=1))
    place.refresh_from_db()
    assert place.rests_until == MARCH + timedelta(days=10)


def test_a_cap_beyond_all_caps_is_refused(amara: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        straight_in("amara", 1, MARCH, cap=13)
    assert not Reservation.objects.exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["amara", "a.osei"]), st.integers(0, 200), st.booleans(), st.booleans()), max_size=14
    )
)
def test_whatever_is_asked_in_whatever_order_no_rest_and_no_cap_is_broken(
    amara: Person, steps: list[tuple[str, int, bool, bool]]
) -> None:
    with transaction.atomic():
        Person.objects.get_or_create(person_id="a.osei", defaults={"root": amara})
        for person, after, checked, back in steps:
            day = MARCH + timedelta(days=after)
            try:
                with transaction.atomic():
                    if checked:
                        place = ask(person, day)
                    else:
                        straight_in("amara", Reservation.objects.filter(person=amara).count() + 1, day)
                        place = Reservation.objects.latest("pk")
            except (GoodwordError, IntegrityError):
                continue
            if back:
                release_place(place, by=LEILA, reason="not sent")
        standing = list(
            Reservation.objects.standing().order_by("reserved_on").values_list("reserved_on", "rests_until")
        )
        transaction.set_rollback(True)
    assert all(later >= until for (_, until), (later, _) in itertools.pairwise(standing))
    quarters = [(day.year, (day.month - 1) // 3) for day, _ in standing]
    assert all(quarters.count(one) <= 2 for one in quarters)


def test_the_guards_can_be_put_up_again(amara: Person) -> None:
    protect(connection)
    ask()
    assert refusal(day=MARCH).code == "resting"
