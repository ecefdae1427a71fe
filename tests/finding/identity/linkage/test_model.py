"""Who may be one person where no key says so."""

import random
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from goodword.evidence.records.linkage import LINKABLE
from goodword.finding.identity.linkage.comparable import comparable
from goodword.finding.identity.linkage.comparisons import COMPARISONS
from goodword.finding.identity.linkage.model import AUTOMATIC, FEWEST_TO_LEARN, model, with_learned
from tests.finding.identity.linkage.crowd import Row, between, codes, crowd, row, suggested

ANA = {"given_name": "Ana", "family_name": "Quintela", "phone": "+49 30 1234567"}


def test_a_typo_and_the_same_number_written_otherwise_are_suggested_with_reasons() -> None:
    again = {"given_name": "Ana", "family_name": "Quintella", "phone": "0049 (30) 123 45 67"}
    found = suggested([*crowd(300), row("a1", **ANA), row("a2", **again)])
    suggestion = between(found, "a1", "a2")
    assert codes(suggestion) == {"name": "similar_name", "phone": "same_number"}
    assert suggestion is not None
    assert suggestion["probability"] > AUTOMATIC
    assert suggestion["probability"] < 1
    assert all(reason["bits"] > 5 for reason in suggestion["reasons"])
    assert suggestion["model_version"] == "linkage-3"


def test_strangers_are_not_suggested() -> None:
    assert suggested(crowd(300)) == []
    assert suggested([]) == []
    assert suggested([row("a1", full_name="Ana Oriel"), row("a2", full_name="Ben Halden")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"given_name": "Ana", "family_name": "Quintela"}, {"given_name": "Quintela", "family_name": "Ana"}),
        ({"given_name": "Ana", "family_name": "Quintela"}, {"full_name": "Quintela, Ana"}),
        ({"full_name": "김민수"}, {"given_name": "민수", "family_name": "김"}),
        ({"full_name": "Дмитрий Шостакович"}, {"full_name": "ШОСТАКОВИЧ, Дмитрий"}),
        ({"full_name": "محمد الأندلسي"}, {"given_name": "محمد", "family_name": "الأندلسي"}),
        ({"full_name": "हिन्दी नाम"}, {"full_name": "हिन्दी  नाम"}),
        ({"full_name": "Dr. José Ñandú"}, {"full_name": "jose nandu"}),
    ],
)
def test_a_name_is_the_same_in_whichever_field_and_script_it_stands(one: Row, other: Row) -> None:
    number = {"phone": "+49 30 1234567"}
    found = suggested([*crowd(60), row("a1", **one, **number), row("a2", **other, **number)])
    assert codes(between(found, "a1", "a2"))["name"] == "same_name"


def test_namesakes_elsewhere_are_not_merged_for_an_address_made_of_their_name() -> None:
    """Everybody called Anna Schmidt may have anna.schmidt@ at her company."""
    rows = crowd(400)
    for n in range(12):
        account = {"email": f"anna.schmidt@employer{n}.example", "account_id": f"E{n}", "title": f"Title {n}"}
        rows.append(row(f"s{n}", given_name="Anna", family_name="Schmidt", **account))
    assert [one for one in suggested(rows) if one["probability"] >= AUTOMATIC] == []


def test_a_handle_that_is_not_the_name_tells_more_than_one_that_is() -> None:
    def bits(local: str) -> float:
        one = row("a1", given_name="Ana", family_name="Quintela", email=f"{local}@oriel.example")
        other = row("a2", given_name="Ana", family_name="Quintela", email=f"{local}@home.example")
        pair = between(suggested([*crowd(100), one, other], least=0.0), "a1", "a2")
        assert pair is not None
        return next(float(reason["bits"]) for reason in pair["reasons"] if reason["field"] == "email")

    assert bits("sunnydancer") > 2
    assert bits("ana.quintela") < 1


