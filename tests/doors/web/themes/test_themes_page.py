"""Themes over the whole company: who speaks of what, and how colleagues have that shown, everywhere and at once."""

import re

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.programme.themes.models import ThemeChange
from tests.cast import Cast
from tests.doors.exports.conftest import downloaded
from tests.doors.web.test_loved import spoken_cast
from tests.team import let_in, window_of
from tests.world import TODAY

pytestmark = pytest.mark.django_db

PORTAL = "/themes/of/supplier%20portal/"


@pytest.fixture
def spoken(db: None) -> Generation:
    cast = spoken_cast()
    cast.said("olena", "t-app", "The Lieferantenportal is fine.", "The Lieferantenportal is fine.",
              at="2026-11-09T09:00", themes=("Lieferantenportal",))  # fmt: skip
    return publish_findings(cast.findings(), as_of=TODAY, fingerprint="spoken")


def row(page: str, theme: str) -> str:
    """The line of a theme; empty where it has none."""
    rows = page.partition("<tbody")[2].partition("</tbody>")[0].split("<tr ")
    return next((one for one in rows if f">{theme}</a>" in one), "")


def change(client: Client, theme: str, deed: str, to: str = "") -> str:
    answer = client.post("/themes/change/", {"theme": theme, "deed": deed, "to": to}, follow=True)
    return answer.text


def undo(page: str) -> str:
    """Where the toast of a page takes back what was done."""
    return str(re.findall(r'action="(/themes/changes/\d+/undo/)"', page.partition('class="toast')[2])[0])


def test_the_list_tells_who_speaks_of_what_with_the_share_its_range_and_the_newest_words(
    reader: Client, spoken: Generation
) -> None:
    line = row(reader.get("/themes/").text, "Supplier portal")
    assert "<b>2</b>" in line
    assert re.search(r"<b>\d+ %</b> <span class=\"faint\">\d+–\d+</span>", line)
    assert "I like the portal." in line
    assert '<a class="plain" href="/people/olena/">' in line
    assert re.findall(r'class="num">(\d+)<', line) == ["1", "5", "1", "1"]


def test_a_themes_page_shows_who_speaks_of_it_with_their_words_the_last_one_first(
    reader: Client, spoken: Generation
) -> None:
    page = reader.get(PORTAL).text
    assert "2 people speak of it, of 1 account." in page
    assert page.index("The portal is down again.") < page.index("The portal saved us 4 days.")
    assert "1 more of theirs" in page
    wishes = reader.get(f"{PORTAL}?side=wishes").text
    assert "I wish the portal had a queue." in wishes
    assert "The portal saved us 4 days." not in wishes


def test_a_page_about_a_theme_is_as_dark_as_its_reader_wants(reader: Client, spoken: Generation) -> None:
    reader.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in reader.get(PORTAL).text


def test_the_list_narrows_to_a_time_and_says_where_nothing_fits(reader: Client, db: None) -> None:
    cast = Cast()
    cast.account("kestrel", "Kestrel Freight", segment="Enterprise")
    cast.person("joost", "Joost", "Planner", "kestrel")
    cast.said("joost", "t-1", "Good portal.", "Good portal.", at="2026-02-01T09:00", themes=("portal",))
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="long ago")
    assert row(reader.get("/themes/?days=365&segment=Enterprise").text, "Portal")
    assert "Nobody said anything like that" in reader.get("/themes/?days=90").text


def test_before_anybody_said_anything_the_page_says_what_will_be_here(reader: Client, db: None) -> None:
    publish_findings(Cast().findings(), as_of=TODAY, fingerprint="nothing")
    assert "No themes yet" in reader.get("/themes/").text


def test_a_generation_from_before_says_that_the_next_run_counts_themes(reader: Client, spoken: Generation) -> None:
    del spoken.counts["themes"]
    spoken.save()
    assert "Themes come with the next run" in reader.get("/themes/").text


def test_a_renamed_theme_goes_by_its_new_name_everywhere_at_once_and_back_with_the_toast(
    reader: Client, spoken: Generation
) -> None:
    page = change(reader, "supplier portal", "rename", "Partner portal")
    assert "It is called “Partner portal” now, everywhere." in page
    for address in ("/themes/", "/people/joost/", "/accounts/kestrel/"):
        shown = reader.get(address).text
        assert "Partner portal" in shown
        assert "Supplier portal" not in shown
    assert "Partner portal: 5" in downloaded(reader, "/accounts/export.csv").decode()
    back = reader.post(undo(page), follow=True).text
    assert "Taken back." in back
    assert "Supplier portal" in reader.get("/people/joost/").text


