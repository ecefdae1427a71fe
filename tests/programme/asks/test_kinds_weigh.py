"""A talk is no logo: each kind of act weighs, lets rest, and asks first for what it needs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person, may_ask
from goodword.programme.asks.actions.post_load import Cost, post_load
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.guards import unprotect
from goodword.programme.asks.models import Ask, PastLoad, Reservation
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import ActKind
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.models import Story, Version
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from goodword.runs.settings.catalogue import setting_named
from tests.permissions import CONSOLE, account, allows, person
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

JANUARY = date(2027, 1, 5)
AT = datetime(2027, 1, 5, 9, tzinfo=UTC)
OFTEN = Bounds(asks_a_quarter=9, rest_days=1)


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def ask(act_kind: str, day: date = JANUARY, *, who: str = "hemi", bounds: Bounds = OFTEN, by: Actor = CONSOLE) -> Ask:
    return ask_person(who, act_kind, day=day, bounds=bounds, by=by)


def refusal(act_kind: str, day: date = JANUARY, *, who: str = "hemi", by: Actor = CONSOLE) -> GoodwordError:
    with pytest.raises(GoodwordError) as raised:
        ask(act_kind, day, who=who, by=by)
    checked = may_ask(person(who), act_kind, day=day, bounds=OFTEN, by=by)
    assert checked is not None
    assert str(checked) == str(raised.value)
    return raised.value


def kind(code: str, **needs: object) -> None:
    ActKind.objects.filter(pk=code).update(**needs)


def no_rest() -> None:
    ActKind.objects.update(rest_days=0)


def test_whoever_is_asked_for_a_talk_rests_as_a_talk_needs_and_for_a_quote_as_everybody_does() -> None:
    assert ask("quote", bounds=Bounds()).reservation.rests_until == JANUARY + timedelta(days=45)  # type: ignore[union-attr]
    assert ask("talk", JANUARY + timedelta(days=45)).reservation.rests_until == date(2027, 8, 18)  # type: ignore[union-attr]
    assert refusal("logo", date(2027, 8, 17)).code == "resting"
    assert ask("logo", date(2027, 8, 18)).kind == "logo"


def test_whoever_says_no_to_a_talk_rests_as_after_any_ask() -> None:
    made = ask("talk", bounds=Bounds())
    assert load_of("hemi").rests_until == JANUARY + timedelta(days=180)
    answer_ask(made, "declined", day=JANUARY + timedelta(days=2), by=CONSOLE)
    assert load_of("hemi").rests_until == JANUARY + timedelta(days=45)
    assert refusal("logo", JANUARY + timedelta(days=44)).code == "resting"
    assert ask("logo", JANUARY + timedelta(days=45)).kind == "logo"


def test_whoever_says_yes_to_a_talk_rests_as_a_talk_needs() -> None:
    answer_ask(ask("talk"), "accepted", day=JANUARY, by=CONSOLE)
    assert refusal("logo", JANUARY + timedelta(days=179)).code == "resting"


def test_what_weighs_too_much_together_waits_for_the_next_quarter_and_something_lighter_does_not() -> None:
    no_rest()
    ask("talk")
    ask("reference_call", JANUARY + timedelta(days=10))
    said = refusal("referral", JANUARY + timedelta(days=20))
    assert (said.code, "11 points" in said.sentence, "1 Apr" in said.mend) == ("too-heavy", True, True)
    assert ask("logo", JANUARY + timedelta(days=20)).kind == "logo"
    assert refusal("quote", JANUARY + timedelta(days=30)).code == "too-heavy"
    assert ask("referral", date(2027, 4, 1)).kind == "referral"


def test_what_alone_weighs_more_than_a_quarter_bears_is_the_only_thing_asked_in_it() -> None:
    no_rest()
    kind("talk", load=20)
    ask("logo")
    assert refusal("talk", JANUARY + timedelta(days=10)).code == "too-heavy"
    assert ask("talk", date(2027, 4, 1)).kind == "talk"


def test_a_place_keeps_the_weight_of_its_day() -> None:
    no_rest()
    ask("talk")
    kind("talk", load=1)
    assert Reservation.objects.get().load == 8
    assert refusal("case_study", JANUARY + timedelta(days=20)).code == "too-heavy"


def test_asks_that_arrived_as_records_weigh_and_acts_do_not() -> None:
    day = JANUARY
    post_load([Cost("ask", "A-1", "hemi", day, day, 8), Cost("act", "T-1", "hemi", day, day, 8)])
    assert load_of("hemi").points_in_quarter(day) == 8
    assert refusal("case_study", day + timedelta(days=10)).code == "too-heavy"
    post_load([Cost("ask", "A-1", "hemi", day, day, 7)])
    assert PastLoad.objects.get().load == 7
    assert ask("case_study", day + timedelta(days=10)).kind == "case_study"


@pytest.mark.parametrize("day", [JANUARY + timedelta(days=10), date(2027, 3, 31)])
def test_the_database_refuses_what_weighs_too_much_whoever_inserts_it(day: date) -> None:
    no_rest()
    ask("talk")
    row = {"person_id": Person.today_of("hemi"), "nth": 2, "act_kind_id": "case_study", "at": AT, "cap": 9}
    days = {"reserved_on": day, "quiet_after": day, "rests_until": day + timedelta(days=1)}
    with pytest.raises(IntegrityError, match="load: too_heavy"), transaction.atomic():
        Reservation.objects.create(**row, **days, load=5, points=12)
    unprotect(connection)
    Reservation.objects.create(**row, **days, load=5, points=12)
    assert Reservation.objects.count() == 2


def test_the_database_lets_whoever_said_no_rest_less_but_not_whoever_said_yes() -> None:
    first = ask("talk", bounds=Bounds())
    day = JANUARY + timedelta(days=60)
    row = {"person_id": Person.today_of("hemi"), "nth": 2, "act_kind_id": "logo", "at": AT, "cap": 9}
    days = {"reserved_on": day, "quiet_after": day, "rests_until": day + timedelta(days=1)}
    for said in ("accepted", "declined"):
        first.answer.delete() if hasattr(first, "answer") else None
        first.refresh_from_db()
        answer_ask(first, said, day=JANUARY, by=CONSOLE)
        first.refresh_from_db()
        if said == "accepted":
            with pytest.raises(IntegrityError, match="load: resting"), transaction.atomic():
                Reservation.objects.create(**row, **days)
    Reservation.objects.create(**row, **days)
    assert Reservation.objects.count() == 2


def test_weights_beyond_all_bounds_are_refused() -> None:
    made = ask("logo").reservation
    assert made is not None
    for field, value in (("load", 21), ("points", 0), ("points", 101)):
        told = {"person_id": "selin", "nth": 1, "act_kind_id": "logo", "at": AT, "cap": 2, field: value}
        days = {"reserved_on": JANUARY, "quiet_after": JANUARY, "rests_until": JANUARY + timedelta(days=1)}
        with pytest.raises(IntegrityError), transaction.atomic():
            Reservation.objects.create(**told, **days)


def test_nobody_can_let_people_be_chosen_for_a_public_review() -> None:
    with pytest.raises(IntegrityError, match="review_goes_by_lot"), transaction.atomic():
        kind("review", by_choice=True)
    assert refusal("review").code == "by-lot-only"


def test_only_the_roles_of_a_kind_ask_for_it() -> None:
    kind("advisory_board", asked_by=["manager", "administrator"])
    actors = {}
    for role in (Role.CSM, Role.MANAGER):
        user = create_user(f"{role}@northwind.example", "Long-enough-9-words", role=role, by=CONSOLE)
        actors[role] = Actor("user", str(user.pk), "one of ours", "web", str(user.pk))
    said = refusal("advisory_board", by=actors[Role.CSM])
    assert (said.code, "Advocacy manager, Administrator" in said.mend) == ("asked-by-others", True)
    token = Actor("token", "9", "a program", "api", actors[Role.CSM].user_id)
    assert refusal("advisory_board", by=token).code == "asked-by-others"
    assert refusal("advisory_board", by=Actor("user", "999", "nobody", "web", "999")).code == "asked-by-others"
    assert ask("advisory_board", by=actors[Role.MANAGER]).kind == "advisory_board"


def test_where_the_company_speaks_first_its_unknown_is_no_yes() -> None:
    kind("talk", company_first=True)
    said = refusal("talk")
    assert (said.code, said.mend) == (
        "unknown-from-company",
        "Ask the company, and record what it says with the proof of it.",
    )
    allows(account("teawa"), "talk")
    assert ask("talk").kind == "talk"


def test_who_is_known_to_have_neither_budget_nor_say_is_not_asked_and_who_is_unknown_is() -> None:
    kind("quote", needs_qualified=True)
    Person.objects.filter(pk="hemi").update(pays=False, influence="low")
    said = refusal("quote")
    assert (said.code, "correct it" in said.mend) == ("not-qualified", True)
    for pays, influence in ((None, "low"), (False, ""), (True, "low"), (False, "high")):
        Person.objects.filter(pk="hemi").update(pays=pays, influence=influence)
        assert may_ask(person("hemi"), "quote", day=JANUARY, bounds=OFTEN) is None


def test_an_account_with_many_advocates_qualifies_those_who_have_no_say() -> None:
    kind("quote", needs_qualified=True)
    Person.objects.filter(pk="hemi").update(pays=False, influence="low")
    for number in range(3):
        Person.objects.create(person_id=f"also-{number}", account_id="teawa")
        assert refusal("quote").code == "not-qualified"
        ledger = [Cost("act", f"T-{one}", f"also-{one}", TODAY, TODAY) for one in range(number + 1)]
        post_load(ledger)
    assert ask("quote").kind == "quote"
    assert refusal("quote", TODAY + timedelta(days=366)).code in {"not-qualified", "resting"}
    assert may_ask(person("hemi"), "quote", day=TODAY + timedelta(days=366), bounds=OFTEN).code == "not-qualified"  # type: ignore[union-attr]


def test_what_builds_on_a_story_waits_until_one_is_approved_and_stands() -> None:
    kind("talk", needs_story=True)
    story = Story.objects.create(account=account("teawa"), act_kind_id="case_study", at=AT)
    version = Version.objects.create(
        story=story, number=1, title="Four days", text="Four days earlier.", audience="public", at=AT
    )
    said = refusal("talk")
    assert (said.code, "goodword stories" in said.mend) == ("story-first", True)
    approve_version(version, by=CONSOLE)
    assert may_ask(person("hemi"), "talk", day=JANUARY, bounds=OFTEN) is None
    withdraw_story(story, by=CONSOLE, reason="they left")
    assert refusal("talk").code == "story-first"


def test_what_a_quarter_bears_is_a_setting_within_what_the_database_allows() -> None:
    setting = setting_named("load.points")
    assert setting.default == Bounds().points_a_quarter == 12
    assert (setting.low, setting.high) == (1, 100)
