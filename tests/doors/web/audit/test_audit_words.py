"""What an entry of the trail says to people: what was done, to whom by name where they see it, when, what changed."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from goodword.doors.web.views.audit.sentences import NOUNS, SENTENCES, VERBS
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.models import Generation, Moment, MomentAnswer
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, User
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record, verify
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.previewing import PREVIEW
from tests.team import LEILA, let_in, window_of
from tests.world import TODAY, Cast

pytestmark = pytest.mark.django_db

SOURCE = Path(__file__).parents[4] / "src" / "goodword"
CONSOLE = Actor.console()


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def told(reader: Client, query: str = "", **headers: str) -> list[str]:
    """What each entry says, without the record as it was written."""
    page = reader.get(f"/audit/?{query}", headers=headers).text
    entries = re.findall(r'<li class="stack hair".*?</li>', page, flags=re.DOTALL)
    return [plain(re.sub(r"<details.*?</details>", "", entry, flags=re.DOTALL)).strip() for entry in entries]


def thanked(person: str, by: User) -> None:
    answer_moment(Moment.objects.get(person_id=person), "thank", by=Actor("user", str(by.pk), str(by), "web"))


def test_a_moment_is_told_by_the_name_of_its_person(published: Generation) -> None:
    leila = let_in()
    thanked("rhiannon", leila)
    (entry,) = told(window_of(leila), "noun=moment")
    assert "Leila Haddad leila@northwind.example · thanked Rhiannon Pugh" in entry
    assert "rhiannon" not in entry
    assert "Web pages" in entry
    assert '<a href="/people/rhiannon/">Rhiannon Pugh</a>' in window_of(leila).get("/audit/?noun=moment").text


def test_who_is_out_of_the_readers_sight_is_not_named(published: Generation) -> None:
    leila = let_in(role=Role.MANAGER, reach="own")
    for person in ("rhiannon", "selin"):
        thanked(person, leila)
    page = window_of(leila).get("/audit/?noun=moment").text
    assert "Rhiannon Pugh" in page
    assert "Selin" not in page
    assert 'href="/people/selin/"' not in page
    assert "thanked a person who is not named here" in told(window_of(leila), "noun=moment")[0]


def test_who_is_in_no_data_any_more_stays_nameless(published: Generation) -> None:
    leila = let_in()
    thanked("rhiannon", leila)
    publish_findings(Cast().findings(), as_of=TODAY, fingerprint="without her")
    page = window_of(leila).get("/audit/?noun=moment").text
    assert "thanked a person who is not named here" in plain(page)
    assert "Rhiannon" not in page


def test_an_advocate_is_a_person_like_any_other(published: Generation) -> None:
    boss, manager = let_in(), let_in("maya@northwind.example", Role.MANAGER, reach="own", name="Maya")
    advocate = let_in("selin@zephyr.example", Role.SALES, name="Selin Yıldız")
    give_role(advocate, Role.ADVOCATE, by=CONSOLE, person_id="selin")
    record(Actor("user", str(advocate.pk), str(advocate), "web"), "open", "sign_in", str(advocate.pk))
    assert "Selin Yıldız" in told(window_of(boss), "noun=role")[0]
    assert told(window_of(boss), "noun=sign_in")[0].startswith("Selin Yıldız · signed in")
    page = window_of(manager).get("/audit/").text
    assert "Selin" not in page
    assert "selin@" not in page
    assert "Somebody who is not named here · signed in" in plain(page)


def test_roles_are_told_by_what_people_call_them(reader: Client) -> None:
    femi = let_in("femi@northwind.example", Role.CSM, name="Femi")
    give_role(femi, Role.MANAGER, by=CONSOLE, reason="asked for it")
    entry = told(reader, "noun=role")[0]
    assert "Console · gave Femi a role" in entry
    assert "Role CSM → became Advocacy manager" in entry
    assert "Why: asked for it" in entry
    assert "Sees" not in entry, "that did not change"


def test_times_are_in_the_readers_zone_and_words(reader: Client) -> None:
    femi = let_in("femi@northwind.example", name="Femi")
    token, _secret = make_token(femi, "sheet of Femi", scope="read", lasts=timedelta(days=9), by=CONSOLE)
    ends = datetime(2001, 3, 4, 20, 15, tzinfo=UTC)
    after = {"scope": "read", "expires_at": ends, "user": str(femi.pk)}
    record(CONSOLE, "make", "token", str(token.pk), after=after)
    for zone, said in (("UTC", "Sun 4 Mar 2001, 20:15"), ("Asia/Tokyo", "Mon 5 Mar 2001, 05:15")):
        User.objects.filter(email=LEILA).update(timezone=zone)
        entry = told(reader, "noun=token")[0]
        assert "made the token sheet of Femi" in entry
        assert f"Opens the door until {said}" in entry
        assert "May reads" in entry
        assert "Whose Femi" in entry
        assert "2001-03-04" not in entry


def test_settings_are_told_with_their_units_and_choices(reader: Client) -> None:
    reader.post("/settings/holds.resting.days/change/", {"value": "60", "do": "save"})
    reader.post("/settings/workspace.language/change/", {"value": "de", "do": "save"})
    language, rest = told(reader, "noun=setting", **{"accept-language": "en"})
    assert "changed the setting Resting: Rest" in rest
    assert "Value 45 days → became 60 days" in rest
    assert "Value English → became Deutsch" in language


def test_a_job_is_told_by_what_it_tries(reader: Client) -> None:
    ask_job(PREVIEW, {"trial": {"holds.resting.days": 60}, "day": "2001-11-19"}, by=CONSOLE)
    (entry,) = told(reader, "noun=job")
    assert "asked for the job Preview of a setting" in entry
    assert "With Day: Mon 19 Nov 2001; Resting: Rest: 60 days" in entry


def test_a_view_is_named_to_those_who_see_it(reader: Client) -> None:
    femi = let_in("femi@northwind.example", Role.CSM, name="Femi")
    save_view(femi, "people", "Selin and hers", "q=selin", by=CONSOLE)
    save_view(femi, "people", "For all", "", by=CONSOLE, shared_with=Role.ADMINISTRATOR)
    shared, private = told(reader, "noun=view")
    assert "Console · kept the view For all" in shared
    assert "Page People Shared with Administrator" in shared
    assert "kept a kept view" in private
    assert "Selin" not in private


def test_the_record_is_one_click_away_as_it_was_written_and_the_chain_holds(
    reader: Client, published: Generation
) -> None:
    thanked("rhiannon", User.objects.get(email=LEILA))
    entry = AuditEntry.objects.latest("number")
    page = reader.get("/audit/?noun=moment").text
    (written,) = re.findall(r'<details class="proof"><summary>As it was written.*?</details>', page, flags=re.DOTALL)
    for value in (entry.digest, entry.previous, entry.after, entry.at.isoformat(timespec="microseconds"), "rhiannon"):
        assert f'<code class="break">{value}</code>' in unescape(written)
    assert list(verify()) == []


def test_a_german_reads_german(reader: Client, published: Generation) -> None:
    leila = User.objects.get(email=LEILA)
    thanked("rhiannon", leila)
    withdraw_answer(MomentAnswer.objects.get(), by=CONSOLE)
    back, thanks = told(reader, "object_id=rhiannon", **{"accept-language": "de"})
    assert "hat gedankt: Rhiannon Pugh" in thanks
    assert "hat die Antwort zurückgenommen auf den Moment von Rhiannon Pugh" in back
    assert "Was getan wurde danken" in back
    assert "Konsole" in back
    page = reader.get("/audit/", headers={"accept-language": "de"}).text
    assert '<option value="thank">danken</option>' in page


def test_what_nobody_wrote_words_for_is_told_all_the_same(reader: Client) -> None:
    record(CONSOLE, "turn", "old_key", "k-1", before={"odd_fact": None}, after={"odd_fact": ["a", 1200, {"x": True}]})
    (entry,) = told(reader, "noun=old_key")
    assert "Console · turn old key k-1" in entry
    assert "Odd fact a, 1,200, X: yes" in entry


def test_everything_that_is_written_to_the_trail_has_its_words() -> None:
    written = set(recorded())
    assert len(written) > 30
    assert sorted(pair for pair in written if pair not in SENTENCES) == []
    assert {verb for verb, _ in SENTENCES} == set(VERBS)
    assert {noun for _, noun in SENTENCES} == set(NOUNS)


def recorded() -> Iterator[tuple[str, str]]:
    """Verb and noun of every call of `record` in the source that names them."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record" and len(node.args) > 2:
                yield from ((verb, noun) for verb in _texts(node.args[1]) for noun in _texts(node.args[2]))


def _texts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
