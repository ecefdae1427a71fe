"""Saying what a sentence means, on the page of its record: noted, counted by the next run, and taken back."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.programme.advocates.models import Publication, Remark, Signal
from goodword.programme.advocates.themes import heard_themes
from goodword.programme.labels.models import Label
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.programme.themes.actions.rename_theme import rename_theme
from tests.runs.people.company import Company
from tests.team import let_in, window_of

ACCOUNTS = (
    "account_id,name,owner_email\nA1,Oriel Foods,leila@northwind.example\nA2,Halden Health,tom@northwind.example\n"
)
PEOPLE = """\
person_key,account_id,full_name,email
P1,A1,Rhiannon Pugh,rhiannon@oriel.example
P2,A2,Ingrid Solberg,ingrid@halden.example
"""
MISSED = "If it went away tomorrow we would riot."
PRAISE = "We love the new dashboards."
WISH = "It would be great if we could filter."
QUOTED = "> We hate every bit of it."
INTERACTIONS = f"""\
interaction_id,at,channel,person_key,text
I1,2026-10-20T09:00:00Z,ticket,P1,"{PRAISE} {MISSED} {WISH}
{QUOTED}"
I2,2026-10-21T09:00:00Z,ticket,P2,Your <b>team</b> is fantastic.
"""


@pytest.fixture
def company(tmp_path: Path, settings: Settings, db: None) -> Company:
    company = Company(tmp_path)
    settings.WORKSPACE = company.workspace.path
    company.load(accounts=ACCOUNTS, people=PEOPLE, interactions=INTERACTIONS)
    company.run()
    return company


@pytest.fixture
def reader(company: Company) -> Client:
    return window_of(let_in())


def page_of(client: Client, company: Company, record: str = "I1", key: str = "P1") -> str:
    return client.get(f"/records/interactions/{record}/?person={company.id(key)}").text


def say(client: Client, company: Company, words: str, kind: str, **more: str) -> int:
    text = f"{PRAISE} {MISSED} {WISH}\n{QUOTED}"
    start = text.index(words)
    place = {"table": "interactions", "record": "I1", "start": str(start), "end": str(start + len(words))}
    return client.post(f"/people/{company.id('P1')}/labels/", {**place, "kind": kind, **more}).status_code


def kinds(company: Company) -> dict[str, str]:
    generation = Publication.current()
    assert generation is not None
    rows = Remark.objects.within(generation).about(company.id("P1"))
    return {str(row.piece["quote"]): row.kind for row in rows}


def test_a_record_shows_what_was_heard_where_it_stands_and_what_is_not_theirs_faint(
    reader: Client, company: Company
) -> None:
    page = page_of(reader, company)
    assert f"<mark>{PRAISE}</mark>" in page
    assert f'<span class="heard">{WISH}</span>' in page
    assert re.search(r'<span class="foreign">\s*&gt; We hate every bit of it.</span>', page)
    assert "listener rules-" in page
    assert re.search(r"\d\d % sure", page)


def test_tags_in_a_text_are_shown_and_do_nothing(reader: Client, company: Company) -> None:
    page = page_of(reader, company, "I2", "P2")
    assert "Your &lt;b&gt;team&lt;/b&gt; is fantastic." in page


def test_what_somebody_says_counts_at_once_on_the_page_and_with_the_next_run_in_everything_found(
    reader: Client, company: Company
) -> None:
    assert kinds(company) == {PRAISE: "praise", WISH: "wish"}
    assert say(reader, company, PRAISE, "neutral") == 302
    assert say(reader, company, MISSED, "win") == 302
    page = page_of(reader, company)
    assert f"<mark>{MISSED}</mark>" in page
    assert f"<mark>{PRAISE}</mark>" not in page
    assert "said by Leila Haddad" in page
    assert "the listener said: Praise" in page
    company.run()
    assert kinds(company) == {MISSED: "win", WISH: "wish"}
    generation = Publication.current()
    assert generation is not None
    (signal,) = Signal.objects.within(generation).about(company.id("P1"))
    assert (signal.kind, [piece["quote"] for piece in signal.evidence]) == ("win", [MISSED])


def test_a_label_keeps_what_the_listener_said_and_no_word_of_theirs(reader: Client, company: Company) -> None:
    say(reader, company, PRAISE, "win", way="doubt")
    row = Label.objects.get()
    assert (row.kind, row.said, row.way, row.language, row.channel) == ("win", "praise", "doubt", "en", "ticket")
    assert row.model_version.startswith("rules-")
    assert not any(word in str(vars(row)) for word in PRAISE.split() if len(word) > 4)


def test_what_was_said_is_taken_back_by_the_toast_and_by_its_key(reader: Client, company: Company) -> None:
    say(reader, company, PRAISE, "complaint")
    say(reader, company, PRAISE, "neutral")
    undo = re.search(r'action="(/people/[^"]+/labels/\d+/undo/)"', page_of(reader, company))
    assert undo
    assert reader.post(undo[1]).status_code == 302
    assert [row.kind for row in Label.objects.counting()] == ["complaint"]
    say(reader, company, PRAISE, "undo")
    assert not Label.objects.counting().exists()
    company.run()
    assert kinds(company)[PRAISE] == "praise"


def test_who_said_what_stands_in_the_trail(reader: Client, company: Company) -> None:
    say(reader, company, PRAISE, "win")
    say(reader, company, PRAISE, "undo")
    entries = AuditEntry.objects.filter(verb__in=["label", "withdraw_label"]).order_by("number")
    assert [(one.verb, one.noun, one.object_id) for one in entries] == [
        ("label", "person", company.id("P1")),
        ("withdraw_label", "person", company.id("P1")),
    ]
    assert entries[0].facts_after == {"label": 1, "kind": "win", "said": "praise"}
    assert "said what a sentence of Rhiannon Pugh means" in re.sub("<[^>]+>", "", reader.get("/audit/").text)


def test_saying_the_same_again_changes_nothing(reader: Client, company: Company) -> None:
    say(reader, company, PRAISE, "win")
    say(reader, company, PRAISE, "win")
    assert Label.objects.count() == 1


def test_only_whoever_sees_the_person_and_only_words_of_theirs(company: Company) -> None:
    leila = window_of(let_in(role=Role.CSM, reach="own"))
    assert say(leila, company, PRAISE, "win") == 302
    place = {"table": "interactions", "record": "I2", "start": "0", "end": "33", "kind": "win"}
    foreign = leila.post(f"/people/{company.id('P2')}/labels/", place)
    swapped = leila.post(f"/people/{company.id('P1')}/labels/", place)
    nowhere = say(leila, company, PRAISE[3:9], "win")
    unknown = say(leila, company, PRAISE, "glory")
    assert [foreign.status_code, swapped.status_code, nowhere, unknown] == [404] * 4
    assert Label.objects.count() == 1


def test_whoever_may_only_read_is_offered_no_choice(company: Company) -> None:
    page = page_of(window_of(let_in("erin@northwind.example", Role.EXECUTIVE)), company)
    assert "labels/" not in page
    assert "labels/" in page_of(window_of(let_in()), company)
    other = window_of(let_in("tom@northwind.example")).get("/records/interactions/I1/").text
    assert "labels/" not in other


def test_words_that_changed_have_no_label_any_more(reader: Client, company: Company) -> None:
    say(reader, company, PRAISE, "neutral")
    changed = INTERACTIONS.replace("We love the new", "We adore the big")
    company.load(interactions=changed)
    company.run()
    assert "praise" in kinds(company).values()


def test_a_part_of_the_page_is_enough_for_a_script(reader: Client, company: Company) -> None:
    place = {"table": "interactions", "record": "I1", "start": "0", "end": str(len(PRAISE)), "kind": "win"}
    url = f"/people/{company.id('P1')}/labels/"
    part = reader.post(url, {**place, "next": "/records/x/"}, headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<section id="heard"')
    assert "Win: noted." in part
    assert "<html" not in part


def test_a_program_says_lists_and_takes_back_the_same(company: Company) -> None:
    user = let_in()
    _token, secret = make_token(user, "labels", scope="write", lasts=timedelta(days=9), by=Actor.console())
    program = Client(headers={"authorization": f"Bearer {secret}"})
    url = f"/api/v1/people/{company.id('P1')}/labels"
    place = {"table": "interactions", "record_id": "I1", "start": 0, "end": len(PRAISE)}
    made = program.post(url, {**place, "kind": "win"}, content_type="application/json").json()
    assert (made["kind"], made["said"], made["way"], made["withdrawn"]) == ("win", "praise", "hand", False)
    assert program.get(url).json()["labels"] == [made]
    off = program.post(url, {**place, "end": 3, "kind": "win"}, content_type="application/json")
    assert off.status_code == 404
    taken = program.post(f"{url}/{made['label_id']}/withdraw", content_type="application/json").json()
    assert taken["withdrawn"] is True
    assert program.get(url).json()["labels"] == []


def test_a_record_names_its_themes_as_colleagues_have_them_shown(reader: Client, company: Company) -> None:
    assert "<span>reporting</span>" in page_of(reader, company)
    generation = Publication.current()
    assert generation is not None
    rename_theme("reporting", "Reports and dashboards", known=heard_themes(generation), by=Actor.console())
    assert "<span>Reports and dashboards</span>" in page_of(reader, company)
