"""Themes learned from what a made-up company's people say; given to remarks without hearing them again."""

import random

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.records.findings import REMARKS, TEXTS
from goodword.finding.listening.listener import listen
from goodword.finding.listening.themes.giving import about, known_phrases, said_in_passing
from goodword.finding.listening.themes.learning import ACCOUNTS, PEOPLE, Said, learned

FELT = {
    "praise": "We love the {}.",
    "complaint": "The {} is broken again.",
    "wish": "It would be great if the {} could export.",
}


def said(thing: str, people: int = 9, accounts: int = 4, language: str = "en") -> list[Said]:
    """What some people of some companies say of a thing: praise, blame and wishes in turn."""
    kinds = list(FELT)
    return [
        Said(f"p{n}", f"a{n % accounts}", language, kinds[n % 3], FELT[kinds[n % 3]].format(thing))
        for n in range(people)
    ]


def names(remarks: list[Said], passing: list[Said] | None = None, **more: set[str]) -> list[str]:
    return [theme.name for theme in learned(remarks, passing or [], **more)]


def test_what_several_people_of_several_companies_speak_of_is_a_theme() -> None:
    assert names(said("supplier portal")) == ["supplier portal"]


def test_one_loud_person_makes_no_theme() -> None:
    loud = [one._replace(person="p1") for one in said("supplier portal", people=300)]
    assert names(loud) == []


def test_one_loud_company_makes_no_theme() -> None:
    assert names([one._replace(account="a1") for one in said("supplier portal", people=300)]) == []


def test_too_little_said_is_not_known_yet() -> None:
    assert names([]) == []
    assert names(said("supplier portal", people=PEOPLE - 1)) == []
    assert names(said("supplier portal", accounts=ACCOUNTS - 1)) == []


def test_plurals_and_capitals_are_one_theme_by_the_words_most_people_use() -> None:
    mixed = [
        *said("board reports", people=9),
        *(one._replace(person=f"x{one.person}") for one in said("Board Report", 4)),
    ]
    (theme,) = learned(mixed, [])
    assert theme.name == "board reports"
    assert theme.forms == ("board report", "board reports")
    assert theme.people == 13


def test_a_part_of_a_longer_phrase_is_no_theme_of_its_own() -> None:
    assert names(said("invoice matching engine")) == ["invoice matching engine"]


def test_what_is_only_ever_said_one_way_is_a_manner_of_speaking() -> None:
    alike = [one._replace(kind="praise", words="We love the patience.") for one in said("patience", people=30)]
    assert names(alike) == []


def test_what_is_rather_said_in_passing_is_no_theme() -> None:
    passing = [Said(f"q{n}", "a", "en", "", "Please find the invoice copy attached.") for n in range(400)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    others = [
        Said(f"o{first}{second}", "a", "en", "praise", f"We love the {first}{second}{first} {second}{first}{second}.")
        for first in letters
        for second in letters
    ]
    remarks = [*said("invoice copy"), *said("supplier portal"), *others]
    assert names(remarks) == ["invoice copy", "supplier portal"]
    assert names(remarks, passing) == ["supplier portal"]


@pytest.mark.parametrize("named", ["Ann Harper", "harper", "Harper Foods Ltd"])
def test_a_name_is_no_theme(named: str) -> None:
    assert names(said("Harper")) == ["Harper"]
    assert names(said("Harper"), names={named}) == []


def test_what_has_a_name_already_is_left_out() -> None:
    features = {"supplier_portal": "payables"}
    assert names(said("supplier portals"), known=known_phrases(features)) == []
    assert names(said("onboarding"), known=known_phrases({})) == []


@pytest.mark.parametrize(
    ("language", "thing", "sentences"),
    [
        (
            "de",
            "Freigabelauf",
            ("Der Freigabelauf ist super.", "Der Freigabelauf ist kaputt.", "Wir bräuchten den Freigabelauf."),
        ),
        (
            "fr",
            "rapprochement",
            ("J'adore le rapprochement.", "Le rapprochement plante.", "Il manque le rapprochement."),
        ),
        (
            "es",
            "cuadro de gastos",
            ("Me encanta el cuadro de gastos.", "El cuadro de gastos falla.", "Ojalá el cuadro de gastos."),
        ),
        ("pt", "conciliação", ("Adoro a conciliação.", "A conciliação travou.", "Sinto falta da conciliação.")),
    ],
)
def test_other_languages_have_themes_too(language: str, thing: str, sentences: tuple[str, str, str]) -> None:
    kinds = ("praise", "complaint", "wish")
    remarks = [Said(f"p{n}", f"a{n % 4}", language, kinds[n % 3], sentences[n % 3].format(thing)) for n in range(9)]
    assert names(remarks) == [thing]


def test_order_changes_nothing() -> None:
    remarks = [*said("supplier portal"), *said("audit trail", 8), *said("price list", 8)]
    expected = learned(remarks, [])
    for seed in range(5):
        shuffled = random.Random(seed).sample(remarks, len(remarks))  # noqa: S311  # no secret
        assert learned(shuffled, []) == expected


@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_words_come_to_an_end_and_to_themes_of_enough_people(words: list[str]) -> None:
    remarks = [Said(f"p{n % 7}", f"a{n % 5}", "en", "praise", one) for n, one in enumerate(words)]
    for theme in learned(remarks, remarks):
        assert theme.people >= PEOPLE
        assert theme.accounts >= ACCOUNTS


def heard(*texts: str) -> tuple[pa.Table, pa.Table]:
    """A table of texts and the remarks in it."""
    rows: list[dict[str, str | None]] = [
        dict.fromkeys(TEXTS.names) | {"table": "posts", "id": str(n), "text": text, "person_id": f"p{n}"}
        for n, text in enumerate(texts)
    ]
    table = pa.Table.from_pylist(rows, schema=TEXTS.arrow())
    return table, listen(table)


def test_remarks_get_what_they_are_about_and_keep_all_else() -> None:
    _, remarks = heard("The Supplier Portal is fantastic and fast.", "Reporting is great!")
    themes = learned(said("supplier portal"), [])
    given_ = about(remarks, themes, {"reporting_hub": "Insights"})
    assert given_.schema == REMARKS.arrow()
    assert given_.drop_columns(["themes"]).equals(remarks.drop_columns(["themes"]))
    assert given_["themes"].to_pylist() == [["speed", "supplier portal"], ["reporting"]]


def test_a_feature_brings_its_area() -> None:
    _, remarks = heard("The report builders are fantastic.")
    assert about(remarks, [], {"report_builder": "Insights"})["themes"].to_pylist() == [
        ["Insights", "report_builder", "reporting"]
    ]


def test_what_is_said_in_passing_leaves_remarks_quotes_and_our_words_out() -> None:
    texts, remarks = heard("The portal is fantastic. I use the ledger daily.\n> the quoted queue is fine")
    (passing,) = said_in_passing(texts, remarks)
    assert "ledger" in passing.words
    assert "fantastic" not in passing.words
    assert "queue" not in passing.words
