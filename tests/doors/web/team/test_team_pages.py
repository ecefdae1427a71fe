"""The team: who comes in, who changes, who leaves; only for those who manage it."""

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.kit.errors import GoodwordError
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actions.invite_advocate import invite_advocate
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment, AuditEntry, SecondFactorRule, User
from goodword.programme.team.right_labels import RIGHT_LABELS
from goodword.programme.team.roles import RIGHTS, Right, Role
from tests.team import PASSWORD, let_in, window_of

pytestmark = pytest.mark.django_db
NEW = {"email": "Arjun@Northwind.example", "name": "Arjun Mehta", "role": "csm", "reach": "own"}


def test_without_a_mail_server_somebody_comes_in_with_a_password_shown_once(reader: Client) -> None:
    answer = reader.post("/team/let-in/", NEW)
    found = re.search(r'<code id="secret">([0-9a-f-]+)</code>', answer.text)
    assert found is not None
    given = Assignment.objects.get(user__email="arjun@northwind.example")
    assert (given.role, given.reach) == ("csm", "own")
    client = Client()
    client.post("/sign-in/", {"username": given.user.email, "password": found[1]})
    assert client.get("/me/").status_code == 200
    assert not Letter.objects.exists()


def test_with_a_mail_server_a_letter_says_how_and_its_link_opens_nothing(reader: Client, settings: Settings) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:2525")
    assert reader.post("/team/let-in/", NEW)["Location"] == "/team/"
    letter = Letter.objects.get()
    assert letter.to == "arjun@northwind.example"
    link = re.search(r"http\S+", letter.text)
    assert link is not None
    assert link[0].endswith("/sign-in/code/")
    assert not User.objects.get(email="arjun@northwind.example").has_usable_password()


def test_an_address_comes_in_once_and_roles_of_customers_are_not_given_here(reader: Client) -> None:
    reader.post("/team/let-in/", NEW)
    assert "has an account already" in reader.post("/team/let-in/", NEW).text
    assert reader.post("/team/let-in/", {**NEW, "email": "x@y.example", "role": "advocate"}).status_code == 422
    assert User.objects.count() == 2


def test_a_role_changes_with_its_reason_and_the_last_administrator_stays(reader: Client) -> None:
    user = let_in("arjun@northwind.example", Role.CSM, reach="own")
    reader.post(f"/team/{user.pk}/", {"role": "sales", "reach": "all", "reason": "moved over"})
    assert Assignment.objects.current_of(user).role == "sales"  # type: ignore[union-attr]
    assert AuditEntry.objects.latest("number").reason == "moved over"
    only = User.objects.get(email="leila@northwind.example")
    refused = reader.post(f"/team/{only.pk}/", {"role": "sales", "reach": "all"})
    assert "only administrator" in refused.text
    assert reader.post(f"/team/{only.pk}/deactivate/")["Location"] == f"/team/{only.pk}/"
    assert reader.get("/team/").status_code == 200


def test_who_leaves_is_out_at_once_and_it_can_be_undone(reader: Client) -> None:
    user = let_in("arjun@northwind.example", Role.CSM)
    window = window_of(user)
    reader.post(f"/team/{user.pk}/deactivate/", {"reason": "left the company"})
    assert window.get("/people/").status_code == 302
    page = reader.get("/team/").text
    assert "shut out" in page
    assert f'action="/team/{user.pk}/reactivate/"' in page
    reader.post(f"/team/{user.pk}/reactivate/")
    again = Client()
    again.post("/sign-in/", {"username": user.email, "password": PASSWORD})
    assert again.get("/people/").status_code == 200


def test_who_cannot_get_in_is_helped_with_a_new_password(reader: Client) -> None:
    user = let_in("arjun@northwind.example", Role.CSM)
    window = window_of(user)
    answer = reader.post(f"/team/{user.pk}/reset/", {"second_factor": "on"})
    found = re.search(r'<code id="secret">([0-9a-f-]+)</code>', answer.text)
    assert found is not None
    assert window.get("/people/").status_code == 302
    user.refresh_from_db()
    assert user.check_password(found[1])


@pytest.mark.parametrize(
    "role", [role for role in Role if Right.MANAGE_TEAM not in RIGHTS[role] and role != "advocate"]
)
def test_nobody_else_manages_the_team(role: Role) -> None:
    victim = let_in("arjun@northwind.example", Role.CSM)
    window = window_of(let_in("mallory@northwind.example", role))
    for path in ("/team/", "/team/roles/", "/team/tokens/", f"/team/{victim.pk}/"):
        assert window.get(path).status_code == 403
    for path in (f"/team/{victim.pk}/reset/", f"/team/{victim.pk}/deactivate/", "/team/let-in/", f"/team/{victim.pk}/"):
        assert window.post(path, {**NEW, "role": "administrator", "reach": "all"}).status_code == 403
    victim.refresh_from_db()
    assert victim.check_password(PASSWORD)
    assert victim.is_active
    assert User.objects.count() == 2


def test_the_table_of_roles_is_the_one_that_counts(reader: Client) -> None:
    assert set(RIGHT_LABELS) == set(Right)
    page = reader.get("/team/roles/").text
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', page)
    assert len(rows) == len(Right)
    told = [re.findall(r'<span class="sr">(yes|no)</span>', row) for row in rows]
    assert told == [["yes" if right in RIGHTS[role] else "no" for role in Role] for right in Right]


def test_a_second_factor_is_asked_of_a_role_and_the_undo_lifts_it(reader: Client) -> None:
    reader.post("/team/roles/csm/second-factor/", {"needs": "1"})
    assert SecondFactorRule.objects.open().get().role == "csm"
    let_in("arjun@northwind.example", Role.CSM)
    assert "1 still needs a second factor" in reader.get("/team/").text
    reader.post("/team/roles/csm/second-factor/", {"needs": ""})
    assert not SecondFactorRule.objects.open().exists()
    assert reader.post("/team/roles/king/second-factor/", {"needs": "1"}).status_code == 404


def test_a_customers_person_is_let_in_once_and_never_becomes_a_colleague(reader: Client) -> None:
    user = invite_advocate("selin", "selin@halden.example", by=Actor.console(), name="Selin")
    assert Assignment.objects.current_of(user).person_id == "selin"  # type: ignore[union-attr]
    with pytest.raises(GoodwordError, match="has an account already"):
        invite_advocate("selin", "selin@elsewhere.example", by=Actor.console())
    with pytest.raises(GoodwordError, match="only an advocate"):
        invite_advocate("", "nobody@elsewhere.example", by=Actor.console())
    reader.post(f"/team/{user.pk}/", {"role": "administrator", "reach": "all"})
    assert Assignment.objects.current_of(user).role == "advocate"  # type: ignore[union-attr]


def test_where_nothing_is_said_a_csm_sees_their_own_accounts_and_a_manager_all(reader: Client) -> None:
    for role in ("csm", "manager"):
        reader.post("/team/let-in/", {"email": f"{role}@northwind.example", "role": role, "reach": ""})
    given = dict(Assignment.objects.exclude(user__email__startswith="leila").values_list("role", "reach"))
    assert given == {"csm": "own", "manager": "all"}
