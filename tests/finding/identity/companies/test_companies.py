# ruff: noqa: RUF001  # names are in the scripts they are written in
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.finding.identity.companies.companies import Companies
from goodword.finding.identity.companies.domains import host, is_free, registered, telling
from goodword.finding.identity.companies.names import is_nobody, strict
from tests.finding.identity.employment.whereabouts import where
from tests.finding.signals.facts import day_ago

type Row = dict[str, Any]

ORBIT, ACME = "orbit", "acme"


def account(account_id: str, name: str | None = None, **more: object) -> Row:
    return {"account_id": account_id, "name": name or account_id.title(), **more}


def was(account_id: str, field: str, value: str, days: int = 900) -> Row:
    return {"account_id": account_id, "field": field, "value": value, "valid_from": day_ago(days)}


def at(person: str, *emails: str) -> Row:
    return {"person_key": person, "person_id": person, "emails": list(emails)}


def job(name: str, person: str = "ada") -> Row:
    return {"record_id": f"{person} {name}", "person_key": person, "person_id": person, "company_name": name}


def known(
    *accounts: Row, names: Sequence[str] = (), history: Sequence[Row] = (), people: Sequence[Row] = ()
) -> Companies:
    facts = {
        "accounts": accounts,
        "account_history": history,
        "people": people,
        "employments": [job(name) for name in names],
    }
    return where(facts)[0]


def how(companies: Companies, column: str, value: str) -> tuple[str | None, str | None]:
    (row,) = (row for row in companies.table.to_pylist() if row[column] == value)
    return row["known_by"], row["problem"]


@pytest.mark.parametrize(
    "spelled",
    [
        "ACME", "Acme, Inc.", "acme GmbH & Co. KG", "The Acme Company", "Acme S.p.A.", "ACME sp. z o.o.",
        "Acme Pty. Ltd.", "Äcmé", "Ａｃｍｅ", "Acme Co., Ltd.", "  acme  ",
        "Acme S.A. de C.V.", "Acme a.s.", "Acme (株)",
    ],
)  # fmt: skip
def test_a_legal_form_and_a_spelling_make_no_other_company(spelled: str) -> None:
    assert strict(spelled) == "acme"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社アクメ", "アクメ"),
        ("ООО «Ромашка»", "Ромашка"),
        ("北京青云科技股份有限公司", "北京青云科技有限公司"),
        ("삼성전자 주식회사", "삼성전자"),
        ("AT&T", "AT and T"),
        ("Hewlett-Packard", "HewlettPackard"),
    ],
)
def test_names_are_compared_in_their_own_script(one: str, other: str) -> None:
    assert strict(one) == strict(other) != ""


@pytest.mark.parametrize("other", ["Acme Mining", "Zacme", "アクメ", "Acne"])
def test_another_name_is_another_company(other: str) -> None:
    assert strict(other) != strict("Acme")


@pytest.mark.parametrize(
    "text", ["n/a", "-", "Self employed", "freelancer", "Unaffilliated", "Freelance IT Specialist", "没有", "1", "None"]
)
def test_what_people_write_who_have_no_employer_is_no_company(text: str) -> None:
    assert is_nobody(text)
    companies = known(account(ACME), names=[text])
    assert companies.of_name[text] == ""


@pytest.mark.parametrize("text", ["III", "Independent Bank", "Personal Data Ltd", "3M", "X Corp"])
def test_an_odd_name_is_a_name(text: str) -> None:
    assert not is_nobody(text)


def test_a_host_is_taken_to_the_domain_that_somebody_registered() -> None:
    assert host("Ana <x>@Mail.Acme.co.uk".replace(" <x>", "")) == "mail.acme.co.uk"
    assert registered("mail.acme.co.uk") == "acme.co.uk"
    assert host("https://www.Acme.example/about?x=1") == "acme.example"
    assert host("ana@bücher.example") == host("xn--bcher-kva.example")
    assert registered("co.uk") == registered("localhost") == registered("") == ""


