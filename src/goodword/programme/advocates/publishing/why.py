"""Why now: the facts behind a moment, one short line each, from what the finders counted."""

from collections.abc import Callable
from typing import Any

from goodword.programme.advocates.wording import SIGNALS

type Fact = dict[str, Any]
type Numbers = dict[str, Any]


def why_now(signals: list[dict[str, Any]]) -> list[Fact]:
    """Return a line for each kind of signal, in the order given; {"bold", "text", "icon", "bar"}."""
    facts: list[Fact] = []
    seen: set[str] = set()
    for signal in signals:
        if signal["kind"] not in seen:
            seen.add(signal["kind"])
            facts.extend(_facts(signal["kind"], _numbers(signal)))
    return facts


def _numbers(signal: dict[str, Any]) -> Numbers:
    for piece in signal["evidence"]:
        if piece["numbers"]:
            return dict(piece["numbers"])
    return {}


def _facts(kind: str, numbers: Numbers) -> list[Fact]:
    facts = _TELL[kind](numbers)
    return facts or [_fact(str(SIGNALS[kind].label), "", SIGNALS[kind].icon)]


def _fact(bold: str, text: str, icon: str, bar: list[float] | None = None) -> Fact:
    return {"bold": bold, "text": text, "icon": icon, "bar": bar}


def _promoter(numbers: Numbers) -> list[Fact]:
    facts = []
    if "score" in numbers:
        facts.append(_fact(f"NPS {numbers['score']:g}", "is their latest answer", "nps"))
    if earlier := int(numbers.get("earlier") or 0):
        facts.append(_fact(f"{earlier} earlier", f"promoter answer{'s' if earlier > 1 else ''}", "nps"))
    if numbers.get("mismatch"):
        facts.append(_fact("Comment and score disagree:", "read it before you thank", "warn"))
    return facts


def _super_user(numbers: Numbers) -> list[Fact]:
    facts = []
    used, opened = numbers.get("features_used"), numbers.get("features_open")
    if used and opened:
        facts.append(_fact(f"{used:g} of {opened:g}", "features open to them in use", "power", [used, opened]))
    if days := numbers.get("active_days"):
        before = numbers.get("days_before")
        facts.append(_fact(f"{days:g} active days", f"after {before:g} in the time before" if before else "", "power"))
    return facts


def _win(numbers: Numbers) -> list[Fact]:
    facts = [_fact("Names the outcome", "in their own words", "quote")] if numbers.get("outcome") else []
    if numbers.get("executive"):
        facts.append(_fact("An executive", "said it", "sponsor"))
    if numbers.get("business_review"):
        facts.append(_fact("Said in a business review", "", "notes"))
    return facts or [_fact("Praised us", "in their own words", "quote")]


def _champion(numbers: Numbers) -> list[Fact]:
    facts = []
    if helped := numbers.get("helped"):
        facts.append(_fact(f"{helped:g} different people", "helped in the community", "community"))
    if accepted := numbers.get("accepted"):
        facts.append(_fact(f"{accepted:g} accepted answers", "to questions of others", "check"))
    return facts


def _repeat_customer(numbers: Numbers) -> list[Fact]:
    earlier = int(numbers.get("earlier_accounts") or 1)
    company = "a company" if earlier == 1 else f"{earlier} companies"
    if numbers.get("brought"):
        return [_fact("Brought us along:", f"customer at {company} before, signed after they joined", "moved")]
    return [_fact("With us again:", f"customer at {company} before, active here", "moved")]


def _growth(numbers: Numbers) -> list[Fact]:
    growth, years = numbers.get("growth") or 0, numbers.get("tenure_years")
    facts = [_fact(f"Grew by {100 * growth:.0f} %" if growth > 0 else "Renewed", "with the last contract", "renew")]
    if years and years >= 1:
        facts.append(_fact(f"{years:.0f} years", "a customer", "clock"))
    return facts


_TELL: dict[str, Callable[[Numbers], list[Fact]]] = {
    "promoter": _promoter,
    "super_user": _super_user,
    "win": _win,
    "champion": _champion,
    "repeat_customer": _repeat_customer,
    "growth": _growth,
}
