"""Colleagues, their tokens, and what everybody did: lists of the house itself."""

from collections.abc import Iterable

from django.db.models import QuerySet

from goodword.doors.exports.sheets import ROWS_AT_ONCE, Cells, Sheet, Type
from goodword.programme.advocates.own_pages import Access
from goodword.programme.team.models import AuditEntry, Token, User

_AUDIT: dict[str, Type] = {
    "number": "whole",
    "at": "instant",
    "actor_kind": "text",
    "actor_id": "text",
    "door": "text",
    "verb": "text",
    "noun": "text",
    "object_id": "text",
    "before": "text",
    "after": "text",
    "reason": "text",
    "previous": "text",
    "digest": "text",
}
_TEAM: dict[str, Type] = {
    "user_id": "whole",
    "name": "text",
    "email": "text",
    "role": "text",
    "reach": "text",
    "active": "yes_no",
    "joined_at": "instant",
}
_ADVOCATE: dict[str, Type] = {
    "person_id": "text",
    "name": "text",
    "account": "text",
    "email": "text",
    "invited_at": "instant",
    "invited_by": "text",
    "last_sign_in": "instant",
    "may_come_in": "yes_no",
}
# No letter of a secret, and not its digest either: a file goes to places that no page goes to.
_TOKEN: dict[str, Type] = {
    "token_id": "whole",
    "name": "text",
    "scope": "text",
    "made_at": "instant",
    "expires_at": "instant",
    "used_on": "day",
}
_OWNER: dict[str, Type] = {"user_id": "whole", "user": "text", "email": "text"}


def audit_sheet(entries: QuerySet[AuditEntry]) -> Sheet:
    """The audit trail, with the digests that prove it."""
    told = ({name: getattr(entry, name) for name in _AUDIT} for entry in entries.iterator(chunk_size=ROWS_AT_ONCE))
    return Sheet.of("audit", _AUDIT, told)


def team_sheet(users: Iterable[tuple[User, str, str]]) -> Sheet:
    """Colleagues, each with their role and reach."""
    told = (
        {
            "user_id": user.pk,
            "name": user.name,
            "email": user.email,
            "role": role,
            "reach": reach,
            "active": user.is_active,
            "joined_at": user.joined_at,
        }
        for user, role, reach in users
    )
    return Sheet.of("team", _TEAM, told)


def advocates_sheet(accesses: Iterable[Access]) -> Sheet:
    """Customers' people who were let in to a page of their own."""
    told = (
        {
            "person_id": one.person_id,
            "name": one.called if one.person else "",
            "account": one.person.account if one.person else "",
            "email": one.user.email,
            "invited_at": one.since,
            "invited_by": one.inviter,
            "last_sign_in": one.user.last_login,
            "may_come_in": one.user.is_active,
        }
        for one in accesses
    )
    return Sheet.of("advocates", _ADVOCATE, told)


def tokens_sheet(tokens: QuerySet[Token]) -> Sheet:
    """Somebody's own tokens, without anything of their secrets."""
    return Sheet.of("tokens", _TOKEN, map(_token, tokens))


def team_tokens_sheet(tokens: QuerySet[Token]) -> Sheet:
    """Everybody's tokens, each with whose it is, without anything of their secrets."""
    return Sheet.of("team-tokens", _TOKEN | _OWNER, (_token(token) | _owner(token.user) for token in tokens))


def _token(token: Token) -> Cells:
    return {
        "token_id": token.pk,
        "name": token.name,
        "scope": token.scope,
        "made_at": token.made_at,
        "expires_at": token.expires_at,
        "used_on": token.used_on,
    }


def _owner(user: User) -> Cells:
    return {"user_id": user.pk, "user": user.name, "email": user.email}