def one_after_the_other(gap: int, **more: object) -> list[Row]:
    """Ana at Oriel until a day, and Ana at Halden so many days later."""
    left = date(2026, 3, 1)
    name = {"given_name": "Ana", "family_name": "Quintela"}
    return [
        row("a1", **name, email="a.quintela@oriel.example", account_id="A1", came_on=date(2020, 1, 1), left_on=left),
        row(
            "a2",
            **name,
            email="quintela.ana@halden.example",
            account_id="A2",
            came_on=left + timedelta(days=gap),
            **more,
        ),
    ]


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (0, "one_left_as_the_other_came"),
        (-14, "one_left_as_the_other_came"),
        (60, "one_left_as_the_other_came"),
        (-15, "one_left_before_the_other_came"),
        (184, "one_left_before_the_other_came"),
        (-32, "days_do_not_meet"),
        (185, "days_do_not_meet"),
    ],
)
def test_one_who_came_as_their_namesake_left_elsewhere_is_likelier_the_same(gap: int, said: str) -> None:
    strangers = [one | {"came_on": date(2019, 1, 1)} for one in crowd(300)]
    pair = between(suggested([*strangers, *one_after_the_other(gap)], least=0.0), "a1", "a2")
    far = between(suggested([*strangers, *one_after_the_other(900)], least=0.0), "a1", "a2")
    assert codes(pair)["career"] == said
    assert pair is not None
    assert far is not None
    assert (pair["probability"] > far["probability"]) is (said != "days_do_not_meet")


def test_a_first_trace_tells_less_than_a_day_that_a_record_states() -> None:
    """Whoever has been at a company for years is seen there for the first time some day, too."""
    strangers = [one | {"came_on": date(2019, 1, 1)} for one in crowd(300)]
    one, other = one_after_the_other(3)
    seen = other | {"came_on": None, "there_by": other["came_on"]}
    stated = between(suggested([*strangers, one, other], least=0.0), "a1", "a2")
    traced = between(suggested([*strangers, one, seen], least=0.0), "a1", "a2")
    far = between(suggested([*strangers, *one_after_the_other(900)], least=0.0), "a1", "a2")
    assert codes(traced)["career"] == "one_left_as_the_other_was_first_seen"
    assert stated is not None
    assert traced is not None
    assert far is not None
    assert stated["probability"] > traced["probability"] > far["probability"]


def test_who_changes_employers_may_change_titles() -> None:
    def bits(**more: object) -> float:
        one, other = one_after_the_other(3, title="Buyer")
        pair = between(suggested([*crowd(60), one | {"title": "Sales Lead"}, other | more], least=0.0), "a1", "a2")
        assert pair is not None
        return next(float(reason["bits"]) for reason in pair["reasons"] if reason["field"] == "title")

    assert bits() > -0.5
    assert bits(account_id="A1") < -1


def test_what_colleagues_teach_says_nothing_about_who_moved() -> None:
    """Most pairs to learn from are two entries of one company, with one title: movers would all look like strangers."""
    rows = comparable(pa.Table.from_pylist(crowd(300), schema=LINKABLE.arrow()))
    assumed = model(rows)
    learned = {each.field: {one.code: (0.0001, 1.0) for one in each.outcomes} for each in assumed.comparisons}
    believed = with_learned(assumed, learned, 1_000_000_000)
    shares = {(each.field, one.code): one for each in believed.comparisons for one in each.outcomes}
    assert shares["company", "other_company"].m == pytest.approx(0.35)
    assert shares["title", "other_title_elsewhere"].m == pytest.approx(0.25)


def test_days_at_one_and_the_same_account_are_no_move() -> None:
    one, other = one_after_the_other(3, phone="+49 30 1234567")
    pair = between(suggested([*crowd(60), one, other | {"account_id": "A1"}], least=0.0), "a1", "a2")
    assert "career" not in codes(pair)


def test_how_a_company_makes_addresses_of_names_says_nothing_about_two_of_one_name() -> None:
    elsewhere = between(suggested([*crowd(60), *one_after_the_other(3)], least=0.0), "a1", "a2")
    one, other = one_after_the_other(3)
    beside = between(
        suggested([*crowd(60), one, other | {"email": "quintela.ana@oriel.example"}], least=0.0), "a1", "a2"
    )
    assert codes(elsewhere)["email"] == "address_like_the_name"
    assert codes(beside)["email"] == "other_address"


def test_a_free_mail_domain_alone_says_nothing() -> None:
    one = row("a1", given_name="Ana", email="ana81@mail.example")
    other = row("a2", given_name="Ana", email="quintela17@mail.example")
    at_work = suggested([*crowd(60), one, other], least=0.0)
    at_home = suggested([*crowd(60), one, other], least=0.0, free_mail=("mail.example",))
    assert codes(between(at_work, "a1", "a2"))["email"] == "same_domain"
    assert codes(between(at_home, "a1", "a2"))["email"] == "other_address"


