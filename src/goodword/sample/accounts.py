"""Customer companies: who they are, how the vendor is doing with them, and which fires burn on the last day."""

from datetime import date, timedelta
from random import Random

from goodword.sample.catalogue import COUNTRIES, INDUSTRIES, PLANS, SEGMENTS, VENDOR_DOMAIN
from goodword.sample.chance import stream, weighted
from goodword.sample.names import CULTURES, ascii_form, company_name, person_name
from goodword.sample.world import Account, Row, Setting, Staff

_EMPLOYEES = {"SMB": (20, 180), "Mid-market": (180, 1200), "Enterprise": (1200, 14000)}
_PLANS = {
    "SMB": (("Essential", 0.7), ("Professional", 0.28), ("Enterprise", 0.02)),
    "Mid-market": (("Essential", 0.2), ("Professional", 0.62), ("Enterprise", 0.18)),
    "Enterprise": (("Professional", 0.35), ("Enterprise", 0.65)),
}
# Each fire burns at about this share of the accounts on the last day, and at one account at least.
SITUATIONS: dict[str, float] = {
    "urgent_open": 0.015,
    "urgent_just_resolved": 0.012,
    "high_open": 0.04,
    "detractor": 0.05,
    "bad_csat": 0.03,
    "complaint": 0.05,
    "churn_notice": 0.015,
    "contraction_notice": 0.015,
    "ending": 0.04,
    "usage_drop": 0.03,
    "cap": 0.03,
    "rest": 0.05,
    "not_now": 0.02,
    "never": 0.015,
    "opted_out": 0.05,
    "fresh_growth": 0.05,
}
# Even a small sample hears every language: these accounts, by number, are in these countries.
_SPEAKERS = {3: "DE", 6: "FR", 9: "ES", 12: "BR"}
_SLOGANS = (
    "Simply the best, since {year}",
    "Excellence you can rely on",
    "Voted the most loved {noun} in the region",
    "{noun} people love",
    "Delighting customers every single day",
    "We make {noun} better. Much better.",
    "Outstanding {noun}, outstanding people",
    "Saving our clients 40% since {year}",
    "Your trusted partner for {noun}",
    "Faster, safer, happier {noun}",
    "Proud winner of the {year} regional quality award",
    "{noun} done right",
)


