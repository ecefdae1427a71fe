"""Names of people from many cultures, and names of companies that do not exist."""

import unicodedata
from importlib.resources import files
from random import Random

from goodword.sample.texts.grammar import read_rules


def _read_lists() -> dict[str, tuple[str, ...]]:
    lines = (files("goodword.sample") / "names.txt").read_text(encoding="utf-8").splitlines()
    return {
        name: tuple(word.replace("_", " ") for word in " ".join(texts).split())
        for name, texts in read_rules(lines).items()
    }


_LISTS = _read_lists()
CULTURES = tuple(name.removesuffix(" given") for name in _LISTS if name.endswith(" given"))
FIRST_WORDS = _LISTS["company"]
_SECOND_WORDS = ("Sons", "Daughters", "Nyland", "Orrick", "Pascoe", "Tolland", "Varga", "Wexley", "Ziegler", "Brandt")
_FORMS = {
    "DE": ("GmbH", "AG"), "AT": ("GmbH",), "FR": ("SAS", "SA"), "ES": ("S.L.", "S.A."), "MX": ("S.A. de C.V.",),
    "BR": ("Ltda.", "S.A."), "PT": ("Lda.",), "US": ("Inc.", "LLC", "", ""), "GB": ("Ltd", "plc", ""), "NL": ("B.V.",),
    "SE": ("AB",), "PL": ("Sp. z o.o.",), "TR": ("A.Ş.",), "IN": ("Pvt Ltd",), "SG": ("Pte Ltd",), "JP": ("K.K.",),
}  # fmt: skip
_SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "\u0131": "i", "đ": "d", "Đ": "D", "æ": "ae"}
)


def ascii_form(text: str) -> str:
    """Text without accents, lower case, only a-z, 0-9, dot and hyphen: what stands in an e-mail address."""
    flat = unicodedata.normalize("NFKD", text.translate(_SPECIAL)).encode("ascii", "ignore").decode().lower()
    return "".join(letter for letter in flat.replace(" ", "-") if letter.isalnum() or letter in ".-").strip(".-")


def person_name(rng: Random, culture: str) -> tuple[str, str]:
    """A given and a family name; a fifth of people come from elsewhere than their employer."""
    if rng.random() < 0.22:
        culture = rng.choice(CULTURES)
    given, family = _LISTS[f"{culture} given"], _LISTS[f"{culture} family"]
    name = rng.choice(given), rng.choice(family)
    if rng.random() < 0.04:
        return name[0], f"{name[1]}-{rng.choice(family).removesuffix('-')}"
    return name


def address(rng: Random, given: str, family: str, domain: str, taken: set[str]) -> str:
    """An e-mail address of this person at a domain, not yet taken."""
    first, last = ascii_form(given), ascii_form(family).replace("-", "")
    forms = [f"{first}.{last}", f"{first[0]}.{last}", f"{first}{last[0]}", f"{first}.{last}"]
    local = rng.choice(forms)
    count = 2
    while f"{local}@{domain}" in taken:
        local = f"{first}.{last}{count}"
        count += 1
    taken.add(f"{local}@{domain}")
    return f"{local}@{domain}"


def company_name(rng: Random, endings: tuple[str, ...], country: str, taken: set[str]) -> tuple[str, str]:
    """A company name nobody has yet, and its domain."""
    while True:
        core = f"{rng.choice(FIRST_WORDS)} {rng.choice(endings)}"
        if rng.random() < 0.12 or len(taken) > 400:
            core = f"{core.split(maxsplit=1)[0]} & {rng.choice(_SECOND_WORDS)} {rng.choice(endings)}"
        domain = ascii_form(core.replace("&", "and")) + ".example"
        if domain not in taken:
            taken.add(domain)
            form = rng.choice(_FORMS.get(country, ("",)))
            return f"{core} {form}".strip(), domain
