"""Coming in, and changing how one comes in, in a real browser with a real authenticator."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Browser, CDPSession, Page
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.outbox.models import Letter
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from tests.browser.visits import Theme, Visit, Visitor, nothing_wrong
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.programme.team.codes import code_of
from tests.team import LEILA, PASSWORD, let_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@contextmanager
def authenticator(page: Page) -> Iterator[tuple[CDPSession, str]]:
    """A key in the window's computer, whose owner's finger is on it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield devtools, str(made["authenticatorId"])
    devtools.send("WebAuthn.disable")


def on_localhost(visit: Visit) -> Visit:
    """Passkeys belong to a name: browsers make none for a bare address."""
    visit.server = visit.server.replace("127.0.0.1", "localhost")
    return visit


def with_password(visit: Visit, email: str = LEILA) -> None:
    visit.open("/sign-in/")
    visit.page.get_by_label("Work e-mail").fill(email)
    visit.page.get_by_label("Password").fill(PASSWORD)
    visit.page.get_by_role("button", name="Sign in").click()


def test_a_passkey_is_made_and_opens_the_door_alone(people: User, visit: Visitor) -> None:
    window = on_localhost(visit())
    with nothing_wrong(window), authenticator(window.page):
        with_password(window)
        window.page.wait_for_url("**/today/")
        window.open("/me/security/passkeys/add/")
        window.check("passkey-light-1440")
        window.page.get_by_label("What you call it").fill("work laptop")
        window.page.get_by_role("button", name="Make the passkey").click()
        window.page.get_by_role("heading", name="Recovery codes").wait_for()
        window.open("/me/security/")
        assert window.page.get_by_text("work laptop").first.is_visible()
        window.page.locator(".side-foot").get_by_role("button", name="Sign out").click()
        window.page.get_by_role("button", name="Use a passkey").click()
        window.page.wait_for_url("**/today/")


def test_a_passkey_is_the_second_step_after_a_password(people: User, visit: Visitor) -> None:
    window = on_localhost(visit())
    with nothing_wrong(window), authenticator(window.page):
        with_password(window)
        window.page.wait_for_url("**/today/")
        window.open("/me/security/passkeys/add/")
        window.page.get_by_role("button", name="Make the passkey").click()
        window.page.get_by_role("heading", name="Recovery codes").wait_for()
        window.page.locator(".side-foot").get_by_role("button", name="Sign out").click()
        with_password(window)
        window.page.wait_for_url("**/sign-in/second-factor/")
        window.check("second-factor-key-light-1440")
        window.page.get_by_role("button", name="Use your passkey").click()
        window.page.wait_for_url("**/today/")


TAMPER = """() => {
  const send = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function () {
    const said = JSON.parse(this.elements.credential.value);
    said.response.%s = said.response.%s.replace(/^.{1,4}/, (start) => (start === "AAAA" ? "BBBB" : "AAAA"));
    this.elements.credential.value = JSON.stringify(said);
    send.call(this);
  };
}"""


def test_what_was_signed_opens_nothing_once_it_is_changed(people: User, visit: Visitor) -> None:
    window = on_localhost(visit())
    with authenticator(window.page):
        with_password(window)
        window.page.wait_for_url("**/today/")
        window.open("/me/security/passkeys/add/")
        window.page.get_by_role("button", name="Make the passkey").click()
        window.page.get_by_role("heading", name="Recovery codes").wait_for()
        window.page.locator(".side-foot").get_by_role("button", name="Sign out").click()
        for part in ("signature", "authenticatorData", "clientDataJSON", "userHandle"):
            window.open("/sign-in/")
            window.page.evaluate(TAMPER.replace("%s", part))
            window.page.get_by_role("button", name="Use a passkey").click()
            window.page.get_by_text("That did not let you in").wait_for()
        window.open("/people/")
        assert "/sign-in/" in window.page.url


def test_a_passkey_of_somebody_else_does_not_pass_as_the_second_step(people: User, visit: Visitor) -> None:
    let_in("mallory@northwind.example", Role.MANAGER, name="Mallory")
    theirs, hers = on_localhost(visit()), on_localhost(visit())
    for window, email in ((theirs, "mallory@northwind.example"), (hers, LEILA)):
        with authenticator(window.page):
            with_password(window, email)
            window.page.wait_for_url("**/today/")
            window.open("/me/security/passkeys/add/")
            window.page.get_by_role("button", name="Make the passkey").click()
            window.page.get_by_role("heading", name="Recovery codes").wait_for()
            window.page.locator(".side-foot").get_by_role("button", name="Sign out").click()
    stolen = on_localhost(visit())
    with authenticator(stolen.page):
        with_password(stolen)
        stolen.page.wait_for_url("**/sign-in/second-factor/")
        stolen.page.get_by_role("button", name="Use your passkey").click()
        stolen.page.get_by_text("The passkey was not used").wait_for()
        stolen.open("/people/")
        assert "/sign-in/" in stolen.page.url


