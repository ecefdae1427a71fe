"""A naive model of the gate: every use that a word is about, spelled out one by one, in a world small enough for it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.kinds import SHIPPED
from goodword.programme.permissions.scope import Scope
from goodword.programme.permissions.words import Word

KINDS = tuple(kind.code for kind in SHIPPED)
ASSETS, CHANNELS, TERRITORIES, PROSPECTS = (
    ("story-1", "story-2"),
    ("website", "email"),
    ("de", "fr"),
    ("acme", "globex"),
)
OTHER = "some other"

# To whom something is shown: to one prospect, handed to somebody, to the public.
SHOWN = (*(f"to {one}" for one in (*PROSPECTS, OTHER)), "handed on", "in public")

type Use = tuple[str, str, str, str, str]


def uses(scope: Scope, shown: Iterable[str]) -> set[Use]:
    """Every single use a scope is about, with those to whom it is shown."""
    sides = ((scope.act_kind, KINDS), (scope.asset, ASSETS), (scope.channel, CHANNELS), (scope.territory, TERRITORIES))
    kinds, assets, channels, territories = ([side] if side else [*known, OTHER] for side, known in sides)
    return set(product(shown, kinds, assets, channels, territories))


def wanted_of(scope: Scope) -> set[Use]:
    return uses(scope, {"named": _named(scope), "private": ["handed on"], "public": ["in public"]}[scope.audience])


def allowed_by(scope: Scope) -> set[Use]:
    everywhere = {"named": _named(scope), "private": SHOWN[:-1], "public": SHOWN}
    return uses(scope, everywhere[scope.audience])


def forbidden_by(scope: Scope, *, to_ask: bool) -> set[Use]:
    """What a denial forbids: with something shown to more people, those see it too who were not to."""
    if scope.audience == "named" and scope.prospect:
        return uses(scope, _named(scope) if to_ask else [*_named(scope), "handed on", "in public"])
    return uses(scope, {"": SHOWN, "named": SHOWN, "private": SHOWN[-2:], "public": SHOWN[-1:]}[scope.audience])


def _named(scope: Scope) -> list[str]:
    return [f"to {scope.prospect}"] if scope.prospect else [f"to {one}" for one in (*PROSPECTS, OTHER)]


def said(words: Iterable[Word], wanted: set[Use], day: date, *, to_ask: bool) -> str:
    """What one key says, told from the whole story of its words."""
    latest: dict[Scope, Word] = {}
    for word in sorted(words, key=lambda word: (word.given_on, word.number)):
        if word.given_on <= day and not word.mistaken:
            latest[word.scope] = word
    taken = {scope for scope, word in latest.items() if word.withdrawn_on and word.withdrawn_on <= day}
    over = {scope for scope, word in latest.items() if word.expires_on and word.expires_on <= day}
    for scope, word in latest.items():
        no = forbidden_by(scope, to_ask=to_ask) if not word.granted and scope not in taken | over else set()
        if (wanted <= no) if to_ask else (wanted & no):
            return "denied"
    yes = {scope for scope, word in latest.items() if word.granted and wanted <= allowed_by(scope)}
    if yes - taken - over:
        return "granted"
    if yes - taken:
        return "expired"
    return "withdrawn" if yes else "unknown"


def verdict(deed: Deed, person: Sequence[Word], company: Sequence[Word], day: date, *, out: bool) -> str:
    """The code of the refusal, or nothing."""
    kind = next((one for one in SHIPPED if one.code == deed.act_kind), None)
    audience = deed.audience or (kind.audience if kind else "named")
    to_ask = deed.verb in {Verb.ASK, Verb.CONTACT}
    wanted = wanted_of(deed.scope(audience))
    answers = {"company": said(company, wanted, day, to_ask=to_ask), "person": said(person, wanted, day, to_ask=to_ask)}
    codes = ["opted-out"] if out else []
    codes += [f"denied-by-{whose}" for whose, what in answers.items() if what == "denied"]
    if deed.verb is Verb.ASK and kind is not None:
        codes += ["nobody-asks"] if not kind.asked_for else []
        codes += ["by-lot-only"] if not kind.by_choice and not deed.by_lot else []
    if not to_ask and kind is not None:
        for whose, needed in (("person", kind.needs_person), ("company", kind.needs_company)):
            codes += [f"{answers[whose]}-from-{whose}"] if needed and answers[whose] != "granted" else []
    return codes[0] if codes else ""
