"""The audit trail, the team, and your own tokens."""

from dataclasses import asdict
from typing import Literal

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.governing_shapes import Audit, AuditOut, MemberOut, Team, TokenOut, Tokens
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import PAGE_DEFAULT, PAGE_LIMIT
from goodword.doors.api.words import Instant, RowId, Text
from goodword.doors.web.policies import may, principal_in, signed_in
from goodword.programme.team.actions.revoke_token import revoke_token
from goodword.programme.team.browsing import Wanted, entries
from goodword.programme.team.models import Assignment, AuditEntry, Token, User
from goodword.programme.team.roles import Right

governing = Operations("governing")


class AuditFilter(Schema):
    """Which entries; empty means all."""

    who: Text = Field("", max_length=200, description="Part of a name or address, console, system, or user:7, token:7.")
    verb: Text = Field("", max_length=60, description="What was done.")
    noun: Text = Field("", max_length=60, description="To what kind of thing.")
    door: Text = Field("", max_length=60, description="Through which door.")
    object_id: Text = Field("", max_length=200, description="To which one.")
    since: Instant | Literal[""] = Field("", description="From this instant on; UTC where it names no zone.")
    until: Instant | Literal[""] = Field("", description="Before this instant; UTC where it names no zone.")
    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)

    def wanted(self) -> Wanted:
        """What the trail is narrowed to."""
        words = {name: getattr(self, name) for name in ("who", "verb", "noun", "door", "object_id")}
        return Wanted(**words, since=self.since or None, until=self.until or None)


@governing.operation("GET", "/audit", may(Right.SEE_AUDIT), Audit)
def list_audit(request: HttpRequest, narrowed: Query[AuditFilter]) -> Audit:  # noqa: ARG001  # Django hands it over
    """What was done, by whom, through which door; the newest first."""
    of = {"list": "audit", **{name: str(value) for name, value in asdict(narrowed.wanted()).items()}}
    rows = entries(narrowed.wanted())
    start = place_in(narrowed.cursor, of)
    if start:
        rows = rows.filter(number__lte=start)
    found = list(rows[: narrowed.limit + 1])
    more = found[narrowed.limit :]
    return Audit(
        items=[_entry(row) for row in found[: narrowed.limit]],
        next_cursor=cursor_to(more[0].number, of) if more else None,
    )


@governing.operation("GET", "/team", may(Right.MANAGE_TEAM), Team)
def list_team(request: HttpRequest) -> Team:  # noqa: ARG001  # Django hands it over
    """Colleagues, their roles, and whether they may come in."""
    last = Assignment.objects.filter(user=OuterRef("pk")).order_by("-id")
    users = User.objects.annotate(role=Subquery(last.values("role")[:1]), reach=Subquery(last.values("reach")[:1]))
    return Team(
        items=[
            MemberOut(
                user_id=str(user.pk),
                name=user.name,
                email=user.email,
                role=user.role,
                reach=user.reach,
                active=user.is_active,
                joined_at=user.joined_at,
            )
            for user in users.order_by("email")
        ]
    )


@governing.operation("GET", "/tokens", signed_in, Tokens)
def list_tokens(request: HttpRequest) -> Tokens:
    """Your tokens; no secret is among what is told."""
    mine = (
        Token.objects.filter(user=principal_in(request).user).select_related("revocation").order_by("-made_at", "-pk")
    )
    return Tokens(items=[_token(one) for one in mine])


@governing.operation("DELETE", "/tokens/{token_id}", may(Right.MAKE_TOKENS), None, status=204)
def delete_token(request: HttpRequest, token_id: RowId) -> None:
    """Revoke a token of yours for good. Doing it twice changes nothing."""
    principal = principal_in(request)
    mine = Token.objects.filter(user=principal.user, pk=token_id).first()
    if mine is None:
        raise Http404
    revoke_token(mine, by=principal.actor)


def _entry(row: AuditEntry) -> AuditOut:
    return AuditOut(
        number=row.number,
        at=row.at,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        door=row.door,
        verb=row.verb,
        noun=row.noun,
        object_id=row.object_id,
        before=row.facts_before,
        after=row.facts_after,
        reason=row.reason,
        digest=row.digest,
    )


def _token(one: Token) -> TokenOut:
    revocation = getattr(one, "revocation", None)
    return TokenOut(
        token_id=one.pk,
        name=one.name,
        scope=one.scope,
        begins_with=one.shown,
        made_at=one.made_at,
        expires_at=one.expires_at,
        used_on=one.used_on,
        revoked_at=revocation.at if revocation else None,
    )
