"""Kinds of acts as people see, change and add them, and where those that they add turn up."""

from datetime import UTC, datetime
from html import unescape
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from goodword.doors.mail.asking import draft_ask
from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind, Grant, KindChange
from goodword.programme.team.actions.invite_advocate import invite_advocate
from goodword.programme.team.roles import Role
from goodword.programme.tuning.models import SettingChange
from tests.doors.web.settings.test_settings_pages import text
from tests.permissions import CONSOLE
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

TALK = "/settings/kinds/talk/"
PODCAST = Policy("podcast", label="Podcast guest", minutes=60, load=4)


def form(reader: Client, page: str = TALK, **other: object) -> dict[str, object]:
    """What the page would send, but for what is written otherwise; unticked boxes are not sent."""
    shown = reader.get(page).context["form"]
    sent = {name: shown[name].value() for name in shown.fields} | other
    return {name: value for name, value in sent.items() if value is not None and value is not False}


def test_all_kinds_are_listed_with_what_they_take(reader: Client) -> None:
    page = text(reader.get("/settings/groups/acts/"))
    for words in ("Reference call 45 minutes 3 45 days by fit", "Public review 15 minutes 1 45 days by lot fixed"):
        assert words in page


def test_a_change_is_tried_made_and_taken_back(reader: Client, published: Generation) -> None:
    tried = text(reader.post(f"{TALK}change/", form(reader, company_first=True, do="preview")))
    assert "people as it is, 0 as it would be" in tried
    assert not KindChange.objects.exists()
    saved = text(reader.post(f"{TALK}change/", form(reader, company_first=True, reason="they insist"), follow=True))
    assert "Saved: Talk. It counts at once." in saved
    assert "The company says yes before the person is asked: no → yes they insist" in unescape(saved)
    assert policies_of_kinds()["talk"].company_first
    back = text(reader.post(f"{TALK}back/", {"number": "1"}, follow=True))
    assert "Talk is as it was before that." in back
    assert not policies_of_kinds()["talk"].company_first
    assert KindChange.objects.count() == 2


def test_what_makes_no_sense_is_refused_beside_the_form(reader: Client) -> None:
    assert "less than or equal to 20" in text(reader.post(f"{TALK}change/", form(reader, load="99")))
    assert not KindChange.objects.exists()
    review = "/settings/kinds/review/"
    page = text(reader.post(f"{review}change/", form(reader, review, by_choice=True)))
    assert "consumer-protection" in page
    assert not policies_of_kinds()["review"].by_choice


def test_who_looked_at_what_held_before_is_told(reader: Client) -> None:
    first, second = form(reader, load="7"), form(reader, load="6")
    reader.post(f"{TALK}change/", first)
    late = reader.post(f"{TALK}change/", second)
    assert late.status_code == 409
    assert policies_of_kinds()["talk"].load == 7


def test_a_role_that_may_not_change_sees_and_cannot() -> None:
    csm = window_of(let_in("sam@northwind.example", Role.CSM, name="Sam Ito"))
    assert "does not change them" in text(csm.get(TALK))
    assert csm.post(f"{TALK}change/", {"load": "1"}).status_code == 403


def test_one_of_ones_own_is_added_on_the_page_and_turns_up_everywhere(reader: Client, published: Generation) -> None:
    page = "/settings/kinds/add/"
    wanted = form(reader, page, code="podcast", label="Podcast guest", minutes="60", load="4")
    assert "Added: Podcast guest" in text(reader.post(page, wanted, follow=True))
    assert "Podcast guest 1 change 60 minutes 4" in text(reader.get("/settings/groups/acts/"))
    assert "Podcast guest" in text(reader.get("/accounts/teawa/permissions/"))
    assert reader.get("/people/hemi/ask/podcast/").status_code == 200
    row = ListedPerson.objects.about("hemi").get()
    words = draft_ask(row, "podcast", None).wording
    assert words.subject == "Would you help us with this: Podcast guest?"
    assert "about 60 minutes" in words.text


def test_a_customers_person_says_never_to_one_that_was_added(published: Generation) -> None:
    add_kind(PODCAST, by=CONSOLE)
    rhiannon = window_of(invite_advocate("rhiannon", "rhiannon@oriel.example", by=CONSOLE))
    page = rhiannon.get("/portal/").content.decode()
    assert 'name="may_podcast"' in page
    rhiannon.post("/portal/say/", {"do": "limit", "may_podcast": "never", "often": "", "quiet": ""})
    word = Grant.objects.get(act_kind="podcast")
    assert (word.state, word.person_id) == ("denied", "rhiannon")


def test_what_was_set_before_kinds_were_rows_is_kept() -> None:
    for number, (key, value) in enumerate(
        (("acts.talk.load", 3), ("acts.talk.load", 5), ("acts.beta.choosing", "lot"))
    ):
        SettingChange.objects.create(
            key=key, number=number + 1, value=value, at=datetime(2026, 11, 1, tzinfo=UTC), by_kind="console", door="cli"
        )
    moving = import_module("goodword.programme.permissions.migrations.0003_kind_burdens")
    moving.fill(apps, None)
    kinds = policies_of_kinds()
    assert (kinds["talk"].load, kinds["talk"].minutes, kinds["beta"].by_choice) == (5, 300, False)
    assert ActKind.objects.get(pk="review").by_choice is False