@pytest.mark.parametrize("free", ["gmail.com", "users.noreply.github.com", "YAHOO.co.jp", "t-online.de", "qq.com"])
def test_free_mail_says_nothing_whoever_lists_it(free: str) -> None:
    assert is_free(host(free))
    assert telling(f"ana@{free}") == ""
    companies = known(account(ACME, domains=[free]), account(ORBIT, domains=[free]), people=[at("ada", f"a@{free}")])
    assert companies.of_account[ACME] != companies.of_account[ORBIT]
    assert companies.of_address(f"a@{free}") == ""


def test_a_company_beside_a_free_host_is_one() -> None:
    assert not is_free("github.com")
    assert telling("ana@github.com") == "github.com"


@pytest.mark.parametrize(
    ("accounts", "history", "reason"),
    [
        ([account(ORBIT, "Acme Ltd."), account(ACME, "ACME")], [], "name"),
        ([account(ORBIT, domains=["a.example", "b.de"]), account(ACME, domains=["https://B.de/"])], [], "domain"),
        ([account(ORBIT), account(ACME)], [was(ORBIT, "name", "Acme GmbH")], "name"),
        ([account(ORBIT), account(ACME, domains=["o.example"])], [was(ORBIT, "domain", "o.example")], "domain"),
        ([account(ORBIT, parent_account_id=ACME), account(ACME)], [], "owner"),
        ([account(ORBIT, parent_account_id="g"), account(ACME, parent_account_id="g")], [], "owner"),
    ],
)  # fmt: skip
def test_accounts_that_share_what_is_certain_are_one_company(
    accounts: list[Row], history: list[Row], reason: str
) -> None:
    companies = known(*accounts, history=history)
    assert companies.of_account[ORBIT] == companies.of_account[ACME]
    assert how(companies, "account_id", ACME)[0] == reason


def test_what_accounts_are_called_tomorrow_is_not_known_today() -> None:
    companies = known(account(ORBIT), account(ACME), history=[was(ORBIT, "name", "Acme", days=-1)])
    assert companies.of_account[ORBIT] != companies.of_account[ACME]


def test_grandparents_and_their_grandchildren_are_one_company() -> None:
    companies = known(
        account("child", parent_account_id="mother"), account("mother", parent_account_id="group"), account("group")
    )
    assert len(set(companies.of_account.values())) == 1


@pytest.mark.parametrize("length", [2, 3, 500])
def test_parents_in_a_circle_are_reported_and_join_nothing(length: int) -> None:
    ring = [account(f"ring {n}", parent_account_id=f"ring {(n + 1) % length}") for n in range(length)]
    companies = known(*ring, account("below", parent_account_id="ring 0"), account("own", parent_account_id="own"))
    assert {how(companies, "account_id", row["account_id"])[1] for row in ring} == {"circular_parents"}
    assert how(companies, "account_id", "own")[1] == "own_parent"
    assert len({companies.of_account[row["account_id"]] for row in ring}) == length
    assert companies.of_account["below"] == companies.of_account["ring 0"]
    assert how(companies, "account_id", "below")[1] is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Big Switch Networks, Inc.", "name"),
        ("big sw", "alias"),
        ("Little Switch", "former_name"),
        ("bigswitch.example", "domain"),
        ("Big Switch", "short_name"),
        ("bsn", "domain_word"),
        ("Big Swich Networks", "typing_error"),
        ("Big Switch Netwo", "typing_error"),
        ("Big Switch Networks Iberia", "first_words"),
    ],
)
def test_a_typed_name_is_looked_up(typed: str, reason: str) -> None:
    switch = account(ACME, "Big Switch Networks", aliases=["Big SW"], domains=["bigswitch.example", "bsn.example"])
    companies = known(
        switch, account(ORBIT), history=[was(ACME, "name", "Little Switch")], names=[typed, "Something Else"]
    )
    assert companies.of_name[typed] == companies.of_account[ACME]
    assert how(companies, "company_name", typed)[0] == reason
    assert companies.of_name["Something Else"] not in companies.of_account.values()


