"""Which accounts are one company, and which company an account, a name or an address means.

Accounts are joined only by what is certain: a name apart from its legal form, a domain, a former one of either, an
owner, or the same people under the same addresses at two domains. A name that somebody typed is only looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from goodword.evidence.records.whereabouts import COMPANIES
from goodword.finding.identity.companies.domains import climb, host, label, registered, telling
from goodword.finding.identity.companies.joining import Joined
from goodword.finding.identity.companies.lookup import Lookup, Named
from goodword.finding.identity.companies.names import is_nobody, strict
from goodword.finding.identity.companies.ownership import Owners
from goodword.finding.identity.companies.twins import twin_domains
from goodword.kit.ids import stable_id

MODEL_VERSION = "companies-1"
"""Raised whenever the same records give other companies."""

LEAST_PEOPLE = 2
"""A domain that no account lists is a company's once so many people write from it; one alone may be vanity."""


@dataclass(slots=True)
class Companies:
    """Companies as of a day.

    Attributes:
        table: contract COMPANIES, sorted.
        of_account: company_id by account_id.
        of_name: company_id by the name as written; empty for a name that names none.
        of_host: company_id by host, for hosts met in addresses.
        account_of: the only account of a company; companies of several accounts are left out.
        of_domain: company_id by domain, for domains that accounts list.
    """

    table: pa.Table
    of_account: dict[str, str]
    of_name: dict[str, str]
    of_host: dict[str, str]
    account_of: dict[str, str] = field(default_factory=dict)
    of_domain: dict[str, str] = field(default_factory=dict)

    def of_address(self, email: str | None) -> str:
        """Return the company that an address tells of; empty where it tells of none."""
        name = host(email)
        if name in self.of_host:
            return self.of_host[name]
        listed = (self.of_domain.get(part) for part in climb(name) if telling(name))
        return next((company for company in listed if company), "")


def companies(facts: pa.Table, former_marks: pa.Table, names: pa.Table, people: pa.Table) -> Companies:
    """Say which company every account, name and host means; order and repetition of rows do not matter.

    Args:
        facts: rows of `account_facts`.
        former_marks: rows of `former`.
        names: rows of `names_met`.
        people: rows of `addresses`.
    """
    rows = sorted(facts.to_pylist(), key=lambda row: (str(row["account_id"]), repr(row)))
    past = sorted({(r["account_id"], r["field"], r["value"]) for r in former_marks.to_pylist() if r["account_id"]})
    at = _people_by_host(people)
    owners = Owners.of((row["account_id"], row["parent_account_id"]) for row in rows)
    listed = _listed_domains(rows, past)
    twins = twin_domains(people)
    joined = _joined(rows, past, owners)
    for pair in twins:
        accounts = [listed[part] for domain in pair for part in climb(domain) if part in listed]
        for account in accounts[1:]:
            joined.tie(("account", accounts[0]), ("account", account), "same_addresses")
    of_account = joined.ids(lambda node: node[1] if node[0] == "account" else None)
    by_domain = {name: of_account[account] for name, account in listed.items()}
    lookup = Lookup.of(_named(rows, past, of_account), by_domain)
    found = _Found(of_account, lookup, by_domain, at)
    found.read_names(sorted({str(name) for name in names["company_name"].to_pylist() if name}))
    found.read_hosts()
    found.join_twins(twins)
    return found.told(joined, owners)


def _joined(rows: list[dict[str, object]], past: list[tuple[str, str, str]], owners: Owners) -> Joined:
    """Accounts with the marks that certainly make two of them one company."""
    joined = Joined()
    for row in rows:
        account = ("account", str(row["account_id"]))
        joined.add(account, "itself")
        if name := _certain(row["name"]):
            joined.tie(account, ("name", name), "name")
        for domain in _texts(row["domains"]):
            if name := telling(domain):
                joined.tie(account, ("domain", name), "domain")
        if owner := owners.of_account.get(account[1]):
            joined.tie(account, ("account", owner), "owner")
    for account_id, kind, value in past:
        mark = _certain(value) if kind == "name" else telling(value)
        if mark and ("account", account_id) in joined:
            joined.tie(("account", account_id), (kind, mark), f"former_{kind}")
    return joined


def _certain(name: object) -> str:
    text = str(name or "")
    return "" if is_nobody(text) else strict(text)


def _texts(values: object) -> list[str]:
    return sorted({str(value) for value in values if value}) if isinstance(values, list) else []


def _listed_domains(rows: list[dict[str, object]], past: list[tuple[str, str, str]]) -> dict[str, str]:
    """The account of each domain that some account lists or listed; what it lists now counts more."""
    listed: dict[str, str] = {}
    for account, kind, value in past:
        if kind == "domain" and telling(value):
            listed[telling(value)] = account
    for row in reversed(rows):
        for domain in _texts(row["domains"]):
            if telling(domain):
                listed[telling(domain)] = str(row["account_id"])
    known = {str(row["account_id"]) for row in rows}
    return {name: account for name, account in listed.items() if account in known}