def test_merged_themes_are_one_with_their_words_and_two_again_when_that_is_taken_back(
    reader: Client, spoken: Generation
) -> None:
    page = change(reader, "Lieferantenportal", "merge", "supplier portal")
    assert "“Lieferantenportal” and “supplier portal” are one theme now, everywhere." in page
    assert "Counted with it: Lieferantenportal" in " ".join(page.split())
    assert "The Lieferantenportal is fine." in page
    assert "with 1 other" in row(reader.get("/themes/").text, "Supplier portal")
    assert reader.get("/themes/of/Lieferantenportal/").headers["Location"] == PORTAL
    loves = reader.get("/accounts/kestrel/").text
    assert "6 of" in loves
    assert "The Lieferantenportal is fine." in loves
    reader.post(undo(page))
    assert row(reader.get("/themes/").text, "Lieferantenportal")


def test_a_hidden_theme_is_shown_nowhere_until_somebody_shows_it_again(reader: Client, spoken: Generation) -> None:
    assert "is shown nowhere now. What was said stays." in change(reader, "supplier portal", "hide")
    for address in ("/people/joost/", "/accounts/kestrel/"):
        assert "upplier portal" not in reader.get(address).text
    listed = reader.get("/themes/").text
    assert not row(listed, "Supplier portal")
    assert "hidden by" in listed
    assert reader.get(f"{PORTAL}export.csv").status_code == 404
    again = re.findall(r'action="(/themes/changes/\d+/undo/)"', listed)[0]
    reader.post(again)
    assert row(reader.get("/themes/").text, "Supplier portal")


def test_what_cannot_be_done_is_refused_with_the_way_out(reader: Client, spoken: Generation) -> None:
    answer = reader.post("/themes/change/", {"theme": "supplier portal", "deed": "rename", "to": "lieferantenportal"})
    assert answer.status_code == 422
    assert "Another theme is called" in answer.text
    assert "Merge this one into it" in answer.text
    assert not ThemeChange.objects.exists()


def test_persons_and_accounts_lead_to_the_themes_page_also_by_its_new_name(reader: Client, spoken: Generation) -> None:
    change(reader, "supplier portal", "rename", "Partner portal")
    for address in ("/people/joost/", "/accounts/kestrel/"):
        link = '<a class="plain" href="/themes/of/Partner%20portal/">Partner portal</a>'
        assert link in reader.get(address).text
    assert "<h1>Partner portal</h1>" in reader.get("/themes/of/partner%20portal/").text
    assert reader.get("/themes/of/no%20such%20theme/").status_code == 404


def test_the_trail_says_who_did_what_to_which_theme(reader: Client, spoken: Generation) -> None:
    change(reader, "supplier portal", "rename", "Partner portal")
    entry = AuditEntry.objects.get(noun="theme")
    assert (entry.verb, entry.object_id, entry.facts_after["to"]) == ("rename", "supplier portal", "Partner portal")
    assert "called the theme" in reader.get("/audit/?noun=theme").text


def test_only_who_changes_settings_shapes_themes_and_others_are_shown_no_form(spoken: Generation) -> None:
    executive = window_of(let_in("exec@northwind.example", Role.EXECUTIVE))
    page = executive.get(PORTAL)
    assert page.status_code == 200
    assert "/themes/change/" not in page.text
    assert executive.post("/themes/change/", {"theme": "supplier portal", "deed": "hide"}).status_code == 403


def test_a_csm_sees_themes_of_the_accounts_in_their_care_alone(spoken: Generation) -> None:
    csm = window_of(let_in("nobody@northwind.example", Role.CSM, reach="own"))
    assert not row(csm.get("/themes/").text, "Supplier portal")
    assert "Nobody speaks of it here." in csm.get(PORTAL).text


def test_a_themes_words_go_along_as_a_file(reader: Client, spoken: Generation) -> None:
    lines = downloaded(reader, f"{PORTAL}export.csv", side="wishes").decode().splitlines()
    assert lines[0].startswith("theme,kind,words")
    (line,) = lines[1:]
    assert line.startswith("supplier portal,wish,I wish the portal had a queue.")
    themes = downloaded(reader, "/themes/export.csv").decode().splitlines()
    assert any(one.startswith("supplier portal,supplier portal,2,") for one in themes[1:])


def test_a_german_reads_german(reader: Client, spoken: Generation) -> None:
    page = reader.get("/themes/", headers={"accept-language": "de"}).text
    assert "<h1>Themen</h1>" in page
