"""The act kinds that are shipped, each with its policy. They are kept as rows: who runs a programme may change them."""

from dataclasses import dataclass
from typing import Literal

type Audience = Literal["named", "private", "public"]

AUDIENCES: tuple[Audience, ...] = ("named", "private", "public")
"""Who sees it, the fewest first: prospects one by one, whoever we hand it to, everybody."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What one kind of act needs.

    Attributes:
        code: its name in data.
        needs_person: whether the person must have granted it before it is done, published or handed over.
        needs_company: whether their company must have granted it as well.
        audience: who sees it, where nobody says otherwise.
        by_choice: whether people may be chosen for it by fit or sentiment. If not, they are drawn by lot.
        asked_for: whether anybody is ever asked for it.
    """

    code: str
    needs_person: bool = True
    needs_company: bool = False
    audience: Audience = "public"
    by_choice: bool = True
    asked_for: bool = True


SHIPPED: tuple[Policy, ...] = (
    Policy("quote", needs_company=True),
    Policy("reference_call", audience="named"),
    Policy("case_study", needs_company=True),
    Policy("talk", needs_company=True),
    Policy("logo", needs_person=False, needs_company=True),
    Policy("referral", audience="named"),
    Policy("introduction", audience="named"),
    Policy("beta", audience="private"),
    Policy("advisory_board", needs_company=True, audience="private"),
    # Asking only those who are content breaks the rules of review sites, and in places the law.
    Policy("review", by_choice=False),
    # People answer each other without us: nobody asks for it, and it is public already.
    Policy("community_answer", needs_person=False, asked_for=False),
)
"""In the order in which pages show them."""
