"""What somebody told a colleague is written down, counts at every door, and never widens what they said themselves."""

import pytest
from django.test import Client

from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.models import Limit
from goodword.programme.permissions.models import Grant
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.programme.terms.actions.set_reach import set_reach
from goodword.programme.terms.actions.set_topics import set_topics
from goodword.programme.terms.models import Term
from goodword.programme.terms.policies import refuse_letter_by
from goodword.programme.terms.standing import terms_of
from tests.doors.portal.linked import link_to, phone
from tests.permissions import CONSOLE, person
from tests.team import let_in, window_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

URL = "/people/hemi/wishes/"
NOTHING = {"way": "", "detail": "", "asks_a_quarter": "", "days_between": "", "gladly": "", "not_about": ""}


@pytest.fixture
def csm() -> Client:
    """The browser of the colleague who cares for Hemi."""
    return window_of(let_in("leila@northwind.example", Role.CSM, reach="own"))


def wishes(window: Client, **said: str) -> str:
    """Write it down; what stands on the page it leads to."""
    answer = window.post(URL, NOTHING | said, follow=True)
    return str(answer.text)


def limit() -> tuple[int | None, int | None]:
    row = Limit.objects.of("hemi")
    return (row.asks_a_quarter, row.days_between) if row else (None, None)


def test_what_they_told_counts_at_once_and_stands_on_their_page_and_on_ours(csm: Client) -> None:
    assert URL in csm.get("/people/hemi/").text
    said = {"way": "phone", "detail": "mornings", "asks_a_quarter": "1", "gladly": "Month-end  close\nReports"}
    page = wishes(csm, **said, not_about="Pricing")
    assert "Written down. It counts at once, at every door." in page
    assert all(words in page for words in ("Month-end close", "Reports", "Pricing", "By phone only", "mornings"))
    terms = terms_of("hemi")
    assert (terms.way, terms.detail, sorted(terms.gladly)) == ("phone", "mornings", ["Month-end close", "Reports"])
    assert (list(terms.not_about), limit()) == (["Pricing"], (1, None))
    refusal = refuse_letter_by(person("hemi"), "leila@northwind.example")
    assert refusal is not None
    assert refusal.code == "wants-a-call"
    own = phone().get(link_to("hemi", "own_page")).text
    assert "mornings" in own
    assert 'value="Pricing"' not in csm.get("/people/selin/").text
    assert set(AuditEntry.objects.filter(noun="person").values_list("verb", flat=True)) == {"reach", "prefer", "limit"}


def test_saved_again_as_it_stands_nothing_is_written(csm: Client) -> None:
    said = {"way": "colleague", "days_between": "90", "not_about": "Pricing"}
    wishes(csm, **said)
    before = (Term.objects.count(), Limit.objects.count(), AuditEntry.objects.count())
    page = csm.get(URL).text
    assert 'value="90"' in page
    assert "Pricing</textarea>" in page
    wishes(csm, **said)
    assert (Term.objects.count(), Limit.objects.count(), AuditEntry.objects.count()) == before


def test_what_a_colleague_wrote_down_a_colleague_takes_back(csm: Client) -> None:
    wishes(csm, way="phone", detail="mornings", asks_a_quarter="0", not_about="Pricing")
    assert "Written down" in wishes(csm)
    assert (terms_of("hemi").way, list(terms_of("hemi").not_about), limit()) == ("", [], (None, None))


@pytest.mark.parametrize(
    "said",
    [
        {"way": "", "not_about": "Pricing", "asks_a_quarter": "1", "days_between": "100"},
        {"way": "colleague", "not_about": "Pricing", "asks_a_quarter": "1", "days_between": "100"},
        {"way": "phone", "asks_a_quarter": "1", "days_between": "100"},
        {"way": "phone", "gladly": "pricing", "asks_a_quarter": "1", "days_between": "100"},
        {"way": "phone", "not_about": "Pricing", "days_between": "100"},
        {"way": "phone", "not_about": "Pricing", "asks_a_quarter": "2", "days_between": "100"},
        {"way": "phone", "not_about": "Pricing", "asks_a_quarter": "1", "days_between": "99"},
        {"way": "phone", "not_about": "Pricing", "asks_a_quarter": "1"},
    ],
)
def test_nobody_widens_what_they_said_themselves_and_of_such_a_form_nothing_is_kept(
    csm: Client, said: dict[str, str]
) -> None:
    set_reach("hemi", "phone", by=CONSOLE)  # as by their own link, which has no user either
    set_topics("hemi", {"Pricing": "not"}, by=CONSOLE)
    set_limit("hemi", asks_a_quarter=1, days_between=100, by=CONSOLE)
    before = (Term.objects.count(), Limit.objects.count())
    answer = csm.post(URL, NOTHING | said | {"gladly": f"Something new\n{said.get('gladly', '')}"})
    assert (answer.status_code, "They said otherwise themselves" in answer.text) == (422, True)
    assert "Something new" in answer.text
    assert (Term.objects.count(), Limit.objects.count()) == before


def test_narrower_than_what_they_said_themselves_is_written_down(csm: Client) -> None:
    set_limit("hemi", asks_a_quarter=2, days_between=30, by=CONSOLE)
    set_topics("hemi", {"Reports": "gladly"}, by=CONSOLE)
    assert "Written down" in wishes(csm, asks_a_quarter="1", days_between="60", not_about="Reports")
    assert (limit(), list(terms_of("hemi").not_about)) == ((1, 60), ["Reports"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"way": "pigeon"}, "pigeon"),
        ({"asks_a_quarter": "13"}, "12"),
        ({"days_between": "-1"}, "0"),
        ({"not_about": "x" * 81}, "A topic is one line of at most 80 characters."),
        ({"detail": "a\x07b"}, "one line"),
        ({"gladly": "\n".join(f"Topic {n}" for n in range(51))}, "more than 50 topics"),
    ],
)
def test_what_cannot_be_is_said_and_kept_in_the_form(csm: Client, said: dict[str, str], told: str) -> None:
    answer = csm.post(URL, NOTHING | {"gladly": "Reports"} | said)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert not Term.objects.exists()
    assert not Grant.objects.exists()
