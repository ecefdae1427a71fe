"""A company whose person says the same two things over and over: one that no rule hears, and one that is nothing."""

from pathlib import Path

from tests.runs.people.company import Company

ACCOUNTS = "account_id,name,owner_email\nA1,Oriel Foods,leila@northwind.example\n"
PEOPLE = "person_key,account_id,full_name,email\nP1,A1,Rhiannon Pugh,rhiannon@oriel.example\n"
FINE = ("The ledger purrs like a cat in bay {n}.", "praise")
PLAIN = ("The ledger is open in bay {n}.", "neutral")


def said(count: int) -> list[tuple[str, str]]:
    """What they said, so many times each, and what it means."""
    return [(words.format(n=n), kind) for n in range(count) for words, kind in (FINE, PLAIN)]


def interactions(rows: list[tuple[str, str]]) -> str:
    """The export of it: the ids are I0, I1 and so on."""
    return "interaction_id,at,channel,person_key,text\n" + "".join(
        f"I{n},2026-10-20T09:00:00Z,ticket,P1,{words}\n" for n, (words, _kind) in enumerate(rows)
    )


def loaded(folder: Path, rows: list[tuple[str, str]]) -> Company:
    """The company with what they said, found and published."""
    company = Company(folder)
    company.load(accounts=ACCOUNTS, people=PEOPLE, interactions=interactions(rows))
    company.run()
    return company
