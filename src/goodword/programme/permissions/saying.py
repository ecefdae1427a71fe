"""What somebody records: a grant or a denial with its proof. Both actions write it alike."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.models import ActKind, Grant, Proof, ProofKind
from goodword.programme.permissions.policies import refuse_permission_word
from goodword.programme.permissions.proofs import ProofFile, ProofStore, refuse_file
from goodword.programme.permissions.refusals import unknown_audience, unknown_kind
from goodword.programme.permissions.scope import Scope
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

LONGEST_NAME = 200
LONGEST_WORDING = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How we know.

    Attributes:
        kind: said, email, form or file.
        said_to: whom of ours they told.
        wording: what they were shown, or what they wrote.
        reference: where the e-mail or the form is.
        file: the file itself.
    """

    kind: ProofKind = "said"
    said_to: str = ""
    wording: str = ""
    reference: str = ""
    file: ProofFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A word, as somebody hands it in.

    Attributes:
        key: whose it is: the person's, or the company's. What the caller may not see they must not hand over.
        scope: what it is for.
        given_on: the day they said it.
        expires_on: the first day without it; None for no end.
        evidence: how we know.
        reason: why it is recorded, for the trail.
    """

    key: Person | Account
    scope: Scope
    given_on: date
    expires_on: date | None = None
    evidence: Evidence = field(default_factory=Evidence)
    reason: str = ""


def write_word(
    saying: Saying, state: Literal["granted", "denied"], *, by: Actor, proofs: ProofStore | None = None
) -> Grant:
    """Check a word and write it with its proof and its entry in the trail; the same again is the one that is there.

    Raises:
        GoodwordError: it makes no sense, or has no proof.
    """
    refusal = _refuse(saying, state, proofs)
    if refusal is not None:
        raise refusal
    file = saying.evidence.file
    if file is not None and proofs is not None:
        proofs.keep(file)  # before the row: a row without its file would be no proof
    with transaction.atomic():
        _lock(saying.key)
        there = _there(saying, state)
        if there is not None:
            return there
        grant = _grant(saying, state, by)
        grant.save(force_insert=True)
        proof = _proof(grant, saying.evidence)
        proof.save(force_insert=True)
        about: dict[str, Any] = {"after": facts_of(grant, proof), "reason": saying.reason}
        record(by, "grant" if state == Grant.GRANTED else "deny", "permission", str(grant.pk), **about)
    return grant


def _lock(key: Person | Account) -> None:
    """One writer at a time under a key: the row of whose it is is what both would lock."""
    if isinstance(key, Person):
        Person.objects.select_for_update().filter(pk=key.pk).first()
    else:
        Account.objects.select_for_update().filter(pk=key.pk).first()


def facts_of(grant: Grant, proof: Proof | None) -> dict[str, Any]:
    """A word as the audit trail keeps it: nothing that somebody wrote, and nobody by name."""
    return {
        "person": grant.person_id,
        "account": grant.account_id,
        "state": grant.state,
        "act_kind": grant.act_kind_id or "",
        "asset": grant.asset,
        "audience": grant.audience,
        "channel": grant.channel,
        "territory": grant.territory,
        "given_on": grant.given_on,
        "expires_on": grant.expires_on,
        "proof": proof.kind if proof else "",
        "proof_sha256": proof.file_sha256 if proof else "",
    }


def _refuse(saying: Saying, state: str, proofs: ProofStore | None) -> GoodwordError | None:
    scope = saying.scope
    if scope.act_kind and not ActKind.objects.filter(pk=scope.act_kind).exists():
        return unknown_kind(scope.act_kind)
    if scope.audience not in AUDIENCES and (scope.audience or state == Grant.GRANTED):
        return unknown_audience(scope.audience)
    if scope.prospect and scope.audience != "named":
        return GoodwordError(
            "prospect-without-audience",
            _("One prospect is named, but it is for more than prospects one by one."),
            _("Choose “prospects, one by one” as the audience, or name nobody."),
        )
    return (
        _too_long(saying)
        or refuse_permission_word(given_on=saying.given_on, expires_on=saying.expires_on, today=clock.today())
        or _refuse_evidence(saying.evidence, state, proofs)
    )


def _too_long(saying: Saying) -> GoodwordError | None:
    scope, evidence = saying.scope, saying.evidence
    names = (scope.asset, scope.prospect, scope.channel, scope.territory, evidence.said_to, evidence.reference)
    if max(map(len, (*names, saying.reason))) > LONGEST_NAME or len(evidence.wording) > LONGEST_WORDING:
        return GoodwordError(
            "permission-too-long",
            _("Something of it is too long to be kept."),
            _("Names may have %(names)s characters, the wording %(wording)s.")
            % {"names": LONGEST_NAME, "wording": LONGEST_WORDING},
        )
    return None


def _refuse_evidence(evidence: Evidence, state: str, proofs: ProofStore | None) -> GoodwordError | None:
    if evidence.kind not in Proof.KINDS:
        return GoodwordError("unknown-proof", _("There is no such kind of proof."), "said, email, form, file")
    if evidence.file is not None:
        return refuse_file(evidence.file) if proofs is not None else _no_place()
    if evidence.kind == "file":
        return GoodwordError("proof-missing", _("The file is missing."), _("Choose it, or say otherwise how you know."))
    told = evidence.said_to if evidence.kind == "said" else evidence.reference or evidence.wording
    if state == Grant.GRANTED and not told.strip():
        # Whoever says no is believed; a yes must be shown to whoever doubts it.
        return GoodwordError(
            "proof-missing",
            _("A permission needs its proof."),
            _("Say whom they told, where the e-mail or form is or what it said, or add the file."),
        )
    return None


def _no_place() -> GoodwordError:
    return GoodwordError("no-place-for-proofs", _("There is no place to keep a file."), _("Add it on the pages."))


def _there(saying: Saying, state: str) -> Grant | None:
    """The newest word of this key and scope, where it says the same with the same proof."""
    key = Q(person_id=saying.key.pk) if isinstance(saying.key, Person) else Q(account_id=saying.key.pk)
    rows = Grant.objects.filter(key).select_related("proof", "withdrawal").order_by("given_on", "pk")
    same = [row for row in rows if row.scope.compared == saying.scope.compared]
    if not same or hasattr(same[-1], "withdrawal"):
        return None
    last, sha256 = same[-1], saying.evidence.file.sha256 if saying.evidence.file else ""
    told = (last.state, last.given_on, last.expires_on, last.proof.kind, last.proof.file_sha256, last.proof.wording)
    evidence = saying.evidence
    wanted = (state, saying.given_on, saying.expires_on, evidence.kind, sha256, evidence.wording.strip())
    return last if told == wanted else None


def _grant(saying: Saying, state: str, by: Actor) -> Grant:
    scope = saying.scope
    return Grant(
        person=saying.key if isinstance(saying.key, Person) else None,
        account=saying.key if isinstance(saying.key, Account) else None,
        state=state,
        act_kind_id=scope.act_kind or None,
        asset=scope.asset,
        audience=scope.audience,
        prospect=scope.prospect.strip(),
        channel=scope.channel.strip(),
        territory=scope.territory.strip(),
        given_on=saying.given_on,
        expires_on=saying.expires_on,
        at=clock.now(),
        by=by.user_id,
    )


def _proof(grant: Grant, evidence: Evidence) -> Proof:
    file = evidence.file
    return Proof(
        grant=grant,
        kind=evidence.kind,
        said_to=evidence.said_to.strip(),
        wording=evidence.wording.strip(),
        reference=evidence.reference.strip(),
        file_name=file.name if file else "",
        file_sha256=file.sha256 if file else "",
        file_size=len(file.content) if file else None,
    )
