"""Look through the audit trail: filters, pages by number, whether the chain holds. Pages, console and API ask here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import connection
from django.db.models import Q, QuerySet

from goodword.programme.team.models import AuditCheck, AuditEntry, AuditHead, Token, User
from goodword.programme.team.trail import FIRST

type Word = Literal["verb", "noun", "door"]

_SLACK = timedelta(hours=1)
"""Clocks are set back at times, numbers never are: so far apart the order of instants and numbers may differ."""

_MOST_PEOPLE = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the trail is narrowed to; empty means everything.

    Attributes:
        who: part of a name or address, `console` or `system`, or the id of a user as `user:7`.
        verb: what was done.
        noun: to what kind of thing.
        door: through which door.
        object_id: to which one.
        since: from this instant on.
        until: before this instant.
    """

    who: str = ""
    verb: str = ""
    noun: str = ""
    door: str = ""
    object_id: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Wanted()


def entries(wanted: Wanted) -> QuerySet[AuditEntry]:
    """The entries that fit, the newest first; by the indexes of the database, also among millions."""
    found = AuditEntry.objects.order_by("-number")
    for name in ("verb", "noun", "door", "object_id"):
        if value := getattr(wanted, name):
            found = found.filter(**{name: value})
    if wanted.who:
        found = found.filter(_by(wanted.who.strip()))
    return _between(found, wanted.since, wanted.until)


def _between(found: QuerySet[AuditEntry], since: datetime | None, until: datetime | None) -> QuerySet[AuditEntry]:
    """Narrow to a span of time. Its numbers are looked up first, so that no other entry is read."""
    by_time = AuditEntry.objects.order_by("at", "number").values_list("number", flat=True)
    if since is not None:
        first = by_time.filter(at__gte=since - _SLACK).first()
        found = found.filter(at__gte=since, number__gte=first) if first else found.none()
    if until is not None:
        last = by_time.filter(at__lt=until + _SLACK).last()
        found = found.filter(at__lt=until, number__lte=last) if last else found.none()
    return found


def _by(who: str) -> Q:
    """Who did it: by id, by kind, or by a part of a name or address."""
    kind, _, ident = who.partition(":")
    if ident:
        return Q(actor_kind=kind, actor_id=ident)
    if who.lower() in {"console", "system"}:
        return Q(actor_kind=who.lower())
    users = list(
        User.objects.filter(Q(name__icontains=who) | Q(email__icontains=who)).values_list("pk", flat=True)[
            :_MOST_PEOPLE
        ]
    )
    tokens = Token.objects.filter(Q(user__in=users) | Q(name__icontains=who)).values_list("pk", flat=True)[
        :_MOST_PEOPLE
    ]
    return Q(actor_kind="user", actor_id__in=[str(pk) for pk in users]) | Q(
        actor_kind="token", actor_id__in=[str(pk) for pk in tokens]
    )


def words(name: Word) -> list[str]:
    """Every word that stands in a column: looked up one after the other in its index, never counted through."""
    table, column = AuditEntry._meta.db_table, connection.ops.quote_name(name)  # noqa: SLF001  # Django's documented way
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE found(word) AS (SELECT MIN({column}) FROM {table} UNION ALL "
            f"SELECT (SELECT MIN({column}) FROM {table} WHERE {column} > found.word) FROM found "
            "WHERE found.word IS NOT NULL) SELECT word FROM found WHERE word IS NOT NULL"
        )
        return [str(row[0]) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Named:
    """Who did something, as we call them today.

    Attributes:
        name: what to call them.
        detail: what else tells them apart: an address, whose token it is.
        user_id: the user it was, or whose token; empty for the others.
    """

    name: str
    detail: str = ""
    user_id: str = ""


def names_of(actors: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Named]:
    """What to call whoever did something, by kind and id; two queries, however many they are."""
    wanted = set(actors)
    users = User.objects.in_bulk([int(ident) for kind, ident in wanted if kind == "user" and ident.isdecimal()])
    numbers = [int(ident) for kind, ident in wanted if kind == "token" and ident.isdecimal()]
    tokens = Token.objects.select_related("user").in_bulk(numbers)
    return {(kind, ident): _named(kind, ident, users, tokens) for kind, ident in wanted}


def _named(kind: str, ident: str, users: dict[int, User], tokens: dict[int, Token]) -> Named:
    number = int(ident) if ident.isdecimal() else 0
    if kind == "user" and number in users:
        user = users[number]
        return Named(str(user), user.email if user.name else "", ident)
    if kind == "token" and number in tokens:
        token = tokens[number]
        return Named(token.name, str(token.user), str(token.user_id))
    if kind in {"user", "token"}:
        return Named(f"{kind} {ident}", "gone")
    return Named({"console": "Console", "system": "Goodword"}.get(kind, kind))


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the trail is what it was, as far as anybody looked.

    Attributes:
        number: how many entries there are.
        digest: of the last entry; written down elsewhere, it proves everything up to here.
        last: the last check; None where there was none.
        broken: the first check since the last whole one that found a break.
        whole: the last check that began with the first entry.
    """

    number: int
    digest: str
    last: AuditCheck | None
    broken: AuditCheck | None
    whole: AuditCheck | None

    @property
    def unchecked(self) -> int:
        """How many entries nobody has looked at yet."""
        return max(0, self.number - (self.last.last if self.last else 0))


def standing() -> Standing:
    """Say whether the chain holds, from the checks that were made; walks along nothing."""
    head = AuditHead.objects.filter(pk=AuditHead.THE_ONE).first()
    checks = AuditCheck.objects.order_by("-pk")
    whole = checks.filter(first=1).first()
    since = checks.filter(breaks__gt=0)
    if whole is not None:
        since = since.filter(pk__gte=whole.pk)
    return Standing(
        number=head.number if head else 0,
        digest=head.digest if head else FIRST,
        last=checks.first(),
        broken=since.reverse().first(),
        whole=whole,
    )
