"""The latent world of the sample: what is really so, before any tool exports its version of it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from goodword.sample.chance import sigmoid

type Value = str | int | float | bool | date | datetime | list[str] | None
type Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Setting:
    """The arguments of one sample, and the days its history covers (`start` <= day <= `today`)."""

    accounts: int
    seed: int
    months: int
    reference_effect: float
    today: date
    start: date

    @property
    def days(self) -> int:
        return (self.today - self.start).days + 1


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works for the vendor."""

    name: str
    email: str
    role: str


@dataclass(slots=True)
class Account:
    """A customer company with its latent success and relationship (both roughly standard normal)."""

    id: str
    name: str
    domain: str
    industry: str
    segment: str
    country: str
    region: str
    culture: str
    language: str
    employees: int
    currency: str
    started_on: date
    owner: Staff
    success: float
    relation: float
    drift: float
    slogan: str
    plan: str = "Essential"
    arr: int = 0
    status: str = "active"
    ended_on: date | None = None
    old_name: str | None = None
    old_domain: str | None = None
    renamed_on: date | None = None
    parent_id: str | None = None
    health: int | None = None
    situations: set[str] = field(default_factory=set)
    contracts: list[Row] = field(default_factory=list)
    plans: list[tuple[date, str]] = field(default_factory=list)

    def success_on(self, day: date, setting: Setting) -> float:
        """Latent success on a day: it drifts over the history, and a fire in the house pulls it down at the end."""
        share = (day - setting.start).days / max(1, setting.days)
        fire = 0.9 if self.situations & {"usage_drop", "churn_notice"} and share > 0.85 else 0.0
        return self.success + self.drift * (share - 0.5) - fire

    def plan_on(self, day: date) -> str:
        """The plan in force on a day."""
        plan = self.plans[0][1]
        for since, name in self.plans:
            if since <= day:
                plan = name
        return plan

    def domain_on(self, day: date) -> str:
        """The e-mail domain in use on a day."""
        if self.renamed_on and self.old_domain and day < self.renamed_on:
            return self.old_domain
        return self.domain

    def active_on(self, day: date) -> bool:
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)


@dataclass(slots=True)
class Human:
    """A real human being. All traits are latent and roughly standard normal; `hidden` shows in no record at all."""

    id: str
    given: str
    family: str
    culture: str
    language: str
    openness: float
    style: float
    talk: float
    expertise: float
    stage: float
    hidden: float
    kind_noise: dict[str, float] = field(default_factory=dict)
    contacts: list["Contact"] = field(default_factory=list)
    member_id: str | None = None
    member_email: str | None = None

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def keys(self) -> list[str]:
        keys = list(dict.fromkeys(contact.key for contact in self.contacts))
        return [*keys, self.member_id] if self.member_id else keys


@dataclass(slots=True)
class Contact:
    """One entry in the CRM: a human at one account, for a time. A human may have several."""

    key: str
    human: Human
    account: Account
    email: str
    title: str
    level: str
    department: str
    joined: date
    left: date | None
    pays: bool | None
    influence: str | None
    intensity: float
    own_success: float
    opted_out_on: date | None = None
    twin: bool = False
    phone: str | None = None
    situations: set[str] = field(default_factory=set)

    def here_on(self, day: date) -> bool:
        """Whether this person works there, and the account is a customer, on a day."""
        return self.joined <= day and (self.left is None or day < self.left) and self.account.active_on(day)

    def success_on(self, day: date, setting: Setting) -> float:
        return 0.8 * self.account.success_on(day, setting) + 0.6 * self.own_success

    def email_on(self, day: date) -> str:
        """The address used on a day: a renamed company changes it."""
        old = self.account.old_domain
        if old and self.account.domain_on(day) == old:
            return self.email.replace(f"@{self.account.domain}", f"@{old}")
        return self.email


@dataclass(frozen=True, slots=True)
class Remark:
    """What a span of exported text really is; `start` and `end` are character offsets into that text."""

    table: str
    id: str
    start: int
    end: int
    quote: str
    label: str
    lang: str
    metric: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(slots=True)
class World:
    """Everything that was made up, table by table; rows are keyed by the columns of the record tables."""

    setting: Setting
    staff: list[Staff]
    accounts: list[Account] = field(default_factory=list)
    prospects: list[Row] = field(default_factory=list)
    humans: list[Human] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    moves: list[Row] = field(default_factory=list)
    deals_truth: list[Row] = field(default_factory=list)
    asks_truth: list[Row] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    by_account: dict[str, list[Contact]] = field(default_factory=dict)

    def here(self, account: Account, day: date) -> list[Contact]:
        """The account's contacts on a day, twins (second entries of the same human) left out."""
        return [c for c in self.by_account.get(account.id, []) if not c.twin and c.here_on(day)]


KIND_ODDS: dict[str, float] = {
    "logo": -0.9,
    "quote": 0.0,
    "review": 0.2,
    "reference_call": -0.5,
    "case_study": -1.1,
    "talk": -1.6,
    "referral": -1.1,
    "beta": 0.1,
    "introduction": -0.8,
    "advisory_board": -1.3,
}
ROLE = {"executive": 0.15, "manager": 0.3, "specialist": -0.05, "analyst": -0.3}
_SENIORITY = {"executive": 1.0, "manager": 0.4, "specialist": -0.4, "analyst": -0.9}


def good_will(contact: Contact, day: date, setting: Setting) -> float:
    """Log-odds of a person's general readiness to speak for the vendor: success, relation, character, role, chance."""
    human = contact.human
    return (
        0.85 * contact.success_on(day, setting)
        + 0.55 * contact.account.relation
        + 0.85 * human.openness
        + ROLE[contact.level]
        + 0.7 * human.hidden
    )


def willingness(contact: Contact, day: date, setting: Setting) -> float:
    """Latent willingness, 0..1."""
    return sigmoid(good_will(contact, day, setting))


def acceptance(contact: Contact, kind: str, day: date, setting: Setting) -> float:
    """P(accepts an ask for an act of this kind on a day), as the world has it."""
    human = contact.human
    bent = {
        "logo": 0.9 * _SENIORITY[contact.level],
        "talk": 0.8 * human.stage,
        "beta": 0.6 * human.expertise,
        "advisory_board": 0.6 * _SENIORITY[contact.level],
        "reference_call": 0.3 * _SENIORITY[contact.level] + 0.2 * human.stage,
        "referral": 0.4 * human.talk,
        "introduction": 0.3 * human.talk,
    }.get(kind, 0.0)
    return sigmoid(KIND_ODDS[kind] + good_will(contact, day, setting) + bent + 0.45 * human.kind_noise.get(kind, 0.0))


def at_work(rng: Random, day: date) -> datetime:
    """A moment in working hours of a working day on or before `day` (a week-end day moves back to Friday)."""
    while day.weekday() > 4:
        day -= timedelta(days=1)
    minute = int(min(max(rng.gauss(12.5, 2.6), 6.0), 20.0) * 60)
    return datetime.combine(day, time(minute // 60, minute % 60, rng.randrange(60)), tzinfo=UTC)


def day_between(rng: Random, first: date, last: date) -> date:
    """A day between two days, both included."""
    return first + timedelta(days=rng.randrange(max(1, (last - first).days + 1)))
