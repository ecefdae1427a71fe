"""The pages of requests: a rep says what is needed, sees who fits and is free, and never how to reach anybody."""

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.kit import clock
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.needs.models import Claim, Decline, Feedback, Need, NeedEnding, Proposal
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.telling import Fit, Said, Telling
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.permissions import CONSOLE, TODAY, account, allows, person
from tests.team import let_in, window_of
from tests.world import the_cast

pytestmark = pytest.mark.django_db

CLOSE = {"act_kind": "reference_call", "role": "finance", "use_case": "month-end close", "prospect": "Hallam Breweries"}
WORDS = "We closed the books four days earlier, and I slept."


@pytest.fixture(autouse=True)
def cast(db: None, tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    settings.WORKSPACE = create_workspace(tmp_path_factory.mktemp("web") / "workspace").path
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def rep() -> Client:
    """The browser of somebody in sales."""
    return window_of(let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist"))


@pytest.fixture
def csm() -> Client:
    """The browser of the colleague who cares for Hemi and Rhiannon."""
    return window_of(let_in("leila@northwind.example", Role.CSM, reach="own"))


def filed(window: Client, **more: str) -> Need:
    """A need as its form files it; it leads to its page."""
    page = window.get("/requests/new/").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    answer = window.post("/requests/new/", CLOSE | {"token": token[1]} | more)
    need = Need.objects.latest("pk")
    assert (answer.status_code, answer.headers.get("location")) == (302, f"/requests/{need.pk}/")
    return need


def best(need: Need) -> Proposal:
    return need.proposals.get(chosen=True)


def press(window: Client, need: Need, verb: str, **sent: object) -> str:
    """Press a button of the page; what the next page says."""
    answer = window.post(f"/requests/{need.pk}/{verb}/", sent, follow=True)
    assert answer.status_code == 200
    return answer.text


def story() -> int:
    """A story of Hemi's that everybody may be shown."""
    fit = Fit(use_cases=("Month-end close",), role="CFO")
    told = Telling(
        account=account("teawa"),
        title="Month end at Te Awa",
        text=WORDS,
        quotes=(Said(person("hemi"), WORDS),),
        fit=fit,
    )
    version = write_story(told, by=CONSOLE)
    approve_version(version, by=CONSOLE)
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study")
    return version.story_id


def test_a_rep_says_what_is_needed_and_sees_who_fits_point_by_point(rep: Client) -> None:
    assert "Nobody needs anything just now" in rep.get("/requests/").text
    need = filed(rep)
    page = rep.get(f"/requests/{need.pk}/").text
    assert "Who could speak to Hallam Breweries?" in page
    assert "Hemi Ngata" in page
    assert "Best match" in page
    assert "General Manager Finance" in page
    assert "Hallam Breweries" in rep.get("/requests/").text


def test_a_form_sent_twice_files_one_need(rep: Client) -> None:
    page = rep.get("/requests/new/").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    for _time in range(2):
        rep.post("/requests/new/", CLOSE | {"token": token[1]})
    assert Need.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"role": "", "use_case": ""}, "Nothing says whom the request needs."),
        ({"needed_by": "2020-01-01"}, "and that is over."),
        ({"needed_by": "Friday"}, "Enter a valid date."),
        ({"employees": "-3"}, "greater than or equal to 0"),
        ({"act_kind": "review"}, "Select a valid choice."),
    ],
)
def test_a_need_that_makes_no_sense_is_said_beside_what_was_typed(rep: Client, sent: dict[str, str], said: str) -> None:
    answer = rep.post("/requests/new/", CLOSE | {"token": "t"} | sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Hallam Breweries" in answer.text
    assert not Need.objects.exists()


def test_a_rep_sees_no_contact_no_number_no_private_word_and_no_reason_of_anybody(rep: Client) -> None:
    ListedPerson.objects.filter(person_id="hemi").update(best_likelihood=0.66, owner_email="leila@northwind.example")
    need = filed(rep, use_case="", text="closed the books earlier than last year", employees="")
    pages = (
        rep.get(f"/requests/{need.pk}/").text
        + rep.get("/requests/").text
        + press(rep, need, "claim", proposal=best(need).pk)
    )
    for secret in ("hemi@teawa.example", "leila@northwind.example", "We closed the books", "66", "NPS", "crm:hemi"):
        assert secret not in pages, secret
    for hold in Hold.objects.all():
        assert hold.sentence not in pages


def test_why_somebody_fits_is_not_told_where_it_was_said_in_private(rep: Client, csm: Client) -> None:
    need = filed(rep, role="", use_case="close")
    row = best(need)
    assert row.points[0]["there"] == "month-end close"
    assert "month-end close" not in rep.get(f"/requests/{need.pk}/").text
    assert "month-end close" in csm.get(f"/requests/{need.pk}/").text


def test_a_claim_reaches_whoever_cares_for_them_and_is_taken_back(rep: Client, csm: Client) -> None:
    need = filed(rep)
    page = press(rep, need, "claim", proposal=best(need).pk)
    assert "Who is wanted" in page
    assert "Waits for a colleague" in page
    assert "A request waits for you" in csm.get("/notifications/").text
    assert "1 request is yours to ask." in csm.get("/today/").text
    assert "Hallam Breweries" in csm.get("/requests/?show=waiting").text
    omar = window_of(let_in("omar@northwind.example", Role.CSM, reach="own"))
    assert "yours to ask" not in omar.get("/today/").text
    assert "Nobody waits for you" in omar.get("/requests/?show=waiting").text
    assert "Yours to ask" not in rep.get("/requests/").text
    mine = csm.get(f"/requests/{need.pk}/").text
    assert f"/people/hemi/ask/reference_call/?claim={Claim.objects.get().pk}" in mine
    assert "/ask/reference_call/" not in page
    assert "Nobody is claimed" in press(rep, need, "take-back")
    assert not Claim.objects.standing().exists()


def test_a_swap_is_one_press_and_the_best_of_the_others_stays_free(rep: Client) -> None:
    need = filed(rep, role="")
    press(rep, need, "claim", proposal=best(need).pk)
    first = need.standing_claim
    other = need.proposals.filter(person__isnull=False).exclude(person_id=first and first.person_id).first()
    assert other is not None
    page = press(rep, need, "claim", proposal=other.pk)
    assert need.standing_claim
    assert need.standing_claim.person_id == other.person_id
    assert "Swap for" in page


def test_a_rep_hears_no_reason_why_somebody_cannot_be_asked_any_more(rep: Client) -> None:
    need = filed(rep)
    opt_out_person("hemi", by=CONSOLE)
    page = press(rep, need, "claim", proposal=best(need).pk)
    assert "They cannot be asked now." in page
    assert "opted out" not in page
    assert not Claim.objects.exists()


def test_who_does_not_fit_is_passed_with_a_reason_and_proposed_again_by_undo(rep: Client) -> None:
    need = filed(rep)
    assert "It needs a reason" in press(rep, need, "pass", proposal=best(need).pk, reason="")
    press(rep, need, "pass", proposal=best(need).pk, reason="A competitor of theirs.")
    assert "hemi" not in need.proposals.values_list("person_id", flat=True)
    press(rep, need, "pass/undo", decline=Decline.objects.get().pk)
    assert best(need).person_id == "hemi"


def test_a_colleague_says_that_they_are_not_asked_and_the_rep_hears_why(rep: Client, csm: Client) -> None:
    need = filed(rep)
    press(rep, need, "claim", proposal=best(need).pk)
    assert "They are not asked." in press(csm, need, "refuse", reason="The renewal is in talks.")
    assert "Whom you wanted for a request is not asked." in rep.get("/notifications/").text
    assert "The renewal is in talks." in rep.get(f"/requests/{need.pk}/").text


def test_a_story_answers_without_a_call(rep: Client) -> None:
    number = story()
    need = filed(rep)
    page = rep.get(f"/requests/{need.pk}/").text
    assert "Without a live call" in page
    assert WORDS in page
    row = need.proposals.get(story_id=number)
    assert "Answered by a story" in press(rep, need, "claim", proposal=row.pk)


def test_a_need_that_nobody_fits_is_answered_clearly_and_names_nobody(rep: Client) -> None:
    need = filed(rep, role="shipwright", use_case="", language="da")
    page = rep.get(f"/requests/{need.pk}/").text
    assert "shipwright, speaking Danish" in page
    assert "Nobody we know fits enough of it." in page
    assert "each point that you leave open lets more people in" in page
    assert not any(row.name and row.name in page for row in ListedPerson.objects.all())


def test_who_rests_is_a_number_and_a_day_and_no_name(rep: Client) -> None:
    for who in ("hemi", "rhiannon", "amara"):
        ask_person(who, "quote", day=clock.today(), bounds=Bounds(), by=CONSOLE)
    need = filed(rep)
    page = rep.get(f"/requests/{need.pk}/").text
    assert "rest" in page
    assert "The first may be asked from" in page
    assert "Hemi" not in page


def test_a_need_ends_is_opened_again_and_asks_two_questions_afterwards(rep: Client) -> None:
    need = filed(rep)
    press(rep, need, "claim", proposal=best(need).pk)
    page = press(rep, need, "end", how="done")
    assert "Did it help the deal?" in page
    press(rep, need, "feedback", helped="yes", fitted="no", words="They chose us.")
    told = Feedback.objects.values_list("question", "yes", "words")
    assert set(told) == {("helped", True, "They chose us."), ("fitted", False, "They chose us.")}
    press(rep, need, "reopen")
    assert not NeedEnding.objects.exists()
    assert "It needs a reason" in press(rep, need, "end", how="cancelled")
    press(rep, need, "end", how="cancelled", reason="The deal is lost.")
    assert "The deal is lost." in rep.get(f"/requests/{need.pk}/").text
    assert "Hallam Breweries" in rep.get("/requests/?show=over").text


def test_a_rep_changes_their_own_requests_only_and_reads_those_of_others(rep: Client) -> None:
    other = window_of(let_in("second@northwind.example", Role.SALES))
    need = filed(rep)
    assert other.get(f"/requests/{need.pk}/").status_code == 200
    for verb in ("match", "claim", "take-back", "pass", "pass/undo", "end", "reopen", "feedback"):
        answer = other.post(f"/requests/{need.pk}/{verb}/", {"how": "cancelled", "reason": "Mine."})
        assert answer.status_code == 403, verb
    assert rep.post(f"/requests/{need.pk}/refuse/", {"reason": "No."}).status_code == 403
    assert list(Need.objects.open()) == [need]


def test_whoever_sees_their_own_accounts_is_told_of_others_by_number_alone(rep: Client) -> None:
    need = filed(rep)
    abroad = window_of(let_in("omar@northwind.example", Role.CSM, reach="own"))
    page = abroad.get(f"/requests/{need.pk}/").text
    assert "Hemi" not in page
    assert "in the care of others" in page
    assert abroad.post(f"/requests/{need.pk}/claim/", {"proposal": best(need).pk}).status_code == 404
    press(rep, need, "claim", proposal=best(need).pk)
    page = abroad.get(f"/requests/{need.pk}/").text
    assert "Somebody in a colleague’s care." in page
    assert "Hemi" not in page
    assert abroad.post(f"/requests/{need.pk}/refuse/", {"reason": "No."}).status_code == 403


def test_an_executive_reads_requests_and_files_none() -> None:
    need = filed(window_of(let_in("rep@northwind.example", Role.SALES)))
    window = window_of(let_in("exec@northwind.example", Role.EXECUTIVE))
    assert window.get(f"/requests/{need.pk}/").status_code == 200
    assert window.get("/requests/new/").status_code == 403
    assert "Match again" not in window.get(f"/requests/{need.pk}/").text


def test_hostile_numbers_and_words_break_nothing(rep: Client) -> None:
    need = filed(rep, prospect="<script>alert(1)</script>", text="{{ 7*7 }} <b>x</b>")
    page = rep.get(f"/requests/{need.pk}/").text
    assert "<script>alert(1)" not in page
    assert "<b>x</b>" not in page
    for odd in ("", "x", "-1", "9" * 40, "٣"):
        assert "not proposed for this request any more" in press(rep, need, "claim", proposal=odd)
    assert User.objects.count() == 1


def test_a_form_offers_the_industries_there_are_now_of_the_accounts_that_its_reader_sees(
    rep: Client, csm: Client
) -> None:
    assert "Shipbuilding" not in rep.get("/requests/new/").text
    cast = the_cast()
    cast.account("dock", "Harland Dock", industry="Shipbuilding", owner_email="somebody.else@northwind.example")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="with a dock")
    assert "Shipbuilding" in rep.get("/requests/new/").text
    assert "Shipbuilding" not in csm.get("/requests/new/").text