def _named(
    rows: list[dict[str, object]], past: list[tuple[str, str, str]], of_account: dict[str, str]
) -> Iterable[Named]:
    for row in rows:
        company = of_account[str(row["account_id"])]
        yield Named(str(row["name"] or ""), company, "name")
        for alias in _texts(row["aliases"]):
            yield Named(alias, company, "alias")
    for account, kind, value in past:
        if kind == "name" and account in of_account:
            yield Named(value, of_account[account], "former_name")


def _people_by_host(people: pa.Table) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for person, email in zip(people["person_id"].to_pylist(), people["email"].to_pylist(), strict=True):
        if person and email:
            found[host(email)].add(person)
    return found


@dataclass(slots=True)
class _Found:
    """What accounts, names and hosts turned out to mean, while it is being found."""

    of_account: dict[str, str]
    lookup: Lookup
    by_domain: dict[str, str]
    at: dict[str, set[str]]
    of_name: dict[str, tuple[str, str]] = field(default_factory=dict)
    of_host: dict[str, tuple[str, str]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)

    def read_names(self, names: list[str]) -> None:
        """Look every typed name up; what no account has is a company of its own."""
        for name in names:
            self.of_name[name] = ("", "nothing") if is_nobody(name) else self._looked_up(name)

    def _looked_up(self, name: str) -> tuple[str, str]:
        company, how = self.lookup.find(name)
        return (company, how) if company else (stable_id("co", "name", self.lookup.own_key(name)), "itself")

    def read_hosts(self) -> None:
        """Look every host up: listed by an account, called like a name that was typed, or written from by several."""
        words = self._words()
        unlisted: dict[str, set[str]] = defaultdict(set)
        for name, people in self.at.items():
            if telling(name) and self._listed(name) is None:
                unlisted[registered(name)] |= people
        called = Counter(label(domain) for domain in unlisted)
        for name in sorted(self.at):
            self.of_host[name] = self._meaning(name, words, unlisted, called)

    def _words(self) -> dict[str, str]:
        """Companies that exist by a typed name or an account's name only, by that name: a domain may be called so."""
        known = {self.lookup.own_key(name): company for name, (company, how) in self.of_name.items() if how == "itself"}
        return {**known, **self.lookup.without_domain()}

    def _listed(self, name: str) -> str | None:
        return next((self.by_domain[part] for part in climb(name) if part in self.by_domain), None)

    def _meaning(
        self, name: str, words: dict[str, str], unlisted: dict[str, set[str]], called: Counter[str]
    ) -> tuple[str, str]:
        if not telling(name):
            return "", "nothing"
        if company := self._listed(name):
            return company, "domain"
        domain = registered(name)
        if (company := words.get(label(domain))) and called[label(domain)] == 1:
            return company, "domain_word"
        several = len(unlisted[domain]) >= LEAST_PEOPLE
        return (stable_id("co", "domain", domain), "itself") if several else ("", "nothing")

    def join_twins(self, twins: Iterable[tuple[str, str]]) -> None:
        """Two domains under which the same people have the same addresses are one company, also without an account."""
        for pair in twins:
            first, second = sorted(self._now(self._company(domain)) for domain in pair)
            if first and first != second:
                self.same[second] = first

    def _company(self, domain: str) -> str:
        hosts = [self.of_host[name][0] for name in self.of_host if registered(name) == domain]
        return self._listed(domain) or next((company for company in sorted(hosts) if company), "")

    def _now(self, company: str) -> str:
        while company in self.same:
            company = self.same[company]
        return company

    def told(self, joined: Joined, owners: Owners) -> Companies:
        """Everything as a table and as look-ups."""
        of_account = {account: self._now(company) for account, company in self.of_account.items()}
        of_name = {name: self._now(company) for name, (company, _how) in self.of_name.items()}
        of_host = {name: self._now(company) for name, (company, _how) in self.of_host.items()}
        rows: list[tuple[str | None, ...]] = [
            (company, account, None, None, joined.how(("account", account)), owners.problems.get(account))
            for account, company in of_account.items()
        ]
        rows += [
            (of_name[name], None, name, None, how, self.lookup.problem(name))
            for name, (_company, how) in self.of_name.items()
        ]
        rows += [(of_host[name], None, None, name, how, None) for name, (_company, how) in self.of_host.items()]
        rows.sort(key=lambda row: tuple(part or "" for part in row))
        columns = list(zip(*[(row[0] or None, *row[1:]) for row in rows], strict=True)) or [()] * len(COMPANIES.names)
        table = pa.table(
            {name: list(values) for name, values in zip(COMPANIES.names, columns, strict=True)},
            schema=COMPANIES.arrow(),
        )
        listed = {name: self._now(company) for name, company in self.by_domain.items()}
        return Companies(table, of_account, of_name, of_host, _only_accounts(of_account), listed)


def _only_accounts(of_account: dict[str, str]) -> dict[str, str]:
    accounts: dict[str, list[str]] = defaultdict(list)
    for account, company in of_account.items():
        accounts[company].append(account)
    return {company: names[0] for company, names in accounts.items() if len(names) == 1}
