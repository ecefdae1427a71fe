"""What a title says of somebody: which part of the company they answer for, and how high up they stand."""

import re
from dataclasses import dataclass
from functools import lru_cache

CHIEF, HEAD, LEAD, STAFF = 3, 2, 1, 0
"""How high up: answers for the company, for a part of it, for a team, for their own work."""

_SHORT = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "cio": "chief information officer",
    "ciso": "chief security officer",
    "cmo": "chief marketing officer",
    "cro": "chief revenue officer",
    "cco": "chief customer officer",
    "chro": "chief people officer",
    "cpo": "chief product officer",
    "cdo": "chief data officer",
    "vp": "vice president",
    "svp": "vice president",
    "evp": "vice president",
    "md": "managing director",
    "hr": "people",
    "it": "information",
}
_PARTS = {
    "finance": "financial finance accounting accounts controller controlling treasury tax audit close payroll"
    " bookkeeper",
    "technology": "technology technical engineering engineer developer software information infrastructure platform"
    " architect systems devops",
    "data": "data analytics analyst insights reporting intelligence",
    "security": "security risk privacy compliance",
    "operations": "operating operations operational logistics supply planning planner warehouse fleet plant production"
    " manufacturing procurement purchasing network dispatch",
    "sales": "revenue sales commercial account",
    "marketing": "marketing brand growth communications content",
    "customers": "customer support service success",
    "people": "people human resources talent recruiting training learning",
    "product": "product design ux",
    "care": "clinical nursing nurse ward medical doctor physician patient care hospital",
    "general": "executive general founder owner president",
}
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}
_RANKS = (
    (CHIEF, frozenset({"chief", "founder", "owner", "president"})),
    (HEAD, frozenset({"head", "director", "vice", "vp"})),
    (LEAD, frozenset({"lead", "leader", "manager", "supervisor", "principal", "controller"})),
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Role:
    """A title, taken apart.

    Attributes:
        words: its words, short forms written out.
        parts: of the company; none where its words name none.
        rank: CHIEF to STAFF.
    """

    words: frozenset[str]
    parts: frozenset[str]
    rank: int


@lru_cache(maxsize=8_192)
def role_of(title: str) -> Role:
    """Take a title apart; one without a word has no part and stands for STAFF."""
    said = [word for short in _WORD.findall(title.casefold()) for word in _SHORT.get(short, short).split()]
    words = frozenset(said)
    parts = frozenset(_PART_OF[word] for word in said if word in _PART_OF)
    # Who is vice president of something answers for that part, not for the company.
    rank = HEAD if "vice" in words else next((rank for rank, some in _RANKS if some & words), STAFF)
    named = parts - {"general"}
    return Role(words - {"of", "and", "the", "for", "officer"}, named or parts, rank)