def test_a_shared_function_mailbox_joins_nobody() -> None:
    people = [
        row(f"i{n}", given_name=name, email="info@oriel.example") for n, name in enumerate(("Ana", "Ben", "Cleo"))
    ]
    found = suggested([*crowd(300), *people, row("i9", email="info@oriel.example")], least=0.0)
    assert not [one for one in found if one["person_a"].startswith("i") and one["person_b"].startswith("i")]


def test_ten_thousand_people_with_one_mailbox_are_hardly_compared() -> None:
    rows = crowd(400) + [
        row(f"i{n}", full_name=f"Person{n * 7919 % 10_007} Number{n}", email="front.desk@oriel.example")
        for n in range(10_000)
    ]
    found = suggested(rows)
    assert found == []


def test_suggestions_do_not_hang_on_the_order_of_rows_and_come_out_the_same_again() -> None:
    rows = [*crowd(400), row("a1", **ANA), row("a2", **ANA), row("a3", full_name="A. Quintela", phone="030 1234567")]
    before = suggested(rows)
    assert len(before) >= 2
    for seed in (1, 2):
        shuffled = rows * 2
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - shuffles a list
        assert suggested(shuffled) == before
    assert all(one["person_a"] < one["person_b"] for one in before)


def test_people_who_are_kept_apart_never_come_back() -> None:
    rows = [*crowd(60), row("a1", **ANA), row("a2", **ANA), row("a3", **ANA)]
    assert between(suggested(rows), "a1", "a2") is not None
    for apart in (("a1", "a2"), ("a2", "a1")):
        found = suggested(rows, apart=[apart])
        assert between(found, "a1", "a2") is None
        assert between(found, "a1", "a3") is not None


def test_nobody_is_in_more_suggestions_than_a_reviewer_can_look_at() -> None:
    rows = [*crowd(60), *(row(f"a{n}", **ANA) for n in range(5))]
    found = suggested(rows, most=2)
    often = [sum(person in (one["person_a"], one["person_b"]) for one in found) for person in ("a0", "a1", "a2", "a3")]
    assert max(often) == 2


def test_two_descriptions_of_one_person_are_no_suggestion_and_the_likeliest_two_of_two_people_count() -> None:
    rows = [*crowd(60), row("a1", **ANA), row("a1", full_name="Ana Something"), row("a2", **ANA)]
    found = suggested(rows)
    assert [(one["person_a"], one["person_b"]) for one in found] == [("a1", "a2")]
    assert codes(found[0])["phone"] == "same_number"


def test_nothing_is_learned_from_too_few() -> None:
    few = comparable(pa.Table.from_pylist(crowd(FEWEST_TO_LEARN - 1), schema=LINKABLE.arrow()))
    enough = comparable(pa.Table.from_pylist(crowd(FEWEST_TO_LEARN), schema=LINKABLE.arrow()))
    assert model(few).learn_from == ()
    assert "mail" in model(enough).learn_from


def test_what_is_learned_moves_no_share_further_than_four_times() -> None:
    rows = comparable(pa.Table.from_pylist(crowd(300), schema=LINKABLE.arrow()))
    assumed = model(rows)
    learned = {each.field: {one.code: (1.0, 0.5) for one in each.outcomes} for each in assumed.comparisons}
    believed = with_learned(assumed, learned, 1_000_000_000)
    for before, after in zip(assumed.comparisons, believed.comparisons, strict=True):
        for one, now in zip(before.outcomes, after.outcomes, strict=True):
            assert now.m <= one.m * 4 + 1e-9
            assert now.u == pytest.approx(one.u if one.fixed else 0.5)


def test_every_comparison_is_a_share_of_all_people() -> None:
    for comparison in COMPARISONS:
        assert sum(outcome.m for outcome in comparison.outcomes) == pytest.approx(1.0, abs=0.01)
        assert sum(outcome.u for outcome in comparison.outcomes) == pytest.approx(1.0, abs=0.01)
        assert len({outcome.code for outcome in comparison.outcomes}) == len(comparison.outcomes)


def test_every_outcome_is_explained() -> None:
    page = (Path(__file__).resolve().parents[4] / "docs" / "algorithms" / "linkage.md").read_text(encoding="utf-8")
    for comparison in COMPARISONS:
        assert f"| {comparison.field} |" in page
        assert not [one.code for one in comparison.outcomes if f"`{one.code}`" not in page]
