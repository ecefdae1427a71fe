"""What can be found: each kind of result with the fields it is searched by, and who may search them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """Something a kind of result is found by.

    Attributes:
        name: of the field in the index, `kind.name`.
        behind: how far a match here stands behind one in the first field.
        literal: addresses and keys: also searched by what stands between spaces, as it is.
        forgiving: typos are forgiven.
        needs: what a viewer must be allowed to see, "contacts" or "words"; empty for every viewer of people.
    """

    name: str
    behind: int
    literal: bool = False
    forgiving: bool = False
    needs: str = ""

    @property
    def short(self) -> str:
        """The name without its kind."""
        return self.name.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of result: its fields, and what its number is called in `Generation.counts`."""

    kind: str
    total: str
    fields: tuple[Field, ...]

    def open_to(self, *, contacts: bool, words: bool) -> tuple[Field, ...]:
        """Return the fields that somebody may search who may see these."""
        seen = {"", *(("contacts",) if contacts else ()), *(("words",) if words else ())}
        return tuple(field for field in self.fields if field.needs in seen)


PEOPLE = Shelf(
    kind="person",
    total="people",
    fields=(
        Field("person.name", 0, forgiving=True),
        Field("person.account", 1, forgiving=True),
        Field("person.title", 2),
        Field("person.key", 3, literal=True, needs="contacts"),
        Field("person.email", 4, literal=True, needs="contacts"),
        Field("person.words", 5, needs="words"),
    ),
)
ACCOUNTS = Shelf(
    kind="account",
    total="accounts",
    fields=(
        Field("account.name", 0, forgiving=True),
        Field("account.key", 3, literal=True),
        Field("account.email", 4, literal=True, needs="contacts"),
    ),
)
