"""The letter that asks for a request: it says why them, never for whom; what they answer shows on the request."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.advocates.models import Generation
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask, Thank
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.models import Claim, ClaimAsk
from goodword.programme.outbox.models import Letter
from goodword.runs.workspace import create_workspace
from tests.permissions import CONSOLE
from tests.programme.needs.wanted import filed, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def surroundings(published: Generation, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"


@pytest.fixture
def claim(published: Generation) -> Claim:
    thank_person("hemi", "call", day=clock.today(), by=CONSOLE)
    need = filed(role="Finance lead {sender}", prospect="Hallam Breweries", text="They doubt our price.")
    return claim_proposal(proposed(need, "hemi")[0], day=clock.today(), bounds=Bounds(), by=CONSOLE)


def page_of(claim: Claim) -> str:
    return f"/people/hemi/ask/reference_call/?claim={claim.pk}"


def sent(client: Client, claim: Claim) -> Ask:
    """Press the button of the page as it stands."""
    shown = client.get(page_of(claim)).context["form"]
    answer = client.post(page_of(claim), {name: shown[name].value() for name in ("subject", "text", "token")})
    assert answer.headers["location"] == f"/requests/{claim.need_id}/"
    return Ask.objects.latest("pk")


def test_the_letter_says_why_them_and_neither_for_whom_nor_in_whose_words(reader: Client, claim: Claim) -> None:
    page = reader.get(page_of(claim))
    assert "For Hallam Breweries" in page.text
    assert "They doubt our price." in page.text
    sent(reader, claim)
    letter = Letter.objects.get()
    assert "would like to hear from: Finance lead (sender) in Food and drink." in letter.text
    assert letter.text.index("would like to hear from") < letter.text.index("https://")
    for secret in ("Hallam", "doubt"):
        assert secret not in letter.text + letter.subject


def test_the_request_follows_what_they_answer(reader: Client, claim: Claim) -> None:
    ask = sent(reader, claim)
    page = f"/requests/{claim.need_id}/"
    assert "They were asked and have not answered." in reader.get(page).text
    answer_ask(ask, "accepted", day=clock.today(), by=CONSOLE)
    assert "They said yes" in reader.get(page).text


def test_sent_twice_it_is_one_ask_and_one_tie(reader: Client, claim: Claim) -> None:
    shown = reader.get(page_of(claim)).context["form"]
    words = {name: shown[name].value() for name in ("subject", "text", "token")}
    for _time in range(2):
        reader.post(page_of(claim), words)
    assert (Ask.objects.count(), ClaimAsk.objects.count(), Letter.objects.count()) == (1, 1, 1)


def test_an_ask_that_was_taken_back_lets_the_claim_wait_again(reader: Client, claim: Claim) -> None:
    withdraw_ask(sent(reader, claim), by=CONSOLE, reason="Too early.")
    assert list(Claim.objects.waiting()) == [claim]
    again = sent(reader, claim)
    assert ClaimAsk.objects.get().ask == again


def test_thanking_first_leads_back_to_the_letter_for_the_request(reader: Client, claim: Claim) -> None:
    Thank.objects.all().delete()
    thanked = f"/people/hemi/ask/reference_call/thanked/?claim={claim.pk}"
    assert thanked in reader.get(page_of(claim)).text
    assert reader.post(thanked, {"how": "call"}).headers["location"] == page_of(claim)
    sent(reader, claim)
    assert ClaimAsk.objects.get().claim == claim


@pytest.mark.parametrize("named", ["0", "x", "9" * 30, "٣"])
def test_a_claim_that_is_none_makes_it_a_letter_like_any_other(reader: Client, named: str) -> None:
    page = reader.get(f"/people/hemi/ask/reference_call/?claim={named}")
    assert page.status_code == 200
    assert "would like to hear from" not in page.text
