"""The act kinds that are shipped, each with its policy. They are kept as rows: who runs a programme may change them."""

from dataclasses import dataclass
from typing import Literal

type Audience = Literal["named", "private", "public"]

AUDIENCES: tuple[Audience, ...] = ("named", "private", "public")
"""Who sees it, the fewest first: prospects one by one, whoever we hand it to, everybody."""

BY_LOT = "review"
"""Public reviews: nobody is ever chosen for one, whatever somebody sets."""

MOST_LOAD, LONGEST_REST = 20, 1000


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
        minutes: of their time that it takes, all in all.
        load: what it weighs of what a person bears in a quarter; 1 for the least.
        rest_days: how long they are left in peace at least after they were asked for it or did it.
        asked_by: the roles that may ask; empty for everybody who may ask at all.
        needs_qualified: whether nobody is asked who is known to have neither the budget nor a say.
        company_first: whether the company must have granted it before its person is asked.
        needs_story: whether their company must have an approved story before they are asked.
        public_review: whether it is a review on a site of others; people are never chosen for one.
        gives_en: what they get in return, as an English letter says it; empty for the words that are shipped.
        gives_de: the same in German.
        at_a_time: whether it is a meeting, for which both sides agree on a time.
        label: what it is called; empty for what is shipped, which is called as its reader's language has it.
    """

    code: str
    needs_person: bool = True
    needs_company: bool = False
    audience: Audience = "public"
    by_choice: bool = True
    asked_for: bool = True
    minutes: int = 30
    load: int = 1
    rest_days: int = 0
    asked_by: tuple[str, ...] = ()
    needs_qualified: bool = False
    company_first: bool = False
    needs_story: bool = False
    public_review: bool = False
    label: str = ""
    gives_en: str = ""
    gives_de: str = ""
    at_a_time: bool = False


SHIPPED: tuple[Policy, ...] = (
    Policy("quote", needs_company=True, minutes=15, rest_days=30),
    Policy("reference_call", audience="named", minutes=45, load=3, rest_days=45, at_a_time=True),
    Policy("case_study", needs_company=True, minutes=120, load=5, rest_days=120),
    Policy("talk", needs_company=True, minutes=300, load=8, rest_days=180),
    Policy("logo", needs_person=False, needs_company=True, minutes=10, rest_days=30),
    Policy("referral", audience="named", minutes=30, load=3, rest_days=60),
    Policy("introduction", audience="named", minutes=20, load=2, rest_days=45),
    Policy("beta", audience="private", minutes=180, load=4, rest_days=90),
    Policy("advisory_board", needs_company=True, audience="private", minutes=480, load=8, rest_days=180),
    # Asking only those who are content breaks the rules of review sites, and in places the law.
    Policy("review", by_choice=False, public_review=True, minutes=15, rest_days=45),
    # People answer each other without us: nobody asks for it, and it is public already.
    Policy("community_answer", needs_person=False, asked_for=False, minutes=10, load=0),
)
"""In the order in which pages show them. Minutes, load and rest are estimates of ours, to be corrected by whoever knows
better: no published figures are known to us."""