def test_a_code_from_a_letter_opens_the_door(people: User, visit: Visitor, settings: Settings) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:2525")
    window = visit()
    with nothing_wrong(window):
        window.open("/sign-in/?next=/people/")
        window.page.get_by_role("link", name="Send me a code").click()
        window.check("code-ask-light-1440")
        window.page.get_by_label("Work e-mail").fill(LEILA)
        window.page.get_by_role("button", name="Send the code").click()
        window.page.get_by_role("heading", name="Write the code").wait_for()
        window.check("code-enter-light-1440")
        letter = Letter.objects.get(purpose="sign_in_code")
        found = re.search(r"^ {4}(\S+)$", letter.text, re.MULTILINE)
        assert found is not None
        window.page.get_by_role("textbox", name="Code").fill(found[1].lower().replace("-", " "))
        window.page.get_by_role("button", name="Sign in").click()
        window.page.wait_for_url("**/people/")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_app_is_added_and_every_page_of_the_door_is_in_order(
    people: User, visit: Visitor, width: int, theme: Theme
) -> None:
    window = visit(width=width, theme=theme)
    name = f"{theme}-{width}"
    let_in("arjun@northwind.example", Role.CSM, name="Arjun Mehta", reach="own")
    with nothing_wrong(window):
        window.open("/sign-in/")
        window.check(f"door-{name}")
        with_password(window)
        window.page.wait_for_url("**/today/")
        window.open("/me/security/app/")
        window.check(f"app-{name}")
        key = window.page.locator("main code").inner_text()
        window.page.get_by_role("textbox", name="Code").fill(code_of(key))
        window.page.get_by_role("button", name="Add the app").click()
        window.page.get_by_role("heading", name="Recovery codes").wait_for()
        window.check(f"codes-{name}")
        for path, page in (
            ("/me/security/", "security"),
            ("/me/security/password/", "password"),
            ("/me/tokens/", "tokens"),
            ("/team/", "team"),
            ("/team/let-in/", "let-in"),
            ("/team/roles/", "roles"),
            ("/team/tokens/", "team-tokens"),
            (f"/team/{User.objects.get(name='Arjun Mehta').pk}/", "colleague"),
            ("/sign-in/again/", "again"),
        ):
            window.open(path)
            window.check(f"{page}-{name}")
        window.open("/me/tokens/")
        window.page.get_by_label("What for").fill("warehouse, every night")
        window.page.get_by_role("button", name="Make the token").click()
        window.page.get_by_role("heading", name="Your new token").wait_for()
        window.check(f"token-made-{name}")
        window.page.context.clear_cookies()
        with_password(window)
        window.page.wait_for_url("**/sign-in/second-factor/")
        window.check(f"second-factor-{name}")


def test_everything_of_the_door_works_without_a_script(people: User, visit: Visitor) -> None:
    window = visit(script=False)
    with_password(window)
    window.page.wait_for_url("**/today/")
    window.open("/me/security/app/")
    window.page.get_by_role("textbox", name="Code").fill(code_of(window.page.locator("main code").inner_text()))
    window.page.get_by_role("button", name="Add the app").click()
    window.page.get_by_role("heading", name="Recovery codes").wait_for()
    recovery = window.page.locator("main li code").first.inner_text()
    window.page.context.clear_cookies()
    with_password(window)
    window.page.wait_for_url("**/sign-in/second-factor/")
    assert not window.page.get_by_role("button", name="Use your passkey").is_visible()
    window.page.get_by_role("textbox", name="Code").fill(recovery)
    window.page.get_by_role("button", name="Sign in").click()
    window.page.wait_for_url("**/today/")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colour_of_the_gate_reaches_to_the_edge_of_the_window(
    people: User, visit: Visitor, chromium: Browser, theme: Theme
) -> None:
    """With a scrollbar that takes room, as most computers have one: playwright hides it else."""
    other = visit()
    with closing(
        chromium.browser_type.launch(
            executable_path=str(CHROMIUM), args=ARGUMENTS, ignore_default_args=["--hide-scrollbars"]
        )
    ) as browser:
        for width, height in ((1440, 900), (390, 844), (1440, 400)):
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
            window = Visit(page, other.server, other.pictures)
            with nothing_wrong(window):
                window.open("/sign-in/")
                assert window.sideways() == 0
                assert window.page.evaluate(ROOM_BESIDE) == 0
                window.keep(f"gate-{theme}-{width}-{height}")


# How much of the window neither the page nor a scrollbar fills.
ROOM_BESIDE = """() => {
  const root = document.documentElement;
  const bar = root.scrollHeight > innerHeight ? 15 : 0;
  return innerWidth - bar - document.querySelector(".gate-words").getBoundingClientRect().right;
}"""
