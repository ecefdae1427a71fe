"""Every page the router has, as everybody who may look at it: sound to axe, to the console and to the eye."""

import pytest
from django.test import Client
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch

from tests.browser.addresses import FRONT, OTHERWISE, PAGES, routes
from tests.browser.premises import LOOKERS, Premises
from tests.browser.visits import Theme, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES: list[tuple[int, Theme]] = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]


def test_every_route_is_a_page_to_look_at_or_says_why_not() -> None:
    assert {name for name, _ in routes()} == {*PAGES, *FRONT, *OTHERWISE}
    assert not ({*PAGES, *FRONT} & {*OTHERWISE})


def test_what_changes_something_is_no_page(premises: Premises) -> None:
    anybody, answers = Client(), dict[str, int]()
    for name, why in OTHERWISE.items():
        if why == "changes something":
            # What is on an advocate's own page, nobody else may even try.
            anybody.force_login(premises.users["advocate self" if name.startswith("portal-") else "administrator"])
            answers[name] = anybody.get(_any_address(name)).status_code
    assert answers
    assert {name: status for name, status in answers.items() if status != 405} == {}


def _any_address(name: str) -> str:
    for arguments in ([], [1], ["x"], ["csm"], ["x", 1], ["x", "y"]):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(f"no address for {name}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The administrator, who sees the most, at every size; the others at one, or at all with --every-size."""
    if "who" not in metafunc.fixturenames:
        return
    everybody = metafunc.config.getoption("--every-size", default=False)
    cases = [
        (who, *size) for who in LOOKERS for size in SIZES if everybody or who == "administrator" or size == SIZES[0]
    ]
    metafunc.parametrize(("who", "width", "theme"), cases)


def test_every_page_is_sound_for_everybody_who_may_see_it(
    premises: Premises, visit: Visitor, who: str, width: int, theme: Theme
) -> None:
    window = visit(width=width, theme=theme)
    premises.sign_in(window, who)
    for name, path in premises.pages_for(who).items():
        window.look(f"{name}-{who.replace(' ', '-')}-{theme}-{width}", path)
    assert "\n".join(window.wrong) == ""


@pytest.mark.parametrize(("width", "theme"), SIZES)
def test_what_strangers_see_is_sound(premises: Premises, visit: Visitor, width: int, theme: Theme) -> None:
    stranger = visit(width=width, theme=theme)
    for name, path in premises.front().items():
        stranger.look(f"{name}-{theme}-{width}", path)
    assert "\n".join(stranger.wrong) == ""
