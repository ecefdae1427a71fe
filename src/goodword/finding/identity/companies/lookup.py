"""Which known company a typed name means: as little guessing as will do, and none between two companies."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from goodword.finding.identity.companies.domains import host, label, registered
from goodword.finding.identity.companies.names import is_nobody, loose, strict, words

_LONG_ENOUGH, _LONG = 7, 11
"""From so many letters on one slip of the hand is forgiven, or two."""
_MOST_OF = 0.6
"""A text that breaks off has at least this share of the name."""
_LEAST_INITIALS = 3
_EDGE = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a company and where it comes from: `name`, `alias` or `former_name`."""

    text: str
    company: str
    how: str


type _Means = dict[str, set[str]]


@dataclass(slots=True)
class Lookup:
    """Known companies by everything a typed name can be compared with."""

    exact: _Means = field(default_factory=lambda: defaultdict(set))
    how: dict[tuple[str, str], str] = field(default_factory=dict)
    short: _Means = field(default_factory=lambda: defaultdict(set))
    domain: dict[str, str] = field(default_factory=dict)
    word: _Means = field(default_factory=lambda: defaultdict(set))
    first: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    initials: _Means = field(default_factory=lambda: defaultdict(set))
    ordered: list[str] = field(default_factory=list)
    edges: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, named: Iterable[Named], domains: dict[str, str]) -> "Lookup":
        """Take names in, and domains that accounts list."""
        lookup = cls(domain=domains)
        for one in named:
            if one.text and not is_nobody(one.text):
                lookup._learn(one)
        for name, company in domains.items():
            lookup.word[label(name)].add(company)
        return lookup

    def _learn(self, one: Named) -> None:
        key = strict(one.text)
        if key not in self.exact and len(key) >= _LONG_ENOUGH:
            for edge in {key[:_EDGE], key[-_EDGE:]}:
                self.edges[edge, len(key)].append(key)
        self.exact[key].add(one.company)
        self.how.setdefault((key, one.company), one.how)
        self.short[loose(one.text)].add(one.company)
        parts = words(one.text)
        self.first[parts].add(one.company)
        self.first[_core(one.text)].add(one.company)
        letters = "".join(part[0] for part in parts)
        if len(parts) >= _LEAST_INITIALS:
            self.initials[letters].add(one.company)

    def find(self, name: str) -> tuple[str, str]:
        """Return the company that a name means, and how it was known; two empty texts where it is none of ours.

        A step that finds two companies finds none, and the steps after it, which are less sure, are not asked.
        """
        key = strict(name)
        steps = (
            (self.exact.get(key), ""),
            (self._web(name), "domain"),
            (self.short.get(loose(name)), "short_name"),
            (self.word.get(key) or self.word.get(loose(name)), "domain_word"),
            (self._nearly(key), "typing_error"),
            (self._begins(name), "first_words"),
            (self.initials.get(key) if len(key) >= _LEAST_INITIALS else None, "initials"),
        )
        for found, how in steps:
            if found:
                company = next(iter(found))
                return (company, how or self.how[key, company]) if len(found) == 1 else ("", "")
        return "", ""

    def problem(self, name: str) -> str | None:
        """`ambiguous_name` where several companies have the very name."""
        return "ambiguous_name" if len(self.exact.get(strict(name), ())) > 1 else None

    def own_key(self, name: str) -> str:
        """What a company of no account is called by: spellings of one name share it."""
        return loose(name) or strict(name) or name

    def without_domain(self) -> dict[str, str]:
        """Companies of accounts that list no domain, by their names, where a name is one company's."""
        known = set(self.domain.values())
        return {key: min(found) for key, found in self.exact.items() if len(found) == 1 and not found & known}

    def _web(self, name: str) -> set[str] | None:
        text = name.strip()
        if " " in text or "." not in text:
            return None
        company = self.domain.get(host(text)) or self.domain.get(registered(host(text)))
        return {company} if company else None

    def _nearly(self, key: str) -> set[str]:
        if len(key) < _LONG_ENOUGH:
            return set()
        most = 2 if len(key) >= _LONG else 1
        whole = self._breaks_off(key)
        if whole:
            return whole
        found: set[str] = set()
        for edge in {key[:_EDGE], key[-_EDGE:]}:
            for length in range(len(key) - most, len(key) + most + 1):
                near = self.edges.get((edge, length), ())
                for known, *_rest in process.extract(
                    key, near, scorer=Levenshtein.distance, score_cutoff=most, limit=None
                ):
                    found |= self.exact[known]
        return found

    def _breaks_off(self, key: str) -> set[str]:
        """The company whose name goes on where a text breaks off, as `Hewlett-Pack` does."""
        if len(key) < _LONG_ENOUGH:
            return set()
        if not self.ordered:
            self.ordered = sorted(self.exact)
        found: set[str] = set()
        for known in self.ordered[bisect_left(self.ordered, key) :]:
            if not known.startswith(key):
                break
            if len(key) >= _MOST_OF * len(known):
                found |= self.exact[known]
        return found

    def _begins(self, name: str) -> set[str]:
        """The company whose whole name a longer text begins with, as `Acme Iberia` or `Acme, Berlin plant`."""
        parts = words(name)
        for length in range(len(parts) - 1, 0, -1):
            found = self.first.get(parts[:length])
            if found and len("".join(parts[:length])) >= _EDGE:
                return found
        return set()


def _core(name: str) -> tuple[str, ...]:
    """The words that `strict` leaves of a name."""
    parts, key = words(name), strict(name)
    for start in range(len(parts)):
        for end in range(len(parts), start, -1):
            if "".join(parts[start:end]) == key:
                return parts[start:end]
    return parts