def vendor_staff(seed: int, accounts: int) -> list[Staff]:
    """The vendor's people: one CSM for about 40 accounts, some reps, support agents and trainers."""
    rng = stream(seed, "staff")
    counts = {
        "csm": max(2, accounts // 40),
        "rep": max(2, accounts // 60),
        "support": max(3, accounts // 50),
        "trainer": 2,
    }
    staff, taken = [], set()
    for role, count in counts.items():
        for _ in range(count):
            given, family = person_name(rng, rng.choice(CULTURES))
            email = f"{ascii_form(given)}.{ascii_form(family)}@{VENDOR_DOMAIN}"
            if email not in taken:
                taken.add(email)
                staff.append(Staff(f"{given} {family}", email, role))
    return staff


def team(staff: list[Staff], role: str) -> list[Staff]:
    """The staff of one role."""
    return [one for one in staff if one.role == role]


def make_accounts(setting: Setting, staff: list[Staff]) -> list[Account]:
    """All customer accounts, active and churned alike; contracts are signed elsewhere."""
    rng = stream(setting.seed, "accounts")
    taken: set[str] = set()
    accounts = [_account(rng, number, setting, staff, taken) for number in range(1, setting.accounts + 1)]
    _set_fires(rng, accounts)
    _rename(rng, setting, accounts, taken)
    for account in rng.sample(accounts, max(1, len(accounts) // 30)):
        parent = rng.choice(accounts)
        if parent is not account and parent.segment != "SMB":
            account.parent_id = parent.id
    return accounts


def _account(rng: Random, number: int, setting: Setting, staff: list[Staff], taken: set[str]) -> Account:
    country = weighted(rng, [(code, facts[4]) for code, facts in COUNTRIES.items()])
    country = _SPEAKERS.get(number, country)
    region, culture, language, currency, _ = COUNTRIES[country]
    industry = rng.choice(list(INDUSTRIES))
    segment = weighted(rng, SEGMENTS)
    low, high = _EMPLOYEES[segment]
    employees = int(low * (high / low) ** rng.random())
    name, domain = company_name(rng, INDUSTRIES[industry], country, taken)
    noun = name.split()[1].lower() if rng.random() < 0.5 else industry.lower()
    slogan = rng.choice(_SLOGANS).format(year=rng.randrange(1931, 2015), noun=noun)
    success = rng.gauss(0.1, 1.0)
    plan = weighted(rng, _PLANS[segment])
    return Account(
        id=f"A-{10000 + number * 7 + rng.randrange(7)}",
        name=name,
        domain=domain,
        industry=industry,
        segment=segment,
        country=country,
        region=region,
        culture=culture,
        language=language,
        employees=employees,
        currency=currency,
        started_on=_first_day(rng, setting),
        owner=rng.choice(team(staff, "csm")),
        success=success,
        relation=0.45 * success + rng.gauss(0.0, 0.9),
        drift=rng.gauss(0.1, 0.7),
        slogan=slogan,
        plan=plan,
    )


def _first_day(rng: Random, setting: Setting) -> date:
    if rng.random() < 0.68:
        return setting.start - timedelta(days=int(rng.expovariate(1 / 700)) + 5)
    return setting.start + timedelta(days=rng.randrange(10, max(11, setting.days - 45)))


def _set_fires(rng: Random, accounts: list[Account]) -> None:
    """Hand out the fires; a big account gets the usage drop, because that hold needs ten active people."""
    order = rng.sample(accounts, len(accounts))
    position = 0
    for situation, share in SITUATIONS.items():
        count = max(1, round(share * len(accounts)))
        if situation == "usage_drop":
            for account in sorted(accounts, key=lambda one: -one.employees)[:count]:
                account.situations.add(situation)
            continue
        for _ in range(count):
            account = order[position % len(order)]
            account.situations.add(situation)
            position += 1
    for account in accounts:
        if account.situations & {"complaint", "detractor", "churn_notice"}:
            account.success -= 0.6


def _rename(rng: Random, setting: Setting, accounts: list[Account], taken: set[str]) -> None:
    """Some companies change their name and domain during the history: no job change for anybody."""
    old = [one for one in accounts if one.started_on < setting.start]
    for account in rng.sample(old, min(len(old), max(1, len(accounts) // 40))):
        name, domain = company_name(rng, INDUSTRIES[account.industry], account.country, taken)
        account.old_name, account.old_domain = name, domain
        account.renamed_on = setting.start + timedelta(days=rng.randrange(60, max(61, setting.days - 60)))


def make_prospects(setting: Setting) -> list[Row]:
    """Companies that are in a sales process now; they stand in the CRM with status prospect."""
    rng = stream(setting.seed, "prospects")
    taken: set[str] = set()
    rows: list[Row] = []
    for number in range(max(2, setting.accounts // 14)):
        country = weighted(rng, [(code, facts[4]) for code, facts in COUNTRIES.items()])
        industry = rng.choice(list(INDUSTRIES))
        name, domain = company_name(rng, INDUSTRIES[industry], country, taken)
        domain = domain.replace(".example", ".test")
        rows.append(
            {
                "account_id": f"P-{2000 + number * 3}",
                "name": name,
                "domains": [domain],
                "industry": industry,
                "segment": weighted(rng, SEGMENTS),
                "country": country,
                "region": COUNTRIES[country][0],
                "employees": int(20 * 500 ** rng.random()),
                "currency": COUNTRIES[country][3],
                "status": "prospect",
            }
        )
    return rows


def plan_after(plan: str, step: int) -> str:
    """The plan one step up or down, or the same at either end."""
    return PLANS[min(len(PLANS) - 1, max(0, PLANS.index(plan) + step))]