def test_initials_name_a_company_of_three_words() -> None:
    companies = known(account(ACME, "Orbital Machine Works"), names=["OMW"])
    assert companies.of_name["OMW"] == companies.of_account[ACME]


def test_a_name_that_two_companies_have_is_neither() -> None:
    companies = known(account(ACME, aliases=["Delta"]), account(ORBIT, aliases=["Delta Ltd"]), names=["delta"])
    assert companies.of_name["delta"] not in companies.of_account.values()
    assert how(companies, "company_name", "delta") == ("itself", "ambiguous_name")


def test_a_domain_that_one_person_alone_uses_may_be_vanity() -> None:
    one = known(account(ACME), people=[at("ada", "me@lovelace.example")])
    assert one.of_address("me@lovelace.example") == ""
    two = known(account(ACME), people=[at("ada", "ada@works.example"), at("ben", "ben@works.example")])
    assert two.of_address("ada@works.example") != ""


def test_a_domain_is_the_company_that_is_called_so() -> None:
    companies = known(names=["EMC Corporation"], people=[at("ada", "ada@us.emc.com")])
    assert companies.of_address("ada@us.emc.com") == companies.of_name["EMC Corporation"] != ""


def test_the_longest_listed_domain_decides() -> None:
    companies = known(
        account(ORBIT, domains=["acme.example"]),
        account(ACME, domains=["labs.acme.example"]),
        people=[at("ada", "a@x.labs.acme.example", "a@mail.acme.example")],
    )
    assert companies.of_address("a@x.labs.acme.example") == companies.of_account[ACME]
    assert companies.of_address("a@mail.acme.example") == companies.of_account[ORBIT]


def test_the_same_people_under_the_same_addresses_tell_of_a_rename_that_nobody_recorded() -> None:
    accounts = [account(ORBIT, domains=["orbit.example"]), account(ACME, domains=["acme.example"])]
    people = [at(f"p{n}", f"p{n}@orbit.example", f"p{n}@acme.example") for n in range(3)]
    companies = known(*accounts, people=people)
    assert companies.of_account[ORBIT] == companies.of_account[ACME]
    assert how(companies, "account_id", ORBIT)[0] == "same_addresses"
    strangers = [at(f"s{n}", f"s{n}@orbit.example") for n in range(4)]
    for few in (people[:2], people + strangers):
        apart = known(*accounts, people=few)
        assert apart.of_account[ORBIT] != apart.of_account[ACME]


def test_an_account_without_a_name_or_domain_is_there() -> None:
    companies = known(account(ACME, "GmbH"), account(ORBIT, " "))
    assert companies.of_account[ACME] != companies.of_account[ORBIT]


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None, derandomize=True)
def test_order_and_repetition_of_rows_do_not_matter(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a repeatable world, no secret
    ids = [f"a{n}" for n in range(8)]
    names = ["Acme", "Acme Ltd", "Orbit", "Orbit Labs", "n/a", "Delta"]
    accounts = [
        account(
            one,
            chance.choice(names),
            parent_account_id=chance.choice([None, None, *ids]),
            domains=chance.sample(["a.example", "b.example", "gmail.com", "c.example"], chance.randrange(3)),
        )
        for one in ids
    ]
    people = [at(f"p{n}", *chance.sample(["x@a.example", "x@b.example", "y@d.example"], 2)) for n in range(6)]
    history = [was(chance.choice(ids), "name", chance.choice(names)) for _ in range(3)]
    once = known(*accounts, names=names, history=history, people=people)
    mixed = [chance.sample(rows + rows[:2], len(rows) + 2) for rows in (accounts, history, people)]
    again = known(*mixed[0], names=names[::-1], history=mixed[1], people=mixed[2])
    assert once.table.equals(again.table)
    assert all(how(once, "account_id", one) for one in ids)
