"""What matching goes by: who is wanted, who is known, and which stories are there, as their owners hand them in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A need. Empty where anybody will do.

    Attributes:
        need_id: which need.
        act_kind: code of the kind of act.
        industry: of the company that would speak.
        employees: about how many people that company has.
        region: where it is: a country, a region or a name for several.
        role: of whom is wanted, such as CFO.
        product: what they use of ours.
        use_case: what for.
        competitor: what they used before us.
        language: they speak, as a code.
        text: in the words of whoever filed it.
        needed_by: the last day on which it helps; None where nobody said.
        urgent: whether it goes before others.
        declined: people and stories that were declined for it; stories as `Published.key`.
        account_id: the account it is for, whose people cannot speak to themselves.
    """

    need_id: int
    act_kind: str
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
    declined: Collection[str] = frozenset()
    account_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """For whom somebody or something fits. Empty where nobody knows.

    Attributes:
        industry: of the company.
        employees: how many people it has.
        country: where it is.
        region: what that is part of, as the source calls it.
        role: what the person does, or whom a story speaks to.
        products: what they use of ours.
        use_cases: what for.
        replaced: what they used before us.
        languages: they speak, as codes.
        words: what they said or what the story says.
        heard: whether products, use cases and what was replaced are what they happened to speak of: that something is
            not among them says nothing then.
    """

    industry: str = ""
    employees: int | None = None
    country: str = ""
    region: str = ""
    role: str = ""
    products: tuple[str, ...] = ()
    use_cases: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    words: str = ""
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """What forbids to ask somebody for a kind of act.

    Attributes:
        code: why, in the words of whoever refused.
        opens_on: the first day on which it does not; None where no day is known.
    """

    code: str
    opens_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person who might do it.

    Attributes:
        person_id: who, under the id of today.
        account_id: of which account; empty where none is known.
        fits: for whom they fit.
        bars: by act kind what forbids to ask them; a kind that is missing is free.
        likelihood: by act kind how likely they are to say yes, 0 to 1; a kind that is missing is not known.
        qualified: whether they are; None where nobody knows.
        asked: how often they were asked in the last year.
    """

    person_id: str
    account_id: str = ""
    fits: Fitting = field(default_factory=Fitting)
    bars: Mapping[str, Bar] = field(default_factory=dict)
    likelihood: Mapping[str, float] = field(default_factory=dict)
    qualified: bool | None = None
    asked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A story that may be shown to whoever the need is for.

    Attributes:
        story_id: which story.
        fits: for whom it fits.
    """

    story_id: int
    fits: Fitting = field(default_factory=Fitting)

    @property
    def key(self) -> str:
        """How declines name it."""
        return f"story-{self.story_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The bounds and tastes of a matching; each is a setting.

    Attributes:
        least_fit: who fits less is not proposed, 0 to 1.
        an_account: how many people of one account may be asked at one time.
        open_of: by account how many of its people are being asked now.
        share: nobody carries more than this share of all asks of a year.
        floor: so many asks of a year are fair whatever the share says.
        exploring: the share of needs in which somebody who was never asked is preferred.
        seed: what needs are drawn by for that, and how equals are told apart.
    """

    least_fit: float = 0.5
    an_account: int = 1
    open_of: Mapping[str, int] = field(default_factory=dict)
    share: float = 0.05
    floor: int = 3
    exploring: float = 0.1
    seed: str = ""
