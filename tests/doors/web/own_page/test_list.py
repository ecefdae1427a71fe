"""Everybody who was let in to a page of their own, for those who may let people in."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actions.invite_advocate import invite_advocate
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from tests.team import LEILA, let_in, window_of
from tests.world import TODAY, crowd

pytestmark = pytest.mark.django_db

CONSOLE = Actor.console()
LIST = "/team/advocates/"


def names(page: str) -> list[str]:
    return re.findall(r'<a href="/people/(\w+)/#own-page">', page)


def invite_crowd(people: int) -> None:
    publish_findings(crowd(people).findings(), as_of=TODAY, fingerprint="crowd")
    for number in range(people):
        invite_advocate(f"p{number:06d}", f"p{number}@crowd.example", by=CONSOLE)


def test_where_nobody_was_let_in_the_list_leads_to_those_who_could_be(reader: Client, published: Generation) -> None:
    page = reader.get(LIST).text
    assert "Nobody was let in yet" in page
    assert 'href="/people/?state=ready"' in page
    assert reader.get("/people/?state=ready").status_code == 200


@pytest.mark.usefixtures("published")
def test_those_who_may_come_in_stand_first_then_the_newest(reader: Client) -> None:
    for person in ("rhiannon", "hemi", "selin"):
        user = invite_advocate(person, f"{person}@customer.example", by=CONSOLE)
    deactivate_user(user, by=CONSOLE)
    page = reader.get(LIST).text
    assert names(page) == ["hemi", "rhiannon", "selin"]
    assert "2 of them may come in" in page
    assert page.count('action="/people/hemi/own-page/take-back/"') == 1
    assert page.count('action="/people/selin/own-page/let-in/"') == 1


def test_a_page_holds_25_and_asks_no_more_for_more_people(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    invite_crowd(30)
    assert len(names(reader.get(LIST).text)) == 25
    assert len(names(reader.get(f"{LIST}?page=2").text)) == 5
    with django_assert_max_num_queries(13):
        reader.get(LIST)


@pytest.mark.usefixtures("published")
def test_a_csm_sees_the_people_in_their_care_and_the_way_to_them(reader: Client) -> None:
    for person in ("hemi", "selin"):
        invite_advocate(person, f"{person}@customer.example", by=CONSOLE)
    csm = window_of(let_in("rosa@northwind.example", Role.CSM, reach="own"))
    assert names(csm.get(LIST).text) == []
    assert "selin" not in csm.get(LIST).text
    manager = window_of(let_in("mina@northwind.example", Role.MANAGER))
    page = manager.get(LIST).text
    assert sorted(names(page)) == ["hemi", "selin"]
    assert 'href="/team/"' not in page, "no way that leads to a closed door"
    assert f'href="{LIST}"' in manager.get("/people/hemi/").text
    assert f'href="{LIST}"' in reader.get("/team/").text


@pytest.mark.usefixtures("published")
def test_the_list_of_colleagues_leaves_them_out(reader: Client) -> None:
    invite_advocate("hemi", "hemi@customer.example", by=CONSOLE)
    page = reader.get("/team/").text
    assert "1 colleague may come in." in page
    assert "hemi@customer.example" not in page
    assert LEILA in page


@pytest.mark.usefixtures("published")
def test_what_is_changed_on_the_list_leads_back_to_it(reader: Client) -> None:
    invite_advocate("hemi", "hemi@customer.example", by=CONSOLE)
    back = {"referer": f"http://testserver{LIST}"}
    assert reader.post("/people/hemi/own-page/take-back/", headers=back)["Location"].endswith(LIST)
    page = reader.get(LIST).text
    assert "Hemi Ngata is signed out everywhere, and cannot come in." in page
    assert page.count('action="/people/hemi/own-page/let-in/"') == 2, "in the row, and in the toast"
