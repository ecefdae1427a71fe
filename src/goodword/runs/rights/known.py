"""Who is known here today: the ids, keys and addresses of everybody, as the lake says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.known import HUMANS, PERSONS
from goodword.kit import clock
from goodword.runs.pipeline import open_day
from goodword.runs.workspace import Workspace

type Pair = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """Who is known here, as the lake says now.

    Attributes:
        links: contract LINKS.
        humans: contract HUMANS.
        names: person_id -> name.
    """

    links: pa.Table
    humans: pa.Table
    names: dict[str, str]

    def pairs(self, person_ids: set[str]) -> set[Pair]:
        """The sources' keys that mean one of these."""
        return {(source, key) for source, key, person in self.named() if key and person in person_ids}

    def others_with(self, keys: Iterable[str], person_ids: Iterable[str]) -> set[str]:
        """Those of these keys that in some source mean somebody else."""
        wanted, mine = set(keys), set(person_ids)
        return {key for _, key, person in self.named() if key in wanted and person and person not in mine}

    def emails(self, person_ids: set[str]) -> set[str]:
        """The addresses that are theirs alone."""
        rows = self.humans.filter(pc.is_in(self.humans["person_id"], pa.array(sorted(person_ids), pa.string())))
        return {email for emails in rows["emails"].to_pylist() for email in emails or []}

    def owner_of(self, email: str) -> str:
        """Whose address it is; empty for nobody's."""
        for person, emails in zip(self.humans["person_id"].to_pylist(), self.humans["emails"].to_pylist(), strict=True):
            if email in (emails or []):
                return str(person)
        return ""

    def holders(self, keys: set[str], emails: set[str], *, ident: str = "") -> set[str]:
        """The people with one of these keys or addresses, or with this id."""
        rows = zip(*(self.humans[name].to_pylist() for name in ("person_id", "person_keys", "emails")), strict=True)
        return {
            str(person)
            for person, held, mails in rows
            if person == ident or not keys.isdisjoint(held or []) or not emails.isdisjoint(mails or [])
        }

    def named(self) -> Iterator[tuple[str, str, str]]:
        """Source, key and person of every mention; empty where there is none."""
        columns = (self.links[name].to_pylist() for name in ("source", "person_key", "person_id"))
        return ((source or "", key or "", person or "") for source, key, person in zip(*columns, strict=True))


def who_is_known(workspace: Workspace) -> Known:
    """Ask the lake who is known today."""
    with open_day(workspace, clock.today()) as work:
        links = work.known()
        humans = work.session.fetch(HUMANS.unbound())
        persons = work.session.fetch(PERSONS.unbound().select("person_id", "name"))
    names = zip(persons["person_id"].to_pylist(), persons["name"].to_pylist(), strict=True)
    return Known(links, humans, {str(person): name or "" for person, name in names})
