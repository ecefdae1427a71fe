"""Whose word it is, and what it says, as somebody types it on the console."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodword.doors.cli.find import read_day
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.people.models import Account, Person
    from goodword.programme.permissions.models import ProofKind
    from goodword.programme.permissions.proofs import ProofFile
    from goodword.programme.permissions.saying import Evidence, Saying


class AudienceName(StrEnum):
    """Who sees it."""

    NAMED = "named"
    PRIVATE = "private"
    PUBLIC = "public"


class ProofName(StrEnum):
    """How we know."""

    SAID = "said"
    EMAIL = "email"
    FORM = "form"
    FILE = "file"


Who = Annotated[str, typer.Option("--person", metavar="WHO", help="Whose word: an id, a key, an address or a name.")]
Company = Annotated[str, typer.Option("--account", metavar="ACCOUNT", help="Whose word: a company, by id or name.")]
Kind = Annotated[str, typer.Option("--act", metavar="KIND", help="A kind of act, such as quote; every kind if empty.")]
Seen = Annotated[
    AudienceName | None,
    typer.Option("--audience", help="Who may see it. A yes is for everybody, a no for all, unless it is said here."),
]
Prospect = Annotated[str, typer.Option("--prospect", metavar="P", help="With --audience named: for this one only.")]
Asset = Annotated[str, typer.Option("--asset", metavar="ID", help="Only for this story, quote or logo.")]
Channel = Annotated[str, typer.Option("--channel", metavar="C", help="Only there, such as website or event.")]
Territory = Annotated[str, typer.Option("--territory", metavar="T", help="Only in this country or region, as DE.")]
On = Annotated[str, typer.Option("--on", metavar="D", help="The day they said it, as 2026-11-21; today if empty.")]
Until = Annotated[str, typer.Option("--until", metavar="D", help="The first day without it; no end if empty.")]
How = Annotated[ProofName, typer.Option("--how", help="How we know. With --proof it is a file unless said otherwise.")]
SaidTo = Annotated[str, typer.Option("--said-to", metavar="W", help="Whom of us they told.")]
Wording = Annotated[str, typer.Option("--wording", metavar="TEXT", help="What they were shown, or what they wrote.")]
Reference = Annotated[str, typer.Option("--reference", metavar="R", help="Where the e-mail or form is.")]
ProofPath = Annotated[
    Path | None,
    typer.Option("--proof", metavar="FILE", help="The file that proves it; a copy is kept.", exists=False),
]
Reason = Annotated[str, typer.Option("--reason", help="Why; it stands on the audit trail.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A word as it is typed: the options of `goodword grant give` and `deny`."""

    person: Who = ""
    account: Company = ""
    act: Kind = ""
    audience: Seen = None
    prospect: Prospect = ""
    asset: Asset = ""
    channel: Channel = ""
    territory: Territory = ""
    on: On = ""
    until: Until = ""
    how: How = ProofName.SAID
    said_to: SaidTo = ""
    wording: Wording = ""
    reference: Reference = ""
    proof: ProofPath = None
    reason: Reason = ""

    def saying(self, *, granted: bool) -> "Saying":
        """The word, with the proof read from its file.

        Raises:
            GoodwordError: nobody or more than one is meant, a day is none, or the file cannot be read.
        """
        from goodword.programme.permissions.saying import Saying
        from goodword.programme.permissions.scope import Scope

        audience = self.audience.value if self.audience else ("public" if granted else "")
        return Saying(
            key=key_of(self.person, self.account),
            scope=Scope(
                act_kind=self.act,
                asset=self.asset,
                audience="named" if self.prospect and self.audience is None else audience,
                prospect=self.prospect,
                channel=self.channel,
                territory=self.territory,
            ),
            given_on=read_day(self.on or None),
            expires_on=read_day(self.until) if self.until else None,
            evidence=self._evidence(),
            reason=self.reason,
        )

    def _evidence(self) -> "Evidence":
        from goodword.programme.permissions.saying import Evidence

        kind: ProofKind = self.how.value
        if self.proof is not None and self.how is ProofName.SAID and not self.said_to:
            kind = "file"
        file = _read(self.proof) if self.proof is not None else None
        return Evidence(kind=kind, said_to=self.said_to, wording=self.wording, reference=self.reference, file=file)


def _read(path: Path) -> "ProofFile":
    from goodword.programme.permissions.proofs import MOST_BYTES, ProofFile, proof_too_large
    from goodword.runs.intake.uploads import harmless_name

    try:
        if path.stat().st_size > MOST_BYTES:
            raise proof_too_large()
        return ProofFile(harmless_name(path.name), path.read_bytes())
    except OSError as error:
        raise GoodwordError(
            "proof-unreadable", f"{path} cannot be read: {error.strerror}.", "Check its path and who may read it."
        ) from error


def key_of(person: str, account: str) -> "Person | Account":
    """Whose word it is: exactly one person, or exactly one company.

    Raises:
        GoodwordError: both or neither is named, or nobody or more than one is meant.
    """
    if bool(person) == bool(account):
        raise GoodwordError(
            "one-key", "A word is a person’s or a company’s.", "Name one of them: --person WHO or --account ACCOUNT."
        )
    return known_person(person) if person else known_account(account)


def known_person(wanted: str) -> "Person":
    """The one person who is meant.

    Raises:
        GoodwordError: nobody is published yet, or nobody or more than one is meant.
    """
    from goodword.programme.advocates.models import Publication
    from goodword.programme.advocates.search.naming import person_named
    from goodword.programme.people.models import Person

    generation = Publication.current()
    if generation is None:
        raise GoodwordError("nothing-published", "Nobody is known yet.", "Load your data and run: goodword run")
    return Person.objects.get(pk=person_named(generation, wanted).person_id)


def known_account(wanted: str) -> "Account":
    """The one company with this id or name.

    Raises:
        GoodwordError: none or more than one is meant.
    """
    from goodword.programme.people.models import Account

    text = wanted.strip()
    found = list(Account.objects.filter(pk=text)) or list(Account.objects.filter(name__iexact=text)[:5])
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.pk for one in found)
        raise GoodwordError("several-accounts", f"“{text}” means more than one company.", f"Use an id: {ids}.")
    raise GoodwordError("unknown-account", f"No company is known by “{text}”.", "Use an account_id or the whole name.")
