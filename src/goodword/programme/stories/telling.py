"""What somebody hands in of a story."""

from dataclasses import dataclass, field

from goodword.programme.people.models import Account, Person

LONGEST_TITLE = 200
LONGEST_TEXT = 20_000
MOST = 20
"""How many quotes, outcomes, products and use cases a story may have of each."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of somebody; they must stand in the text to the letter."""

    person: Person
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What changed, from what to what."""

    what: str
    after: str
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """For whom a story fits; empty where nobody said.

    Attributes:
        industry: of the company.
        employees: how many the company has.
        region: where it is.
        role: of whom it speaks to.
        products: what they use of ours.
        use_cases: what for.
        replaced: what they used before.
    """

    industry: str = ""
    employees: int | None = None
    region: str = ""
    role: str = ""
    products: tuple[str, ...] = ()
    use_cases: tuple[str, ...] = ()
    replaced: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as somebody hands it in.

    Attributes:
        account: whose story it is. What the caller may not see they must not hand over.
        title: what to call it.
        text: all of it.
        quotes: whose words stand in it.
        outcomes: the figures it tells.
        fit: for whom it fits.
        act_kind: what it needs the permission for.
        audience: named, private or public: who is meant to see it.
        language: of its text, as a code; empty where nobody said.
    """

    account: Account
    title: str
    text: str
    quotes: tuple[Said, ...] = ()
    outcomes: tuple[Figure, ...] = ()
    fit: Fit = field(default_factory=Fit)
    act_kind: str = "case_study"
    audience: str = "public"
    language: str = ""
