"""Another key that signs: whoever is in stays in, old letters still work, and second factors open."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.stopping import stop_token
from goodword.programme.desk.models import Preference
from goodword.programme.team.actions.add_factor import add_app
from goodword.programme.team.actions.reseal_factors import reseal_factors
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, OpenSession, User
from goodword.programme.team.sealed_factors import ages_of_factors
from goodword.programme.team.second_factor import factors_of
from tests.programme.team.codes import code_of
from tests.team import LEILA, PASSWORD, let_in

pytestmark = pytest.mark.django_db
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
IPHONE = "Mozilla/5.0 (iPhone) Safari/605"


def change_key(settings: Settings, *, keep: bool = True) -> None:
    before = str(settings.SECRET_KEY)
    settings.SECRET_KEY_FALLBACKS = [before] if keep else []
    settings.SECRET_KEY = "another key that signs, and long enough"


def come_in(browser: str = FIREFOX) -> Client:
    client = Client(headers={"User-Agent": browser})
    client.post("/sign-in/", {"username": LEILA, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


@pytest.fixture
def leila() -> User:
    """Leila, with an app that has a known key."""
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    return user


def test_whoever_is_in_stays_in_and_without_the_key_of_before_nobody(settings: Settings) -> None:
    let_in()
    one, other = come_in(), come_in()
    change_key(settings)
    assert is_in(one)
    settings.SECRET_KEY_FALLBACKS = []
    assert is_in(one), "the session was signed anew when it was used"
    assert not is_in(other)


def test_the_windows_somebody_has_open_are_still_listed_and_can_be_ended(settings: Settings) -> None:
    let_in()
    here, there = come_in(), come_in(IPHONE)
    change_key(settings)
    for _ in range(2):
        page = here.get("/me/security/").text
        assert ("Firefox on Linux" in page, "Safari on iPhone" in page) == (True, True)
    assert is_in(there)
    assert "Safari on iPhone" in here.get("/me/security/").text
    here.post(f"/me/security/sessions/{OpenSession.objects.get(browser=IPHONE).pk}/end/")
    assert (is_in(here), is_in(there)) == (True, False)


def test_signing_out_forgets_a_session_of_before(settings: Settings) -> None:
    let_in()
    window = come_in()
    change_key(settings)
    assert is_in(window)
    window.post("/sign-out/")
    assert not OpenSession.objects.exists()


def test_the_link_in_an_old_letter_still_ends_the_digest(settings: Settings) -> None:
    user = let_in()
    link = f"/stop-digest/{stop_token(user)}/"
    change_key(settings)
    assert Client().post(link).status_code == 200
    assert Preference.of(user).digest == "off"
    settings.SECRET_KEY_FALLBACKS = []
    assert Client().post(link).status_code == 404


@pytest.mark.parametrize("recovery", [False, True])
def test_a_second_factor_still_opens_the_door(leila: User, settings: Settings, *, recovery: bool) -> None:
    codes = factors_of(leila).codes
    assert codes is not None
    kept = codes.wrap().get_unused_codes()[0]
    change_key(settings)
    client = come_in()
    answer = client.post("/sign-in/second-factor/", {"code": kept if recovery else code_of(KEY)})
    assert answer.status_code == 302
    assert is_in(client)


def test_sealed_anew_second_factors_need_the_key_of_before_no_more(leila: User, settings: Settings) -> None:
    codes = factors_of(leila).codes
    assert codes is not None
    unused = codes.wrap().get_unused_codes()
    change_key(settings)
    assert ages_of_factors() == {"now": 0, "before": 2, "lost": 0}
    assert reseal_factors(by=Actor.console()) == 2
    assert reseal_factors(by=Actor.console()) == 0
    settings.SECRET_KEY_FALLBACKS = []
    assert ages_of_factors() == {"now": 2, "before": 0, "lost": 0}
    client = come_in()
    assert client.post("/sign-in/second-factor/", {"code": code_of(KEY)}).status_code == 302
    again = factors_of(leila).codes
    assert again is not None
    assert again.wrap().get_unused_codes() == unused
    (told,) = AuditEntry.objects.filter(verb="reseal")
    assert told.facts_after == {"factors": 2}
    assert not [text for text in map(str, Authenticator.objects.values_list("data", flat=True)) if KEY in text]


def test_a_second_factor_whose_key_is_gone_is_left_as_it_is_and_opens_nothing(leila: User, settings: Settings) -> None:
    before = str(settings.SECRET_KEY)
    change_key(settings, keep=False)
    assert ages_of_factors() == {"now": 0, "before": 0, "lost": 2}
    assert reseal_factors(by=Actor.console()) == 0
    assert come_in().post("/sign-in/second-factor/", {"code": code_of(KEY)}).status_code == 200
    settings.SECRET_KEY_FALLBACKS = [before]
    client = come_in()
    assert client.post("/sign-in/second-factor/", {"code": code_of(KEY)}).status_code == 302
