"""Whom an export or an erasure is about: every key, address and name under which anything here knows them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS
from goodword.finding.identity.keys import FUNCTION_MAILBOXES, address
from goodword.finding.identity.known import names_people
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Merge, Person
from goodword.programme.people.names import fold
from goodword.programme.people.suppression import mark_of_address, mark_of_key
from goodword.programme.personal import Subject, traces_of
from goodword.programme.team.models import Assignment, User
from goodword.runs.rights.known import Known, Pair, who_is_known
from goodword.runs.workspace import Workspace

_CHOICES = 5


def find_person(workspace: Workspace, wanted: str) -> tuple[Subject, Known]:
    """Find the one person with this id, e-mail address or key of a source.

    Raises:
        GoodwordError: nobody or more than one is meant (codes `unknown-person`, `several-people`).
    """
    text, known = wanted.strip(), who_is_known(workspace)
    found = known.holders({text}, {address(text)}, ident=text) | _in_database(text)
    if text in found:
        found = {text}
    if len({Person.today_of(one) for one in found}) > 1:
        some = ", ".join(sorted(found)[:_CHOICES])
        raise GoodwordError("several-people", f"“{text}” means more than one person.", f"Use an id: {some}.")
    if not found or not text:
        raise GoodwordError(
            "unknown-person",
            f"Nobody is known by “{text}”.",
            "Use an id, a key of your own data, or an e-mail address.",
        )
    return complete(workspace, known, all_ids(found)), known


def all_ids(person_ids: set[str]) -> set[str]:
    """Every id of one human being: of today and of before, by what was published and by the merges that stand."""
    found, before = set(person_ids), set[str]()
    merges = list(Merge.objects.standing().values_list("one_id", "other_id"))
    while found != before:
        before = set(found)
        for person in before:
            found |= set(Person.objects.same_as(person).values_list("person_id", flat=True))
        found.update(*(pair for pair in merges if not before.isdisjoint(pair)))
    return found


def find_marked(workspace: Workspace, marks: set[str], reference: str) -> tuple[Subject, Known]:
    """Find whoever the marks of an erasure know, in everything that rests here: rows of undone imports, too."""
    known = who_is_known(workspace)
    pairs, emails = set[Pair](), set[str]()
    for source, key, some in _named(LocalLake(workspace.lake)):
        if key and mark_of_key(source, key) in marks:
            pairs.add((source, key))
        emails |= {one for one in some if mark_of_address(one) in marks}
    # Without a source: keys whose records were gone already when they were erased.
    sources = {"", *(source for source, _ in _pairs_in(known)), *(source for source, _ in pairs)}
    people = set()
    for person in Person.objects.all().iterator():
        theirs = {address(one) for one in (person.email, *person.emails)} - {""}
        by_mail = {one for one in theirs if mark_of_address(one) in marks}
        by_key = {(one, key) for one in sources for key in person.person_keys if mark_of_key(one, key) in marks}
        if by_mail or by_key:
            people.add(person.person_id)
            emails, pairs = emails | by_mail, pairs | by_key
    linked = {person for source, key, person in known.named() if person and (source, key) in pairs}
    people |= linked | known.holders(set(), emails)
    emails |= {user.email for user in User.objects.all() if mark_of_address(user.email) in marks and _is_advocate(user)}
    return complete(workspace, known, all_ids(people), reference=reference, pairs=pairs, emails=emails), known


@dataclass
class _Gathered:
    pairs: set[Pair]
    emails: set[str]
    names: set[str] = field(default_factory=set)


def complete(
    workspace: Workspace,
    known: Known,
    person_ids: set[str],
    *,
    reference: str = "",
    pairs: Iterable[Pair] = (),
    emails: Iterable[str] = (),
) -> Subject:
    """Gather every way in which these ids are named, in the lake as in the programme database.

    Args:
        workspace: where.
        known: who is known there.
        person_ids: ids of one human being.
        reference: what stands for them once they are erased.
        pairs: keys of theirs that are known already.
        emails: addresses of theirs that are known already.
    """
    all_of = _Gathered({*known.pairs(person_ids), *pairs}, known.emails(person_ids) | set(emails))
    for row in _people_rows(LocalLake(workspace.lake)):
        if (row["source"] or "", row["person_key"] or "") in all_of.pairs:
            theirs = [address(one) for one in (row.get("email"), *(row.get("emails") or []))]
            all_of.emails |= {one for one in theirs if one and known.owner_of(one) in person_ids | {""} and _own(one)}
            all_of.names |= _names_in(row)
    for person in Person.objects.filter(person_id__in=person_ids):
        all_of.names.add(person.name)
        theirs = [address(one) for one in (person.email, *person.emails)]
        all_of.emails |= {one for one in theirs if one and known.owner_of(one) in person_ids | {""} and _own(one)}
        kept = {key for _, key in all_of.pairs}
        all_of.pairs |= {("", key) for key in person.person_keys if key not in kept}
    person_ids = person_ids | _left_behind(known, all_of)
    users = User.objects.filter(pk__in=Assignment.objects.filter(person_id__in=person_ids).values("user"))
    all_of.emails |= {user.email for user in users}
    all_of.names |= {user.name for user in users}
    others = [name for person, name in known.names.items() if person not in person_ids]
    found = Subject(
        reference=reference,
        person_ids=tuple(sorted(person_ids)),
        pairs=tuple(sorted(all_of.pairs)),
        emails=tuple(sorted(all_of.emails)),
        names=tuple(sorted(one for one in all_of.names - {""} if not _shared(one, others))),
        user_ids=tuple(sorted(users.values_list("pk", flat=True))),
    )
    return replace(found, traces=traces_of(found))


def _left_behind(known: Known, all_of: _Gathered) -> set[str]:
    """Ids of before that mean nobody any more, and never meant anybody but whoever has these addresses and keys."""
    today, keys = set(known.humans["person_id"].to_pylist()), {key for _, key in all_of.pairs}
    meaning = dict[str, list[Person]]()
    for person in Person.objects.all().iterator():
        if (person.root_id or person.person_id) not in today:
            meaning.setdefault(person.root_id or person.person_id, []).append(person)
    return {
        person.person_id
        for same in meaning.values()
        if any(person.emails for person in same)
        and all(all_of.emails.issuperset(person.emails) and keys.issuperset(person.person_keys) for person in same)
        for person in same
    }


def _shared(name: str, others: list[str]) -> bool:
    """Whether somebody else is called so, but for capitals and accents."""
    return fold(name) in {fold(other) for other in others}


def _own(email: str) -> bool:
    return email.partition("@")[0] not in FUNCTION_MAILBOXES


def _names_in(row: dict[str, Any]) -> set[str]:
    both = f"{row.get('given_name') or ''} {row.get('family_name') or ''}".strip()
    return {(row.get("full_name") or "").strip(), both}


def _people_rows(lake: LocalLake) -> Iterator[dict[str, Any]]:
    for rows in lake.stored("people"):
        yield from rows.to_pylist()


def _named(lake: LocalLake) -> Iterator[tuple[str, str, list[str]]]:
    """What names somebody in every stored row: source, key, addresses."""
    for table in RECORDS:
        if not names_people(table):
            continue
        for rows in lake.stored(table):
            wanted = [name for name in ("source", "person_key", "email", "emails") if name in rows.column_names]
            for row in rows.select(wanted).to_pylist():
                addresses = [address(one) for one in (row.get("email"), *(row.get("emails") or []))]
                yield row["source"] or "", row.get("person_key") or "", [one for one in addresses if one]


def _pairs_in(known: Known) -> Iterator[Pair]:
    return ((source, key) for source, key, _ in known.named())


def _in_database(text: str) -> set[str]:
    """Ids of those whom only the programme database knows any more."""
    same: Callable[[Person], bool] = lambda one: text in one.person_keys or address(text) in one.emails  # noqa: E731
    found = {one.person_id for one in Person.objects.filter(person_keys__icontains=text) if same(one)}
    found |= set(Person.objects.filter(email__iexact=text).values_list("person_id", flat=True))
    found |= set(Person.objects.filter(person_id=text).values_list("person_id", flat=True))
    return found | set(
        Assignment.objects.filter(person_id=text).exclude(person_id="").values_list("person_id", flat=True)
    )


def _is_advocate(user: User) -> bool:
    given = Assignment.objects.current_of(user)
    return given is not None and bool(given.person_id)
