"""Their own page by a link: what we ask, their words, what we may ask, everything we hold, and nothing of it left."""

import json
from datetime import timedelta

import pytest

from goodword.doors.takeouts.making import make
from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.asks.actions.ask_person import may_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Answer, Limit
from goodword.programme.links.models import Link
from goodword.programme.people.models import Consent, Person
from goodword.programme.people.opted_out import opted_out
from goodword.programme.permissions.models import Grant
from goodword.programme.rights.models import Erasure
from goodword.programme.team.models import AuditEntry
from goodword.runs.jobs.kinds import Task
from goodword.runs.jobs.models import Job
from goodword.runs.progress import silent
from goodword.runs.rights.tables import erase_from_tables
from goodword.runs.rights.who import find_person
from goodword.runs.workspace import Workspace
from tests.doors.portal.linked import asked, link_to, link_to_ask, phone, say, word_in
from tests.permissions import allows, person
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

WORDS = "We closed the books four days earlier than last year,"


def own(who: str = "hemi") -> str:
    return link_to(who, "own_page")


def why_not(kind: str) -> str:
    """Why Hemi may not be asked for something now; empty where he may."""
    refusal = may_ask(person("hemi"), kind, day=clock.today(), bounds=Bounds())
    return refusal.code if refusal else ""


def form_of(url: str, **changed: str) -> dict[str, str]:
    """The form of what we may ask, as the page fills it in."""
    kinds = ("quote", "reference_call", "case_study", "talk", "logo", "referral", "introduction", "beta")
    page = phone().get(url).text
    usual = {f"may_{kind}": "ask" for kind in (*kinds, "advisory_board")}
    assert all(f'name="{name}"' in page for name in usual)
    assert "may_review" not in page
    return {"do": "limit", "often": "", "quiet": ""} | usual | changed


def test_the_page_is_theirs_alone_and_asks_for_no_cookie() -> None:
    page = phone().get(own())
    assert "Good to see you, Hemi Ngata" in page.text
    assert WORDS in page.text
    assert not page.cookies
    assert not any(other in page.text for other in ("Rhiannon", "Selin", "Oriel"))


def test_the_link_of_an_ask_does_not_open_the_own_page_nor_what_is_said_there() -> None:
    url = link_to_ask(asked())
    assert "Everything we hold" not in phone().get(url).text
    assert phone().get(f"{url}everything.json").status_code == 404
    for wish in ("erase", "export", "limit", "allow", "withdraw", "welcome"):
        assert phone().post(url, {"do": wish}).status_code == 422
    assert not Erasure.objects.exists()


def test_an_ask_is_answered_there_as_well_and_nobody_elses() -> None:
    ask, other = asked(), asked("selin")
    url = own()
    assert "You answered: Not now." in say(url, do="answer", answer="not_now", ask=ask.ledger_id).text
    assert say(url, do="answer", answer="never", ask=other.ledger_id).status_code == 422
    assert Answer.objects.get().ask == ask


def test_their_words_are_shown_before_anybody_sees_them_and_allowed_to_the_letter() -> None:
    ask = asked()
    url = own()
    assert "before anybody sees them" not in phone().get(url).text
    say(url, do="answer", answer="accepted", ask=ask.ledger_id)
    page = phone().get(url)
    assert "before anybody sees them" in page.text
    remark = page.text.partition('name="remark" value="')[2].partition('"')[0]
    sure = phone().post(url, {"do": "allow", "remark": remark})
    assert WORDS in sure.text
    assert not Grant.objects.exists()
    said = say(url, do="allow", remark=remark)
    grant = Grant.objects.get()
    assert (grant.person_id, grant.act_kind_id, grant.asset, grant.audience) == ("hemi", "quote", remark, "public")
    assert grant.expires_on == clock.today() + timedelta(days=365)
    assert WORDS in grant.proof.wording
    assert WORDS in said.text
    assert "before anybody sees them" not in said.text


def test_they_change_the_words_and_those_and_no_others_are_kept() -> None:
    ask = asked()
    url = own()
    say(url, do="answer", answer="accepted", ask=ask.ledger_id)
    remark = phone().get(url).text.partition('name="remark" value="')[2].partition('"')[0]
    assert say(url, do="allow", remark=remark, words="x" * 1_001).status_code == 422
    say(url, do="allow", remark=remark, words="We close four days\nearlier.")
    assert Grant.objects.get().proof.wording == "We close four days earlier."


def test_words_they_do_not_want_used_are_denied_and_not_offered_again() -> None:
    ask = asked()
    url = own()
    say(url, do="answer", answer="accepted", ask=ask.ledger_id)
    remark = phone().get(url).text.partition('name="remark" value="')[2].partition('"')[0]
    page = say(url, do="refuse", remark=remark)
    assert (Grant.objects.get().state, Grant.objects.get().asset) == ("denied", remark)
    assert f'value="{remark}"' not in page.text
    assert say(url, do="allow", remark="of-somebody-else").status_code == 422


def test_they_take_back_what_they_allowed_and_nobody_elses() -> None:
    mine, others = allows(person("hemi"), "talk"), allows(person("selin"), "talk")
    url = own()
    assert say(url, do="withdraw", grant=str(others.pk)).status_code == 422
    say(url, do="withdraw", grant=str(mine.pk))
    assert list(Grant.objects.standing()) == [others]
    entry = AuditEntry.objects.get(verb="withdraw", noun="permission")
    assert entry.actor_kind == "link"


