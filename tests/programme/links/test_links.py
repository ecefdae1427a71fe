"""A link opens one thing, for one person, for a time; what is kept of it opens nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.links.actions.end_link import end_link
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.links.models import Link, LinkEnd
from goodword.programme.links.policies import link_of, refuse_link
from goodword.programme.people.models import Person
from goodword.programme.personal import Subject
from goodword.programme.team.models import AuditEntry
from goodword.runs.rights.tables import erase_from_tables
from tests.permissions import CONSOLE, TODAY
from tests.world import the_cast

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
SOON = NOW + timedelta(days=14)


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def made(who: str = "hemi", purpose: str = "answer", about: str = "ask:1", **more: datetime) -> str:
    return make_link(who, purpose, about, by=CONSOLE, **({"now": NOW, "expires_at": SOON} | more))


def code(secret: str, *, at: datetime = NOW, purpose: str = "answer") -> str:
    """Why a secret opens nothing; empty where it does."""
    refusal = refuse_link(link_of(secret), purpose, now=at)  # type: ignore[arg-type]  # one of the purposes
    return refusal.code if refusal else ""


def test_a_link_opens_what_it_was_made_for_and_the_database_cannot_open_it() -> None:
    secret = made()
    link = link_of(secret)
    assert link is not None
    assert (link.today_id, link.purpose, link.about) == ("hemi", "answer", "ask:1")
    kept = [str(value) for row in Link.objects.values_list() for value in row]
    kept += [f"{entry.before}{entry.after}" for entry in AuditEntry.objects.all()]
    assert not any(secret in one for one in kept)
    assert code(link.digest) == "link-unknown"


def test_two_links_to_the_same_thing_have_nothing_in_common() -> None:
    one, other = made(), made()
    assert one != other
    assert len(one) == 32


@pytest.mark.parametrize("forged", ["", "x", "x" * 201, "a\x00b", "ä" * 32, "\ud800" * 3])
def test_what_somebody_made_up_opens_nothing(forged: str) -> None:
    made()
    assert code(forged) == "link-unknown"


def test_a_link_for_something_else_says_no_more_than_one_that_is_made_up() -> None:
    assert code(made(), purpose="own_page") == code("made up") == "link-unknown"


def test_a_link_ends_with_its_time_and_for_good_before_it() -> None:
    secret = made()
    assert (code(secret, at=SOON - timedelta(seconds=1)), code(secret, at=SOON)) == ("", "link-over")
    link = link_of(secret)
    assert link is not None
    first = end_link(link, LinkEnd.NOT_THEM, by=CONSOLE)
    assert end_link(link, LinkEnd.WITHDRAWN, by=CONSOLE) == first
    assert code(secret) == "link-over"
    assert not Link.objects.standing().exists()


def test_of_two_who_are_one_each_keeps_their_links() -> None:
    secret = made("selin")
    Person.objects.filter(pk="selin").update(root_id="hemi")
    link = link_of(secret)
    assert link is not None
    assert link.today_id == "hemi"
    assert list(Link.objects.of("hemi")) == [link]
    assert link_of(made("selin")).person_id == "hemi"  # type: ignore[union-attr]  # it was made a moment ago


def test_a_link_of_somebody_who_was_erased_says_no_more_than_one_that_is_made_up() -> None:
    secret, others = made(), made("selin")
    end_link(link_of(secret), LinkEnd.WITHDRAWN, by=CONSOLE)  # type: ignore[arg-type]  # as above
    erase_from_tables(Subject(reference="erased-1", person_ids=("hemi",)))
    assert code(secret) == "link-unknown"
    assert code(others) == ""


@pytest.mark.parametrize(
    ("who", "purpose", "about", "until", "refused"),
    [
        ("nobody-at-all", "answer", "ask:1", SOON, "nobody-there"),
        ("hemi", "everything", "ask:1", SOON, "link-purpose"),
        ("hemi", "answer", "", SOON, "link-about-nothing"),
        ("hemi", "answer", "ask:1", NOW, "link-time"),
        ("hemi", "own_page", "", NOW + timedelta(days=367), "link-time"),
    ],
)
def test_no_link_is_made_that_opens_nothing_or_too_much(
    who: str, purpose: str, about: str, until: datetime, refused: str
) -> None:
    with pytest.raises(GoodwordError) as raised:
        made(who, purpose, about, expires_at=until)
    assert raised.value.code == refused
    assert not Link.objects.exists()


def test_who_finds_an_old_letter_can_still_unsubscribe() -> None:
    assert (
        code(made(purpose="unsubscribe", about="", expires_at=NOW + timedelta(days=3_000)), purpose="unsubscribe") == ""
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"digest": ""},
        {"purpose": "everything"},
        {"about": ""},
        {"expires_at": NOW},
    ],
)
def test_the_database_keeps_no_link_that_makes_no_sense(wrong: dict[str, object]) -> None:
    facts = {"digest": "d", "person_id": "hemi", "purpose": "answer", "about": "ask:1", "made_at": NOW} | {
        "expires_at": SOON
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.create(**(facts | wrong))
    Link.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.create(**facts)


def test_the_trail_says_who_made_a_link_and_who_ended_it() -> None:
    link = link_of(made())
    assert link is not None
    end_link(link, LinkEnd.WITHDRAWN, by=CONSOLE)
    told = AuditEntry.objects.filter(noun="link").order_by("number").values_list("verb", "object_id")
    assert list(told) == [("make", str(link.pk)), ("end", str(link.pk))]
