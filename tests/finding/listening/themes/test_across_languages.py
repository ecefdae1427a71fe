"""One theme in several languages: a product's own words, what its modules are called, and the tree's words for them."""

import pyarrow as pa
import pytest

from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.listener import listen
from goodword.finding.listening.themes.giving import about, known_phrases
from goodword.finding.listening.themes.learning import Said, learned
from goodword.finding.listening.themes.translated import ALIKE, also_written

FELT = {
    "en": {"praise": "We love the {}.", "complaint": "The {} is broken.", "wish": "We wish the {} could export."},
    "de": {"praise": "Wir lieben das {}.", "complaint": "Das {} ist kaputt.", "wish": "Bitte macht das {} schneller."},
}  # fmt: skip


def said(thing: str, language: str, people: int, first: int = 0) -> list[Said]:
    """What some people of three companies say of a thing: praise, blame and wishes in turn."""
    felt = FELT[language]
    kinds = list(felt)
    return [
        Said(f"p{n}", f"a{n % 3}", language, kinds[n % 3], felt[kinds[n % 3]].format(thing))
        for n in range(first, first + people)
    ]


def themes_of(words: str, features: dict[str, str]) -> list[str]:
    table = pa.Table.from_pylist(
        [dict.fromkeys(TEXTS.names) | {"table": "posts", "id": "1", "text": words, "person_id": "p1"}],
        schema=TEXTS.arrow(),
    )
    (themes,) = about(listen(table), [], features)["themes"].to_pylist()
    return [str(one) for one in themes or ()]


@pytest.mark.parametrize(
    "words",
    [
        "The reports are fantastic!",
        "Die Berichte sind fantastisch!",
        "Die Filter in den Berichten sind fantastisch!",
        "Les rapports sont fantastiques !",
        "¡Los informes son fantásticos!",
        "Os relatórios são fantásticos!",
    ],
)
def test_an_area_is_one_theme_in_every_language_with_the_trees_words_for_it(words: str) -> None:
    assert themes_of(words, {"report_builder": "Reports"}) == ["Reports"]


def test_without_such_an_area_the_tree_has_its_own_name_for_it() -> None:
    assert themes_of("Die Berichte sind fantastisch!", {}) == ["reporting"]
    assert themes_of("The reports are fantastic!", {"report_builder": "Insight"}) == ["reporting"]


def test_a_feature_is_found_by_what_it_is_called_elsewhere() -> None:
    assert themes_of("Die neuen Freigaben sind fantastisch!", {"Approvals": ""}) == ["Approvals"]
    assert themes_of("The approvals are fantastic!", {"Freigaben": ""}) == ["Freigaben"]


def test_what_was_heard_before_the_area_was_named_goes_by_its_name_too() -> None:
    table = pa.Table.from_pylist(
        [dict.fromkeys(TEXTS.names) | {"table": "posts", "id": "1", "text": "The visibility is fantastic!"}],
        schema=TEXTS.arrow(),
    )
    remarks = listen(table)
    assert remarks["themes"].to_pylist() == [["reporting"]]
    assert about(remarks, [], {"x": "Reporting"})["themes"].to_pylist() == [["Reporting"]]


def test_a_products_own_word_is_one_theme_in_whichever_language_it_is_said() -> None:
    english, german = said("cockpit", "en", 3), said("Cockpit", "de", 3, first=3)
    assert learned(english, []) == learned(german, []) == []
    (theme,) = learned([*english, *german], [])
    assert (theme.name.lower(), theme.people, theme.forms) == ("cockpit", 6, ("cockpit",))


def test_what_modules_are_called_is_one_theme_by_the_words_most_people_use() -> None:
    mixed = [*said("supplier portal", "en", 9), *said("Lieferantenportal", "de", 6, first=9)]
    (theme,) = learned(mixed, [])
    assert (theme.name, theme.people) == ("supplier portal", 15)
    assert set(theme.forms) == {"supplier portal", "lieferantenportal"}


def test_other_words_stay_themes_of_their_own() -> None:
    mixed = [*said("cockpit", "en", 9), *said("Mandantenportal", "de", 9, first=9)]
    assert sorted(theme.name for theme in learned(mixed, [])) == ["Mandantenportal", "cockpit"]


def test_what_names_a_feature_in_another_language_is_not_learned_beside_it() -> None:
    assert learned(said("Lieferantenportal", "de", 9), [], known=known_phrases({"supplier_portal": ""})) == []


def test_no_words_mean_two_things() -> None:
    listed = [phrase for written in ALIKE for phrase in sorted(set(phrases(written)))]
    assert sorted({one for one in listed if listed.count(one) > 1}) == []
    assert ("berichte",) in also_written(["reports"])
    assert also_written(["expense", "reports"]) == ()
