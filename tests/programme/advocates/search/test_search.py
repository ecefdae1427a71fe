"""Searching: typos are forgiven, the better match comes first, and what may not be seen is not found either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, ListedPerson, SearchBlock
from goodword.programme.advocates.search.engine import Hit, people_matching, search
from goodword.programme.advocates.search.words import literal_of, terms_of, words_of
from tests.world import TODAY, Cast, the_cast

LEILA = "leila@northwind.example"


@pytest.fixture
def published(db: None) -> Generation:
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def found(hits: list[Hit]) -> list[str]:
    return [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rhiannon Pugh", "rhiannon"),
        ("pugh rhiannon", "rhiannon"),
        ("rhianon pug", "rhiannon"),
        ("rhai", "rhiannon"),
        ("rhiannno", "rhiannon"),
        ("hrian", "rhiannon"),
        ("selin yildiz", "selin"),
        ("SELIN YILDIZ", "selin"),
        ("Sélin Yıldız", "selin"),
        ("slein yidliz", "selin"),
        ("etienne", "etienne"),
        ("trembley", "etienne"),
        ("fernadez", "lucia"),
        ("mei ling", "meiling"),
        ("mei-ling cahn", "meiling"),
        ("van der mer", "joost"),
        ("kovalenk", "olena"),
    ],
)
def test_a_person_is_found_by_what_somebody_types(published: Generation, typed: str, meant: str) -> None:
    assert found(search(published, typed))[:1] == [meant]


@pytest.mark.parametrize("typed", ["Halden Health", "halden helth", "hald", "haldne", "health halden"])
def test_an_account_is_found_before_the_people_at_it(published: Generation, typed: str) -> None:
    hits = search(published, typed)
    assert [(hit.kind, hit.id, hit.matched) for hit in hits[:2]] == [
        ("account", "halden", "name"),
        ("person", "ingrid", "account"),
    ]


def test_a_hit_says_what_it_is(published: Generation) -> None:
    person, account = search(published, "ingrid")[0], search(published, "oriel foods")[0]
    assert person == Hit("person", "ingrid", "Ingrid Solberg", "Director of Patient Flow, Halden Health", "name")
    assert account == Hit("account", "oriel", "Oriel Foods", "1 person", "name")


def test_addresses_domains_and_keys_lead_to_the_person(published: Generation) -> None:
    assert found(search(published, "rhiannon@oriel.example")) == ["rhiannon"]
    assert found(search(published, "rhiannon@or")) == ["rhiannon"]
    assert found(search(published, "zephyr.example")) == ["selin"]
    assert found(search(published, "crm:hemi")) == ["hemi"]
    assert [hit.matched for hit in search(published, "someone@example.org")] == ["email"]


@pytest.mark.parametrize("typed", ["rhiannon@oriel.example", "zephyr.example", "someone", "example.org", "example"])
def test_who_may_not_see_addresses_does_not_find_by_them(published: Generation, typed: str) -> None:
    assert search(published, typed)
    assert not [hit for hit in search(published, typed, contacts=False) if hit.matched == "email"]
    assert "@" not in str(search(published, typed, contacts=False))


def test_a_key_may_be_an_address_and_is_found_only_by_those_who_see_contacts(db: None) -> None:
    cast = Cast()
    cast.person("u77", "", "", None, person_keys=["support:anna@acme.example"], emails=[], email=None)
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="x")
    assert found(search(generation, "anna@acme.example")) == ["u77"]
    assert search(generation, "anna", contacts=False) == []
    assert search(generation, "support", contacts=False) == []
    assert search(generation, "u77", contacts=False) == []


def test_what_they_said_is_found_only_by_those_who_may_read_it(published: Generation) -> None:
    hits = search(published, "weekend worked")
    assert [(hit.id, hit.matched) for hit in hits] == [("rhiannon", "words")]
    assert search(published, "weekend worked", words=False) == []
    assert people_matching(published, "weekend").sum() == 1
    assert people_matching(published, "weekend", words=False).sum() == 0


def test_only_what_belongs_to_ones_own_accounts_is_found(published: Generation) -> None:
    assert found(search(published, "rhiannon", owner=LEILA.upper())) == ["rhiannon"]
    assert search(published, "selin", owner=LEILA) == []
    assert search(published, "zephyr", owner=LEILA) == []
    assert found(search(published, "oriel", owner=LEILA)) == ["oriel", "rhiannon"]
    assert search(published, "rhiannon", owner="nobody@northwind.example") == []
    assert search(published, "halden", owner="nobody@northwind.example") == []


def test_exact_words_come_before_beginnings_and_those_before_typos(db: None) -> None:
    cast = Cast()
    for ident, name in (("typo", "Anne Berk"), ("begins", "Anne Bergström"), ("exact", "Anne Berg")):
        cast.person(ident, name, "", None)
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="x")
    assert found(search(generation, "anne berg")) == ["exact", "begins"]
    assert found(search(generation, "anen berg")) == ["exact", "begins", "typo"]


def test_among_equals_the_likelier_comes_first(db: None) -> None:
    cast = Cast()
    for ident, p in (("low", 0.3), ("high", 0.8), ("middle", 0.5)):
        cast.person(ident, f"Anne {ident}", "", None)
        cast.likely(ident, {"quote": (0.1, p, 0.9)}, [])
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="x")
    assert found(search(generation, "anne")) == ["high", "middle", "low"]
    assert found(search(generation, "anne", limit=2)) == ["high", "middle"]


def test_words_without_spaces_are_found_by_a_part(db: None) -> None:
    cast = Cast()
    cast.person("sato", "佐藤美咲", "", None)
    cast.person("other", "田中太郎", "", None)
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="x")
    assert found(search(generation, "美咲")) == ["sato"]


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "@", "%_'\"\\", "zzzzzz"])
def test_nothing_is_found_by_nothing(published: Generation, typed: str) -> None:
    assert search(published, typed) == []
    assert not people_matching(published, typed).any()


def test_readers_search_the_generation_they_read(published: Generation) -> None:
    cast = Cast()
    cast.person("new", "Newcomer", "", None)
    later = publish_findings(cast.findings(), as_of=TODAY, fingerprint="later")
    assert found(search(later, "newcomer")) == ["new"]
    assert search(later, "rhiannon") == []
    assert found(search(published, "rhiannon")) == ["rhiannon"]
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="latest")
    assert not SearchBlock.objects.of(published.number).exists()


def test_everybody_is_found_by_each_word_of_their_name(published: Generation) -> None:
    for person in ListedPerson.objects.within(published).exclude(name=""):
        for word in words_of(person.name):
            assert person.person_id in found(search(published, word, limit=50))


@given(st.text())
def test_words_are_the_same_however_often_they_are_taken(text: str) -> None:
    words = words_of(text)
    assert all(word and word == literal_of(word)[: len(word)] for word in words)
    assert len(terms_of(text)) <= 8
