"""Numbers before and after, in each language's units, as digits or as words."""

from dataclasses import dataclass
from random import Random

# unit: (one, many, many in the dative)
_UNITS: dict[str, dict[str, tuple[str, str, str]]] = {
    "en": {
        "minute": ("minute", "minutes", "minutes"),
        "hour": ("hour", "hours", "hours"),
        "day": ("day", "days", "days"),
        "week": ("week", "weeks", "weeks"),
        "month": ("month", "months", "months"),
    },
    "de": {
        "minute": ("Minute", "Minuten", "Minuten"),
        "hour": ("Stunde", "Stunden", "Stunden"),
        "day": ("Tag", "Tage", "Tagen"),
        "week": ("Woche", "Wochen", "Wochen"),
        "month": ("Monat", "Monate", "Monaten"),
    },
    "fr": {
        "minute": ("minute", "minutes", "minutes"),
        "hour": ("heure", "heures", "heures"),
        "day": ("jour", "jours", "jours"),
        "week": ("semaine", "semaines", "semaines"),
        "month": ("mois", "mois", "mois"),
    },
    "es": {
        "minute": ("minuto", "minutos", "minutos"),
        "hour": ("hora", "horas", "horas"),
        "day": ("día", "días", "días"),
        "week": ("semana", "semanas", "semanas"),
        "month": ("mes", "meses", "meses"),
    },
    "pt": {
        "minute": ("minuto", "minutos", "minutos"),
        "hour": ("hora", "horas", "horas"),
        "day": ("dia", "dias", "dias"),
        "week": ("semana", "semanas", "semanas"),
        "month": ("mês", "meses", "meses"),
    },
}
_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve".split(),
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(),
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze".split(),
    "es": "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce".split(),
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze".split(),
}
# scale: (before: unit, least, most), (after: unit, least, most)
_SPANS = {
    "w": (
        (("week", 3, 11), ("day", 2, 9)),
        (("month", 2, 5), ("week", 2, 6)),
        (("week", 4, 12), ("week", 2, 3)),
        (("week", 2, 6), ("hour", 3, 30)),
    ),
    "d": ((("day", 6, 24), ("day", 2, 5)), (("day", 2, 16), ("hour", 2, 9)), (("day", 2, 5), ("minute", 12, 50))),
    "h": (
        (("hour", 3, 36), ("minute", 6, 55)),
        (("hour", 5, 30), ("hour", 2, 4)),
        (("minute", 45, 190), ("minute", 3, 25)),
    ),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after, with its slots for a grammar."""

    metric: str
    before: str
    after: str
    slots: dict[str, str]


def _number(rng: Random, lang: str, value: int) -> str:
    words = _WORDS[lang]
    return words[value] if 2 <= value < len(words) and rng.random() < 0.6 else str(value)


def _length(rng: Random, lang: str, unit: str, value: int) -> tuple[str, str]:
    """The span as plain words and in the dative."""
    one, many, dative = _UNITS[lang][unit]
    number = _number(rng, lang, value)
    if value == 1:
        return f"1 {one}", f"1 {one}"
    return f"{number} {many}", f"{number} {dative}"


def duration(rng: Random, lang: str, process: str, scale: str) -> Change:
    """A process that takes less time than before; `scale` is w, d or h for weeks, days, hours, empty for any."""
    (long_unit, long_low, long_high), (short_unit, low, high) = rng.choice(_SPANS[scale or rng.choice("wwddh")])
    before, before_dative = _length(rng, lang, long_unit, rng.randint(long_low, long_high))
    after, after_dative = _length(rng, lang, short_unit, rng.randint(low, high))
    slots = {
        "process": process,
        "before": before,
        "after": after,
        "before_dative": before_dative,
        "after_dative": after_dative,
    }
    return Change(process, before, after, slots)


def count(rng: Random, lang: str, thing: str) -> Change:
    """A number of bad things that fell."""
    most = rng.choice([rng.randint(14, 60), rng.randint(60, 240), rng.randint(250, 900)])
    least = max(1, int(most * (0.02 + 0.22 * rng.random())))
    after = _number(rng, lang, max(2, least))
    slots = {"thing": thing, "many": str(most), "few": after}
    return Change(thing, str(most), after, slots)


def share(rng: Random, lang: str, share_of: str) -> Change:
    """A share that rose."""
    low = rng.randint(18, 71)
    high = min(99, low + rng.randint(13, 45))
    sign = {"en": "%", "de": " %", "fr": " %", "es": " %", "pt": "%"}[lang]
    word = "per cent" if lang == "en" and rng.random() < 0.15 else None
    first, second = (f"{n} {word}" if word else f"{n}{sign}" for n in (low, high))
    return Change(share_of, first, second, {"share": share_of, "low": first, "high": second})


def saved(rng: Random, lang: str) -> Change:
    """Time or money saved in a period."""
    hours = str(rng.randint(3, 46))
    grouped = rng.randint(6, 480) * 1000
    separator = {"en": ",", "de": ".", "fr": " ", "es": ".", "pt": "."}[lang]
    money = f"{grouped:,}".replace(",", separator)
    if lang == "en" and rng.random() < 0.4:
        money = f"{grouped // 1000}k"
    return Change("saved", "", hours, {"hours": hours, "money": money, "people": str(rng.randint(2, 9))})
