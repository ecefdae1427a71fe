"""Permissions: what people and companies allow and forbid, and whether something may be done."""

from typing import Any

from django.http import HttpRequest
from ninja import Query

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.grant_shapes import (
    DependantOut,
    GrantIn,
    GrantOut,
    Grants,
    MayFilter,
    MayOut,
    ProofOut,
    RefusalOut,
    WithdrawalIn,
    WithdrawalOut,
    WithdrawnOut,
)
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.data import PageOnly
from goodword.doors.api.routes.seeing import sight_of
from goodword.doors.api.words import RowId
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.grants.seeing import account_seen, grant_seen, person_seen
from goodword.kit import clock
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.dependants import Concerned
from goodword.programme.permissions.models import Grant, GrantQuerySet, Withdrawal
from goodword.programme.permissions.policies import may as gate
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.team.roles import Right
from goodword.runs.dependants import dependants

grants = Operations("permissions")

_SIDES = ("act_kind", "asset", "audience", "prospect", "channel", "territory")
_seeing = may(Right.SEE_PEOPLE)
_recording = may(Right.SEE_PEOPLE, Right.RECORD_GRANTS)


@grants.operation("GET", "/people/{person_id}/grants", _seeing, Grants)
def list_person_grants(request: HttpRequest, person_id: str, narrowed: Query[PageOnly]) -> Grants:
    """What a person said, what was recorded last first; what was taken back is among it."""
    person_seen(request, person_id)
    same = Person.objects.same_as(person_id).values_list("pk", flat=True)
    return _page(Grant.objects.of_keys(list(same), []), {"person": person_id}, narrowed, sight_of(request))


@grants.operation("POST", "/people/{person_id}/grants", _recording, GrantOut)
def post_person_grant(request: HttpRequest, person_id: str, payload: GrantIn) -> GrantOut:
    """Record what a person allowed or forbade; the same word again is the one that is there."""
    row = person_seen(request, person_id).person_row
    assert row is not None  # noqa: S101  # whoever is seen has one
    return _recorded(request, row, payload)


@grants.operation("GET", "/people/{person_id}/may", _seeing, MayOut)
def may_person(request: HttpRequest, person_id: str, wanted: Query[MayFilter]) -> MayOut:
    """Whether something may be done today with a person or with what they gave, and if not why."""
    person_seen(request, person_id)
    sides = {name: getattr(wanted, name) for name in (*_SIDES, "by_lot")}
    refusal = gate(Deed(verb=Verb(wanted.verb), person_id=person_id, **sides), day=clock.today())
    if refusal is None:
        return MayOut(may=True, refusal=None)
    return MayOut(may=False, refusal=RefusalOut(code=refusal.code, sentence=refusal.sentence, mend=refusal.mend))


@grants.operation("GET", "/accounts/{account_id}/grants", _seeing, Grants)
def list_account_grants(request: HttpRequest, account_id: str, narrowed: Query[PageOnly]) -> Grants:
    """What a company said, what was recorded last first; what was taken back is among it."""
    account_seen(request, account_id)
    return _page(Grant.objects.of_keys([], [account_id]), {"account": account_id}, narrowed, sight_of(request))


@grants.operation("POST", "/accounts/{account_id}/grants", _recording, GrantOut)
def post_account_grant(request: HttpRequest, account_id: str, payload: GrantIn) -> GrantOut:
    """Record what a company allowed or forbade; its no counts for all its people."""
    account = account_seen(request, account_id).account
    assert account is not None  # noqa: S101  # whoever is seen has one
    return _recorded(request, account, payload)


@grants.operation("POST", "/grants/{grant_id}/withdraw", _recording, WithdrawnOut)
def post_withdrawal(request: HttpRequest, grant_id: RowId, payload: WithdrawalIn) -> WithdrawnOut:
    """Take a word back, and be told everything that hangs on it. Doing it twice changes nothing."""
    grant = grant_seen(request, grant_id)
    by = principal_in(request).actor
    withdrawal = withdraw_grant(grant, by=by, why=payload.why, on=payload.on, reason=payload.reason)
    return WithdrawnOut(
        grant_id=grant.pk,
        withdrawal=_withdrawal(withdrawal),
        dependants=[
            DependantOut(what=one.what, id=one.ident, act_kind=one.act_kind, day=one.day, url=one.url)
            for one in dependants(Concerned.by(grant))
        ],
    )


def _recorded(request: HttpRequest, key: Person | Account, payload: GrantIn) -> GrantOut:
    saying = Saying(
        key=key,
        scope=Scope(**{name: getattr(payload, name) for name in _SIDES}),
        given_on=payload.given_on,
        expires_on=payload.expires_on,
        evidence=Evidence(**payload.proof.dict()) if payload.proof else Evidence(),
        reason=payload.reason,
    )
    write = grant_permission if payload.state == Grant.GRANTED else deny_permission
    return _told(write(saying, by=principal_in(request).actor), sight_of(request))


def _page(rows: GrantQuerySet, of: dict[str, str], narrowed: PageOnly, sight: Sight) -> Grants:
    place = {"list": "grants", **of}
    start = place_in(narrowed.cursor, place)
    told = (rows.filter(pk__lte=start) if start else rows).told().order_by("-pk")
    found = list(told[: narrowed.limit + 1])
    more = found[narrowed.limit :]
    return Grants(
        items=[_told(row, sight) for row in found[: narrowed.limit]],
        next_cursor=cursor_to(more[0].pk, place) if more else None,
    )


def _told(row: Grant, sight: Sight) -> GrantOut:
    seen = sight.grant(row)
    proof: dict[str, Any] = {"kind": seen.proof.kind}
    if sight.proofs:
        names = ("said_to", "wording", "reference", "file_name", "file_sha256")
        proof |= {name: getattr(seen.proof, name) for name in names}
    withdrawal = getattr(seen, "withdrawal", None)
    return GrantOut(
        grant_id=seen.pk,
        person_id=seen.person_today or None,
        account_id=seen.account_id,
        act_kind=seen.act_kind_id,
        **{name: getattr(seen, name) for name in ("state", "audience", "prospect", "asset", "channel", "territory")},
        given_on=seen.given_on,
        expires_on=seen.expires_on,
        proof=ProofOut(**proof),
        withdrawal=_withdrawal(withdrawal) if withdrawal else None,
    )


def _withdrawal(row: Withdrawal) -> WithdrawalOut:
    return WithdrawalOut(why=row.why, withdrawn_on=row.withdrawn_on)
