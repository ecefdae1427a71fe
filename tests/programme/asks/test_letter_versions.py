"""Letters that ask have versions: an edited one is a new one, and none is ever lost."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.change_letter import change_letter
from goodword.programme.asks.actions.restore_letter import restore_letter
from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import LetterVersion
from goodword.programme.asks.shipped_letters import shipped_letter
from goodword.programme.asks.templates import languages_of, letter_now, versions
from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.models import AuditEntry
from tests.permissions import CONSOLE

pytestmark = pytest.mark.django_db

OURS = Wording("May we, {person}?", "Dear {person},\n\nyou speak of {theme}.\n\n{return}\n\n{answer_link}\n")


@pytest.fixture
def quote() -> ActKind:
    return ActKind.objects.get(pk="quote")


def test_what_is_shipped_is_version_0_until_somebody_writes_one(quote: ActKind) -> None:
    now = letter_now(quote, "en")
    assert now is not None
    assert (now.number, now.wording, now.row) == (0, shipped_letter("quote", "en"), None)
    made = change_letter(quote, "en", OURS, by=CONSOLE, seen=0)
    assert made is not None
    assert (made.number, letter_now(quote, "en").wording) == (1, OURS)  # type: ignore[union-attr]
    assert letter_now(quote, "de").number == 0  # type: ignore[union-attr]
    told = AuditEntry.objects.get(noun="letter_template")
    assert (told.facts_before["version"], told.facts_after["version"]) == (0, 1)
    assert "theme" not in str(told.facts_after)


def test_the_same_words_are_no_new_version(quote: ActKind) -> None:
    change_letter(quote, "en", OURS, by=CONSOLE)
    windows = Wording(OURS.subject, OURS.text.replace("\n", "\r\n") + "\r\n")
    assert change_letter(quote, "en", windows, by=CONSOLE) is None
    assert LetterVersion.objects.count() == 1


def test_any_version_comes_back_in_one_step_as_the_newest(quote: ActKind) -> None:
    change_letter(quote, "en", OURS, by=CONSOLE)
    change_letter(quote, "en", Wording("Other", OURS.text), by=CONSOLE)
    for number, words in ((0, shipped_letter("quote", "en")), (1, OURS)):
        made = restore_letter(quote, "en", number, by=CONSOLE)
        assert made is not None
        assert (made.restored, letter_now(quote, "en").wording) == (number, words)  # type: ignore[union-attr]
    assert [one.number for one in versions(quote, "en")] == [4, 3, 2, 1, 0]
    with pytest.raises(GoodwordError) as raised:
        restore_letter(quote, "en", 9, by=CONSOLE)
    assert raised.value.code == "no-letter-version"


def test_who_looked_at_an_older_version_is_told(quote: ActKind) -> None:
    change_letter(quote, "en", OURS, by=CONSOLE, seen=0)
    with pytest.raises(GoodwordError) as raised:
        change_letter(quote, "en", Wording("Other", OURS.text), by=CONSOLE, seen=0)
    assert (raised.value.code, raised.value.retry) == ("letter-changed-meanwhile", True)


@pytest.mark.parametrize(
    ("subject", "text", "code", "said"),
    [
        ("May we?", "Dear {person},\n\n{salary}\n{answer_link}", "unknown-field", "Line 3"),
        ("May we?", "{person.__class__}\n{answer_link}", "stray-brace", "Line 1"),
        ("May we?\nBcc: all@x.example", "{answer_link}", "bad-subject", "one line"),
        ("May we?", "no link", "no-answer-link", "{answer_link}"),
        ("", "{answer_link}", "empty-letter", "subject"),
    ],
)
def test_what_could_not_be_filled_is_refused_with_its_line(
    quote: ActKind, subject: str, text: str, code: str, said: str
) -> None:
    with pytest.raises(GoodwordError) as raised:
        change_letter(quote, "en", Wording(subject, text), by=CONSOLE)
    assert (raised.value.code, said in raised.value.sentence) == (code, True)
    assert not LetterVersion.objects.exists()


def test_a_language_of_ones_own_is_written_and_no_language_is_refused(quote: ActKind) -> None:
    change_letter(quote, "fr", OURS, by=CONSOLE)
    assert languages_of(quote) == ["en", "de", "fr"]
    for language in ("", "EN", "english", "e/"):
        with pytest.raises(GoodwordError) as raised:
            change_letter(quote, language, OURS, by=CONSOLE)
        assert raised.value.code == "unknown-language"


def test_nobody_writes_a_letter_for_what_people_are_drawn_for() -> None:
    with pytest.raises(GoodwordError) as raised:
        change_letter(ActKind.objects.get(pk="review"), "en", OURS, by=CONSOLE)
    assert raised.value.code == "letter-of-the-lot"


def test_one_that_was_added_has_a_plain_letter_to_begin_with() -> None:
    add_kind(Policy("podcast", label="Podcast guest"), by=CONSOLE)
    kind = ActKind.objects.get(pk="podcast")
    assert languages_of(kind) == ["en", "de"]
    assert "Podcast guest" in letter_now(kind, "de").wording.subject  # type: ignore[union-attr]


def test_the_database_numbers_each_version_once(quote: ActKind) -> None:
    change_letter(quote, "en", OURS, by=CONSOLE)
    row = {"act_kind": quote, "language": "en", "subject": "x", "text": "y", "at": datetime(2026, 1, 1, tzinfo=UTC)}
    for number in (1, 0):
        with pytest.raises(IntegrityError), transaction.atomic():
            LetterVersion.objects.create(**row, number=number, by_kind="console")
