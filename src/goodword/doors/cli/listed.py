"""How lists of people and explanations of one are written."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from goodword.runs.history import Past
from goodword.runs.listing import Row, best_act

_BEFORE = {"done": "did it before", "accepted": "said yes before", "declined": "declined before"}

CSV_HEADER = ("person_id name email account_id account held act p low high signals quote hold until").split()


def flat(person: Row, act_kind: str | None) -> list[Any]:
    best = best_act(person, act_kind)
    act, likelihood = best or ("", {"p": None, "low": None, "high": None})
    hold = person["holds"][0] if person["holds"] else {"sentence": None, "until": None}
    return [
        *(person[name] for name in ("person_id", "name", "email", "account_id", "account")),
        "yes" if person["held"] else "no",
        act,
        *(likelihood[name] for name in ("p", "low", "high")),
        " ".join(sorted({signal["kind"] for signal in person["signals"]})),
        newest_words(person),
        hold["sentence"],
        hold["until"],
    ]


def newest_words(person: Row) -> str | None:
    """The newest exact words among a person's evidence."""
    for signal in sorted(person["signals"], key=lambda one: str(one["observed_at"]), reverse=True):
        for piece in signal["evidence"]:
            if piece["quote"]:
                return str(piece["quote"])
    return None


def likely_text(likelihood: Row | None) -> str:
    """A likelihood as people read it: a figure with its range, or an honest word."""
    if likelihood is None or not likelihood["known"]:
        return "don't know yet"
    return f"{likelihood['p']:.0%} ({likelihood['low']:.0%} to {likelihood['high']:.0%})"


def standing_words(states: Mapping[str, int]) -> str:
    """How many people stand where, in the words of `run` and `find`."""
    ready, unknown, resting = (states.get(state, 0) for state in ("ready", "unknown", "resting"))
    return f"{ready} could be asked, {unknown} not known well enough yet, {resting} resting"


def people_table(
    people: list[Row], act_kind: str | None, day: date, *, limit: int = 0, pasts: dict[str, list[Past]] | None = None
) -> Group:
    """Who could be asked or is not known well enough yet, then who rests and why, so many of each; 0 means all."""
    free = [person for person in people if not person["held"]]
    resting = [person for person in people if person["held"]]
    if not people:
        return Group(
            Text(f"Nobody shows a signal as of {day}."),
            Text("Load data with: goodword load FOLDER. Or try the sample company: goodword sample DIR"),
        )
    states = Counter(person["state"] for person in people)
    parts: list[Any] = [Text(f"As of {day}: {standing_words(states)}.", style="bold")]
    if free:
        parts += [_free_table(free[: limit or None], act_kind, pasts or {}), *_more(free, limit)]
    if resting:
        parts += [
            Text("\nResting: their words are kept, nobody asks them now.", style="bold"),
            _resting_table(resting[: limit or None]),
            *_more(resting, limit),
        ]
    return Group(*parts)


def _more(people: list[Row], limit: int) -> list[Text]:
    left = len(people) - limit if limit else 0
    return [Text(f"and {left} more; --limit 0 shows all", style="dim")] if left > 0 else []


def _who(person: Row) -> Text:
    name = person["name"] or person["email"] or next(iter(person["person_keys"]), person["person_id"])
    return Text.assemble((name, "bold"), "\n", person["account"] or person["account_id"] or "account not known")


def _quoted(person: Row) -> Text:
    words = newest_words(person)
    return Text(f"“{words}”") if words else Text("no words yet", style="dim")


def _free_table(people: list[Row], act_kind: str | None, pasts: dict[str, list[Past]]) -> Table:
    table = Table("Person", "Likely to say yes", "Because", "In their own words", expand=True)
    for person in people:
        best = best_act(person, act_kind)
        likely = likely_text(best[1] if best else None)
        act = f"\n{best[0].replace('_', ' ')}" if best else ""
        because = sorted({signal["kind"].replace("_", " ") for signal in person["signals"]})
        whats = {past.what for past in pasts.get(person["person_id"], [])}
        because += [words for what, words in _BEFORE.items() if what in whats]
        table.add_row(_who(person), likely + act, ", ".join(because), _quoted(person))
    return table


def _resting_table(people: list[Row]) -> Table:
    table = Table("Person", "Why not now", "Until", "In their own words", expand=True)
    for person in people:
        # One for everything comes before those for one kind of act, of which there may be one for each.
        hold = min(person["holds"], key=lambda one: one["act_kind"] is not None)
        table.add_row(_who(person), hold["sentence"], hold["until"] or "it is over", _quoted(person))
    return table


def explanation(person: Row) -> Group:
    lines = [_who(person), Text(f"as of {person['as_of']}", style="dim")]
    lines += [Text(f"Hold: {hold['sentence']}" + until_text(hold["until"])) for hold in person["holds"]]
    lines += [Text(f"Risk: {risk['sentence']}") for risk in person["risks"]]
    for signal in person["signals"]:
        about = f"\n{signal['kind'].replace('_', ' ')}, strength {signal['strength']:.2f}, {signal['observed_at'][:10]}"
        lines.append(Text(about, style="bold"))
        lines += [_evidence_line(piece) for piece in signal["evidence"]]
    if not person["signals"]:
        lines.append(Text("No signal speaks for asking yet."))
    return Group(*lines, Text(""), _reasons_table(person))


def until_text(until: str | None) -> str:
    """When a hold ends, as the tail of its sentence."""
    return f" Until {until}." if until else ""


def _evidence_line(piece: Row) -> Text:
    numbers = ", ".join(f"{name} {value}" for name, value in piece["numbers"].items() if value is not None)
    words = f"“{piece['quote']}” " if piece["quote"] else ""
    return Text(f"  {words}{numbers} [{piece['table']} {piece['id'] or ''}]".replace(" ]", "]"))


def _reasons_table(person: Row) -> Table:
    table = Table("Act", "Likely to say yes", "What it is made of, on the scale of log odds")
    names = {signal["signal_id"]: signal["kind"].replace("_", " ") for signal in person["signals"]}
    names |= {hold["hold_id"]: hold["code"].replace("_", " ") for hold in person["holds"]}
    names |= {
        past["id"]: f"{past['what'].replace('_', ' ')} {past['kind'].replace('_', ' ')}" for past in person["history"]
    }
    for act, likelihood in person["likelihoods"].items():
        parts = person["reasons"].get(act, [])
        made_of = ", ".join(
            f"{names.get(part['signal_id'], part['signal_id'])} {part['weight']:+.2f}" for part in parts
        )
        table.add_row(act.replace("_", " "), likely_text(likelihood), made_of)
    return table
