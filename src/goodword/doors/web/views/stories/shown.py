"""A story as pages show it: what was approved, and the names of those who allowed it; never how to reach them."""

from dataclasses import dataclass

from goodword.programme.stories.models import Outcome, Version


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody's words.

    Attributes:
        words: to the letter.
        name: whose; empty where no name is known.
        title: what they do.
    """

    words: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A story on a page."""

    version: Version
    account: str
    quotes: list[Told]
    outcomes: list[Outcome]
    fit: list[str]

    @property
    def first(self) -> Told | None:
        """The words that stand for it in a list."""
        return self.quotes[0] if self.quotes else None


def shown(version: Version) -> Shown:
    """A version as pages show it."""
    people = ((quote.words, quote.person.root or quote.person) for quote in version.quotes.all())
    named = (version.industry, version.region, version.role, *version.products, *version.use_cases, version.replaced)
    return Shown(
        version=version,
        account=version.story.account.name,
        # Not how a person is called elsewhere: where no name is known, that is an address.
        quotes=[Told(words, person.name, person.title) for words, person in people],
        outcomes=list(version.outcomes.all()),
        fit=[one for one in named if one],
    )
