"""Permissions as pages show them: where every kind of act stands, and every word that was said."""

from dataclasses import dataclass
from datetime import date

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.sight import Sight
from goodword.programme.permissions.facts import Facts
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.overview import facts_about, standings
from goodword.programme.permissions.words import Answer, newest
from goodword.programme.team.roles import Right

SOON_DAYS = 60
"""How long before its end a permission says how many days are left."""


@dataclass(frozen=True, slots=True)
class KeyShown:
    """What one key says of one kind of act.

    Attributes:
        needed: whether the act kind needs it.
        state: granted, denied, expired or unknown.
        number: of the word that decides; None where there is none.
        days_left: until it ends, where that is soon.
    """

    needed: bool
    state: str
    number: int | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class KindShown:
    """One row of the table: a kind of act, what each key says, and what follows from it."""

    kind: Policy
    person: KeyShown | None
    company: KeyShown | None
    asking: GoodwordError | None
    doing: GoodwordError | None


@dataclass(frozen=True, slots=True)
class WordShown:
    """One word, with what the reader sees of it.

    Attributes:
        row: the word.
        standing: granted, denied, expired, withdrawn, mistake, or replaced by a newer one of the same scope.
    """

    row: Grant
    standing: str


@dataclass(frozen=True, slots=True)
class Permissions:
    """What the page of a person or of an account says of permissions.

    Attributes:
        person_id: whose page it is; empty on that of an account.
        account_id: their company; empty where none is known.
        kinds: the table.
        words: everything that was said, the newest first.
        recording: whether the reader may record what is said.
    """

    person_id: str
    account_id: str
    kinds: list[KindShown]
    words: list[WordShown]
    recording: bool


def permissions_of(
    sight: Sight, *, person_id: str = "", account_id: str = "", facts: Facts | None = None
) -> Permissions:
    """What is to be said of the permissions of a person and their company, or of a company alone.

    Args:
        sight: whose page it is.
        person_id: the person, whom the reader sees.
        account_id: the company; that of the person where it is empty.
        facts: as `facts_about` found them, where somebody has asked already.
    """
    day = clock.today()
    facts = facts or facts_about(person_id=person_id, account_id=account_id)
    account = account_id or facts.accounts.get(person_id, "")
    rows = list(Grant.objects.of_keys(facts.ids.get(person_id, []), [account] if account else []).told())
    kinds = [
        KindShown(
            one.kind,
            _key(one.person, day, needed=one.kind.needs_person),
            _key(one.company, day, needed=one.kind.needs_company),
            one.asking if person_id else None,
            one.doing,
        )
        for one in standings(facts, day=day, person_id=person_id, account_id=account)
    ]
    words = words_shown(rows, sight, day)
    return Permissions(person_id, account, kinds, words, Right.RECORD_GRANTS in sight.rights)


def words_shown(rows: list[Grant], sight: Sight, day: date) -> list[WordShown]:
    """Words in their order, each with what became of it; of each key in them, all words must be there."""
    counting = set()
    for company in {row.account_id for row in rows}:
        counting |= {word.number for word in newest((row.word for row in rows if row.account_id == company), day)}
    return [WordShown(sight.grant(row), _standing(row, day, counts=row.pk in counting)) for row in rows]


def _standing(row: Grant, day: date, *, counts: bool) -> str:
    withdrawal = getattr(row, "withdrawal", None)
    if withdrawal is not None:
        return str(withdrawal.why)
    if not counts:
        return "replaced"
    return "expired" if row.word.expired(day) else row.state


def _key(said: Answer | None, day: date, *, needed: bool) -> KeyShown | None:
    if said is None:
        return None
    word = said.word if said.state != "unknown" else None
    ends = word.expires_on if word and said.state == "granted" else None
    left = (ends - day).days if ends else None
    soon = left if left is not None and left <= SOON_DAYS else None
    return KeyShown(needed, said.state, word.number if word else None, soon)
