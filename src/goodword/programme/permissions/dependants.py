"""What hangs on a word: everything that has to be looked at when it is taken back.

Whoever keeps such things says how to find them: a lister of its own. `runs/dependants.py` holds the list of listers,
for only it knows all who keep something.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from goodword.programme.people.models import Person
from goodword.programme.permissions.models import Grant

type What = Literal["act", "ask", "story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """Whose things are looked for, and which.

    Attributes:
        people: those whose key it is: a person, or all people of a company.
        account_id: the company whose key it is; empty for a person's.
        act_kind: of which kind; empty for every kind.
        asset: about which one thing; empty for any.
    """

    people: tuple[Person, ...]
    account_id: str = ""
    act_kind: str = ""
    asset: str = ""

    @classmethod
    def by(cls, grant: Grant) -> Self:
        """Those whom a word concerns."""
        whose = Person.objects.same_as(grant.person_id) if grant.person_id else None
        of_company = Person.objects.filter(account_id=grant.account_id).order_by("pk")
        return cls(
            people=tuple(of_company if whose is None else whose),
            account_id=grant.account_id or "",
            act_kind=grant.act_kind_id or "",
            asset=grant.asset,
        )

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which sources know them."""
        return frozenset(key for person in self.people for key in person.person_keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependant:
    """One thing that hangs on a word.

    Attributes:
        what: act, ask or story.
        ident: its id in the ledger.
        act_kind: of which kind of act it is.
        day: when it was done or asked.
        url: where it can be seen; empty where nowhere.
    """

    what: What
    ident: str
    act_kind: str
    day: date
    url: str = ""


type Lister = Callable[[Concerned], Iterable[Dependant]]
"""Finds all things of one sort that hang on somebody."""
