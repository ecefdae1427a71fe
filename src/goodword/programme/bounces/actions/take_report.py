"""Take in a report about a letter: note it, so that nothing more goes where nothing arrives."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.bounces.models import Bounce
from goodword.programme.bounces.reading import Kind, read_report
from goodword.programme.bounces.unwanted import plain
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

type Became = Literal["hard", "soft", "complaint", "same", "no_report", "not_ours"]


@dataclass(frozen=True, slots=True)
class About:
    """What a report turned out to be about.

    Attributes:
        digest: of the report as it came.
        kind: what it says.
        letter: the letter of ours.
        said: the server's own words.
    """

    digest: str
    kind: Kind
    letter: Letter
    said: str

    @property
    def address(self) -> str:
        """Where the letter went."""
        return plain(self.letter.to)


def look_at(raw: bytes) -> About | Became:
    """Say what a report is about without changing anything: a letter of ours, or why it means nothing to us."""
    digest = sha256(raw).hexdigest()
    if Bounce.objects.filter(digest=digest).exists():
        return "same"
    report = read_report(raw)
    if report is None:
        return "no_report"
    # The id is random, and known only to whoever got the letter: a report that does not have it is not believed, and
    # the address is the letter's own, whatever the report says.
    tried = Letter.objects.filter(message_id__in=report.message_ids, attempts__isnull=False).distinct()
    found = {letter.message_id: letter for letter in tried}
    letter = next((found[name] for name in report.message_ids if name in found), None)
    return About(digest, report.kind, letter, report.said) if letter is not None else "not_ours"


def take_report(about: About, *, by: Actor) -> Became:
    """Note a report once.

    Args:
        about: what it is about, from `look_at`.
        by: who read it.
    """
    try:
        with transaction.atomic():
            Bounce.objects.create(
                digest=about.digest,
                letter=about.letter,
                address=about.address,
                kind=about.kind,
                said=about.said,
                taken_at=clock.now(),
            )
            record(by, "bounce", "letter", str(about.letter.pk), after={"kind": about.kind})
    except IntegrityError:
        return "same"  # somebody else read it at the same moment
    return about.kind