def test_what_we_may_ask_counts_at_once_kind_by_kind() -> None:
    url = own()
    first = phone().post(url, form_of(url, may_talk="never", may_quote="not_now"))
    assert "A talk, near you: Never" in first.text
    assert why_not("talk") == ""
    phone().post(url, {"sure": word_in(first.text)})
    assert (why_not("talk"), why_not("quote"), why_not("beta")) == ("denied-by-person", "denied-by-person", "")
    ends = Grant.objects.get(act_kind="quote").expires_on
    assert ends == clock.today() + timedelta(days=90)
    say(url, **form_of(url))
    assert (why_not("talk"), why_not("quote")) == ("", "")


def test_a_never_to_an_ask_stands_among_what_we_may_ask_and_is_taken_back_there() -> None:
    ask = asked("hemi", "talk")
    url = own()
    say(url, do="answer", answer="never", ask=ask.ledger_id)
    assert 'name="may_talk" value="never" checked' in phone().get(url).text
    say(url, **form_of(url))
    assert Answer.objects.get().answer == "declined"
    assert 'name="may_talk" value="ask" checked' in phone().get(url).text


def test_how_often_beats_what_we_would_do() -> None:
    url = own()
    say(url, **form_of(url, often="none"))
    assert Limit.objects.of("hemi").asks_a_quarter == 0  # type: ignore[union-attr]  # it is there
    assert why_not("beta") == "limit-none"
    say(url, **form_of(url, often="year"))
    limit = Limit.objects.of("hemi")
    assert limit is not None
    assert (limit.asks_a_quarter, limit.days_between, limit.by) == (1, 365, "")
    say(url, **form_of(url))
    assert why_not("beta") == ""
    assert Limit.objects.count() == 3


def test_peace_until_a_day_holds_for_every_kind_and_only_a_day_to_come_is_one() -> None:
    url = own()
    day = clock.today() + timedelta(days=40)
    say(url, **form_of(url, quiet=day.isoformat()))
    assert {why_not(kind) for kind in ("quote", "beta", "talk")} == {"denied-by-person"}
    assert f'value="{day.isoformat()}"' in phone().get(url).text
    for wrong in (clock.today().isoformat(), "soon", "2999-01-01"):
        assert say(url, **form_of(url, quiet=wrong)).status_code == 422
    say(url, **form_of(url))
    assert why_not("quote") == ""


def test_saving_what_holds_already_writes_nothing() -> None:
    url = own()
    page = phone().post(url, form_of(url))
    assert "Nothing changes" in page.text
    phone().post(url, {"sure": word_in(page.text)})
    assert not Grant.objects.exists()
    assert not Limit.objects.exists()


def test_they_are_asked_nothing_any_more_and_only_they_say_otherwise() -> None:
    url = own()
    say(url, do="stop")
    assert opted_out("hemi") is not None
    assert "Only you can change it" in phone().get(url).text
    say(url, do="welcome")
    assert opted_out("hemi") is None
    assert Consent.objects.get().user_id.startswith("link ")


def test_what_they_did_is_there_and_nothing_under_a_key_that_means_others_too() -> None:
    Act.objects.create(kind="talk", person_key="crm:hemi", done_on=clock.today(), url="https://summit.example/hemi")
    url = own()
    assert "https://summit.example/hemi" in phone().get(url).text
    Person.objects.filter(pk="selin").update(person_keys=["crm:selin", "crm:hemi"])
    assert "https://summit.example/hemi" not in phone().get(url).text


def test_they_take_everything_with_them_by_their_link(workspace: Workspace) -> None:
    url = own()
    assert phone().get(f"{url}everything.json").status_code == 404
    say(url, do="export")
    (job,) = Job.objects.filter(kind="takeout")
    assert job.asked_by.kind == "link"
    make(Task(workspace, job.arguments, job.asked_by, str(job.pk), silent))
    answer = phone().get(f"{url}everything.json")
    told = json.loads(b"".join(answer))
    answer.close()
    assert told["person"]["ids"] == ["hemi"]
    links = next(one["rows"] for one in told["held"] if one["where"].endswith("links.Link"))
    assert links
    assert all("digest" not in row for row in links)
    assert phone().get(f"{own('selin')}everything.json").status_code == 404


def test_nobody_is_erased_by_two_presses_alone(workspace: Workspace) -> None:
    url = own()
    first = phone().post(url, {"do": "erase"})
    assert "Type your name: Hemi Ngata" in first.text
    for typed in ("", "Hemi"):
        assert phone().post(url, {"sure": word_in(first.text), "typed": typed}).status_code == 422
    assert not Erasure.objects.exists()
    assert phone().post(url, {"sure": word_in(first.text), "typed": "hemi  ngata"}).status_code == 303
    assert (Erasure.objects.count(), Job.objects.get(kind="erase").asked_by.kind) == (1, "link")
    erase_from_tables(find_person(workspace, "hemi")[0])
    assert not Person.objects.filter(pk="hemi").exists()
    assert not Link.objects.exists()
    assert phone().get(url).text == phone().get("/a/made-up/").text


def test_who_signed_in_says_the_same_with_one_press_and_types_their_name_to_be_erased() -> None:
    from tests.authorisation.principals import visitors  # noqa: PLC0415  # it lets everybody in, which few tests need

    herself = visitors()["advocate self"].pages
    herself.post("/portal/say/", form_of(link_to("rhiannon", "own_page"), may_talk="never"))
    assert Grant.objects.get().person_id == "rhiannon"
    assert "Type your name: Rhiannon Pugh" in herself.post("/portal/say/", {"do": "erase"}).text
    assert herself.post("/portal/say/", {"do": "erase", "typed": "somebody"}).status_code == 422
    assert not Erasure.objects.exists()
    assert window_of(let_in("new@northwind.example")).post("/portal/say/", {"do": "stop"}).status_code == 403
