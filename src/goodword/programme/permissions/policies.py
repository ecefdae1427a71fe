"""The one gate: may this be asked, done, published or handed over, and if not why. And: may this word be recorded.

Everything that writes to customers' people, and everything that publishes what they said or did, calls `may` or
`may_many`; a test looks for what does not. The rule is on the page docs/algorithms/permissions.md.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.deeds import NEEDS_GRANTS, Deed, Verb
from goodword.programme.permissions.facts import Facts, known_facts
from goodword.programme.permissions.kinds import AUDIENCES, Policy
from goodword.programme.permissions.refusals import (
    by_lot_only,
    denied,
    no_company,
    nobody_asks,
    nobody_named,
    not_granted,
    opted_out,
    unknown_audience,
    unknown_kind,
)
from goodword.programme.permissions.words import answer


def may(deed: Deed, *, day: date) -> GoodwordError | None:
    """Refuse what nobody may do, with the reason and what would mend it; None where it may be done.

    Args:
        deed: what somebody wants to do.
        day: for which day.
    """
    return may_many([deed], day=day)[0]


def may_many(deeds: Sequence[Deed], *, day: date) -> list[GoodwordError | None]:
    """The same for many at once, with as many questions to the database as for one; in the order of the deeds."""
    facts = known_facts(deeds)
    return [judge(deed, facts, day=day) for deed in deeds]


def judge(deed: Deed, facts: Facts, *, day: date) -> GoodwordError | None:
    """Judge one deed by what is known; pure. The gravest reason comes first: opt-out, denials, what is missing."""
    kind = facts.kinds.get(deed.act_kind)
    if deed.verb is not Verb.CONTACT and kind is None:
        return unknown_kind(deed.act_kind)
    if deed.audience and deed.audience not in AUDIENCES:
        return unknown_audience(deed.audience)
    return (
        _of_person(deed, facts)
        or _of_denials(deed, kind, facts, day)
        or (_of_kind(deed, kind, facts) if kind is not None else None)
        or (_of_company_first(deed, kind, facts, day) if kind is not None else None)
        or (_of_grants(deed, kind, facts, day) if kind is not None and deed.verb in NEEDS_GRANTS else None)
    )


def _of_person(deed: Deed, facts: Facts) -> GoodwordError | None:
    if deed.verb in {Verb.CONTACT, Verb.ASK} and not deed.person_id:
        return nobody_named()
    return opted_out() if deed.person_id and facts.out(deed.person_id) else None


def _of_kind(deed: Deed, kind: Policy, facts: Facts) -> GoodwordError | None:
    if deed.verb is not Verb.ASK:
        return None
    if not kind.asked_for:
        return nobody_asks(kind.code)
    return None if kind.by_choice or deed.by_lot or facts.choosable else by_lot_only(kind.code)


def _of_company_first(deed: Deed, kind: Policy, facts: Facts, day: date) -> GoodwordError | None:
    """Where a kind says so, a company speaks before its person is asked: an unknown is no yes then."""
    if deed.verb is not Verb.ASK or not kind.company_first:
        return None
    if not facts.company(deed):
        return no_company()
    said = answer(facts.of_company(deed), deed.scope(kind.audience), day)
    return None if said.state == "granted" else not_granted("company", kind.code, said, day)


def _of_denials(deed: Deed, kind: Policy | None, facts: Facts, day: date) -> GoodwordError | None:
    """A denial counts under each key that is there, also where the act kind does not need that key."""
    wanted = deed.scope(kind.audience if kind else AUDIENCES[0])
    all_of_it = deed.verb not in NEEDS_GRANTS
    for whose, words in (("company", facts.of_company(deed)), ("person", facts.of_person(deed))):
        said = answer(words, wanted, day, all_of_it=all_of_it)
        if said.state == "denied" and said.word is not None:
            return denied(whose, said.word)
    return None


def _of_grants(deed: Deed, kind: Policy, facts: Facts, day: date) -> GoodwordError | None:
    wanted = deed.scope(kind.audience)
    if kind.needs_person and not deed.person_id:
        return nobody_named()
    if kind.needs_company and not facts.company(deed):
        return no_company()
    keys = (
        ("person", kind.needs_person, facts.of_person(deed)),
        ("company", kind.needs_company, facts.of_company(deed)),
    )
    for whose, needed, words in keys:
        said = answer(words, wanted, day)
        if needed and said.state != "granted":
            return not_granted(whose, kind.code, said, day)
    return None


def refuse_permission_word(*, given_on: date, expires_on: date | None, today: date) -> GoodwordError | None:
    """Refuse days that make no sense."""
    if given_on > today:
        return GoodwordError(
            "said-in-future",
            _("Nobody can have said it on a day to come."),
            _("Write the day on which they said it."),
        )
    if expires_on is not None and expires_on <= given_on:
        return GoodwordError(
            "ends-before-it-begins",
            _("It would end before it began."),
            _("The day it ends is the first day without it; leave it empty for no end."),
        )
    return None
