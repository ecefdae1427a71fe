"""What somebody hands in of a need, and what a matching found for needs."""

from dataclasses import dataclass
from datetime import date

LONGEST_NAME = 200
LONGEST_TEXT = 4_000
MOST_EMPLOYEES = 2**31 - 1

LINES = ("industry", "region", "role", "product", "use_case", "competitor", "language")
"""What a need says of whom it wants, a line each; empty where anybody does."""

STATES = ("same", "near", "different", "unknown")
"""How what somebody has compares with what is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """A need as somebody hands it in; empty where nobody said.

    Attributes:
        act_kind: code of the kind of act.
        prospect: who it is for, as whoever files it calls them.
        deal_id: the deal, as the source has it.
        industry: of the company that would speak.
        employees: about how many people that company has.
        region: where it is, a country or a region.
        role: of whom is wanted, such as CFO.
        product: what they use of ours.
        use_case: what for.
        competitor: what they used before us.
        language: they speak, as a code.
        text: in their own words.
        needed_by: the last day on which it helps.
        urgent: whether it goes before others.
    """

    act_kind: str = "reference_call"
    prospect: str = ""
    deal_id: str = ""
    industry: str = ""
    employees: int | None = None
    region: str = ""
    role: str = ""
    product: str = ""
    use_case: str = ""
    competitor: str = ""
    language: str = ""
    text: str = ""
    needed_by: date | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a fit.

    Attributes:
        name: of what, such as industry.
        state: one of STATES.
        wanted: what the need says.
        there: what is known; empty where nothing is.
    """

    name: str
    state: str
    wanted: str
    there: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A person or a story that fits a need.

    Attributes:
        need_id: which need.
        person_id: who, under the id of today; empty for a story.
        story_id: which story; None for a person.
        place: 1 for the best.
        chosen: whether it is the one that all open needs together leave to this need.
        fit_low: how well it fits if nothing that is not known does, from 0 to 1.
        fit_high: how well if all of that does.
        points: one after the other.
    """

    need_id: int
    place: int
    fit_low: float
    fit_high: float
    person_id: str = ""
    story_id: int | None = None
    chosen: bool = False
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """Why a need is met by nobody, or what keeps people from it.

    Attributes:
        need_id: which need.
        code: what blocks; see `wording.OBSTACLES`.
        people: how many it keeps away.
        opens_on: the first day on which it does not; None where no day is known.
        name: of the line that it would help to leave open, with code `leave-open`.
    """

    need_id: int
    code: str
    people: int = 0
    opens_on: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """What one matching found for all open needs.

    Attributes:
        needs: which needs it looked at.
        found: who and what fits them.
        blocked: what stands in the way.
    """

    needs: tuple[int, ...]
    found: tuple[Found, ...] = ()
    blocked: tuple[Blocked, ...] = ()
