"""Where a person and their company stand with every kind of act: what pages, programs and the console show."""

from dataclasses import dataclass
from datetime import date

from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.facts import Facts, known_facts
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.policies import judge
from goodword.programme.permissions.words import Answer, answer


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one kind of act stands, for the audience it is usually for.

    Attributes:
        kind: the kind, with what it needs.
        person: what the person says; None where it is about a company alone.
        company: what the company says; None where none is known.
        asking: why they may not be asked; None where they may.
        doing: why it may not be done, published or handed over; None where it may.
    """

    kind: Policy
    person: Answer | None
    company: Answer | None
    asking: GoodwordError | None
    doing: GoodwordError | None


def facts_about(*, person_id: str = "", account_id: str = "") -> Facts:
    """What is known of a person and their company, or of a company alone: what `standings` goes by."""
    return known_facts([Deed(verb=Verb.DO, act_kind="quote", person_id=person_id, account_id=account_id)])


def standings(facts: Facts, *, day: date, person_id: str = "", account_id: str = "") -> list[Standing]:
    """Every kind of act in the order of lists, as it stands on a day with a person, or with a company alone."""
    found = []
    for kind in facts.kinds.values():
        ask, do = (
            Deed(verb=verb, act_kind=kind.code, person_id=person_id, account_id=account_id, by_lot=not kind.by_choice)
            for verb in (Verb.ASK, Verb.DO)
        )
        wanted = do.scope(kind.audience)
        found.append(
            Standing(
                kind=kind,
                person=answer(facts.of_person(do), wanted, day) if person_id else None,
                company=answer(facts.of_company(do), wanted, day) if facts.company(do) else None,
                asking=judge(ask, facts, day=day),
                doing=judge(do, facts, day=day),
            )
        )
    return found
