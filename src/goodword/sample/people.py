"""People at the accounts: who works there, who decides, how much they use the product."""

from datetime import date, timedelta
from random import Random

from goodword.sample.catalogue import LEVELS, TITLES
from goodword.sample.chance import stream, weighted
from goodword.sample.names import address, person_name
from goodword.sample.world import KIND_ODDS, Account, Contact, Human, Setting, World, day_between

_SIZE = {"SMB": (3, 7), "Mid-market": (6, 12), "Enterprise": (11, 24)}


def make_people(world: World) -> None:
    """Everybody who was hired at every account; moves and double entries come after."""
    for account in world.accounts:
        rng = stream(world.setting.seed, f"people {account.id}")
        low, high = _SIZE[account.segment]
        for number in range(rng.randint(low, high)):
            human = _human(rng, len(world.humans), account)
            world.humans.append(human)
            level = "executive" if number == 0 else "manager" if number == 1 else weighted(rng, LEVELS)
            add_contact(world, make_contact(rng, world, human, account, level=level))


def add_contact(world: World, contact: Contact) -> None:
    """Enter a contact in the CRM."""
    contact.human.contacts.append(contact)
    world.contacts.append(contact)
    world.by_account.setdefault(contact.account.id, []).append(contact)


def _human(rng: Random, number: int, account: Account) -> Human:
    given, family = person_name(rng, account.culture)
    writes_own = account.language != "en" and rng.random() < 0.8
    return Human(
        id=f"H-{number + 1:05d}",
        given=given,
        family=family,
        culture=account.culture,
        language=account.language if writes_own else "en",
        openness=rng.gauss(0, 1),
        style=rng.gauss(0, 1),
        talk=rng.gauss(0, 1),
        expertise=rng.gauss(0, 1),
        stage=rng.gauss(0, 1),
        hidden=rng.gauss(0, 1),
        kind_noise={kind: rng.gauss(0, 1) for kind in KIND_ODDS},
    )


def make_contact(
    rng: Random, world: World, human: Human, account: Account, *, level: str, joined: date | None = None
) -> Contact:
    """A contact of a human at an account, with an address nobody has yet."""
    setting = world.setting
    department = rng.choice(list(TITLES[level]))
    if joined is None:
        joined = _joined(rng, account, setting)
    left = None
    if rng.random() < 0.07:
        first = max(joined, setting.start) + timedelta(days=45)
        left = day_between(rng, first, setting.today) if first < setting.today else None
    payer = level == "executive" or (level == "manager" and rng.random() < 0.25)
    influence = {"executive": "high", "manager": rng.choice(["high", "medium"]), "analyst": "low"}.get(level, "medium")
    own = rng.gauss(0, 1)
    return Contact(
        key=f"003{len(world.contacts) * 13 + 40021:07d}",
        human=human,
        account=account,
        email=address(rng, human.given, human.family, account.domain, world.addresses),
        title=rng.choice(TITLES[level][department]),
        level=level,
        department=department,
        joined=joined,
        left=left,
        pays=payer if rng.random() < 0.55 else None,
        influence=influence if rng.random() < 0.5 else None,
        intensity=_intensity(rng, level, own + account.success),
        own_success=own,
        phone=f"+1 555 01{rng.randrange(100):02d}" if rng.random() < 0.3 else None,
    )


def _intensity(rng: Random, level: str, success: float) -> float:
    """Log-odds of using the product on a working day: mostly the job, a little the success, much chance."""
    job = {"executive": -2.6, "manager": -1.3, "specialist": -0.5, "analyst": -0.3}[level]
    return job + 0.16 * success + rng.gauss(0, 0.9) - (1.6 if rng.random() < 0.15 else 0.0)


def _joined(rng: Random, account: Account, setting: Setting) -> date:
    if rng.random() < 0.75:
        return account.started_on - timedelta(days=rng.randrange(20, 1800))
    last = max(account.started_on, setting.today - timedelta(days=40))
    return day_between(rng, account.started_on, last)
