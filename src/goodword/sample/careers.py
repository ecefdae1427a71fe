"""Careers: people who move between customers, stand in the CRM twice, opt out; and employment spells as bought in."""

from datetime import date, timedelta
from random import Random

from goodword.sample.chance import stream
from goodword.sample.names import address, ascii_form
from goodword.sample.people import add_contact, make_contact
from goodword.sample.world import Account, Contact, Row, Setting, World, day_between

_NEXT_LEVEL = {"analyst": "specialist", "specialist": "manager", "manager": "executive", "executive": "executive"}
_ELSEWHERE = ("Plumworth Group", "Garrowby Holdings", "Ostmark Works", "Sellafino Group", "Tarrington Holdings")


def make_careers(world: World) -> None:
    """Moves, double entries, opt-outs and employment spells."""
    seed = world.setting.seed
    _move_people(stream(seed, "moves"), world)
    _double_entries(stream(seed, "double entries"), world)
    _opt_out(stream(seed, "opt-outs"), world)
    _employments(stream(seed, "employments"), world)


def _move_people(rng: Random, world: World) -> None:
    """People change from one customer to another; half of them bring the vendor to a company that buys after."""
    setting = world.setting
    young = [a for a in world.accounts if a.started_on > setting.start + timedelta(days=120) and not a.ended_on]
    settled = [a for a in world.accounts if not a.ended_on]
    movers = [c for c in world.contacts if c.account.started_on < setting.start and c.left is None]
    rng.shuffle(movers)
    movers.sort(key=lambda contact: contact.human.openness + contact.account.success <= 0)
    wanted = max(3, len(world.accounts) // 10)
    for contact in movers:
        if len(world.moves) >= wanted:
            return
        repeat = len(world.moves) % 2 == 0 and bool(young)
        _try_move(rng, world, contact, rng.choice(young if repeat else settled), repeat=repeat)


def _try_move(rng: Random, world: World, contact: Contact, target: Account, *, repeat: bool) -> None:
    """The move, unless the days do not allow it."""
    joined = _moving_day(rng, world.setting, target, repeat=repeat)
    earliest = max(contact.joined, contact.account.started_on, world.setting.start - timedelta(days=300))
    if target is contact.account or joined <= earliest + timedelta(days=60):
        return
    contact.left = joined - timedelta(days=rng.randrange(1, 40))
    level = contact.level if rng.random() < 0.6 else _NEXT_LEVEL[contact.level]
    fresh = make_contact(rng, world, contact.human, target, level=level, joined=joined)
    fresh.left, fresh.intensity = None, max(fresh.intensity, -1.2)
    add_contact(world, fresh)
    world.moves.append(
        {
            "true_person_id": contact.human.id,
            "from_key": contact.key,
            "to_key": fresh.key,
            "from_account_id": contact.account.id,
            "to_account_id": target.id,
            "moved_on": joined,
            "brought_us": repeat,
        }
    )


def _moving_day(rng: Random, setting: Setting, target: Account, *, repeat: bool) -> date:
    if repeat:
        return target.started_on - timedelta(days=rng.randrange(40, 115))
    first = max(setting.start + timedelta(days=60), target.started_on)
    return day_between(rng, first, max(first, setting.today - timedelta(days=70)))


def _double_entries(rng: Random, world: World) -> None:
    """About two people in a hundred stand in the CRM twice: same address in capitals, or another address."""
    people = [c for c in world.contacts if c.left is None]
    for contact in rng.sample(people, max(3, len(people) // 50)):
        human = contact.human
        email = _other_address(rng, world, contact)
        twin = make_contact(rng, world, human, contact.account, level=contact.level, joined=contact.joined)
        twin.title, twin.department = contact.title, contact.department
        twin.email, twin.twin, twin.left, twin.intensity = email, True, None, -9.0
        twin.pays, twin.influence = None, None
        add_contact(world, twin)


def _other_address(rng: Random, world: World, contact: Contact) -> str:
    human, draw = contact.human, rng.random()
    if draw < 0.4:
        return contact.email.upper() if rng.random() < 0.5 else contact.email.title()
    if draw < 0.7:
        return f"{ascii_form(human.given)}{ascii_form(human.family)[0]}{rng.randrange(60, 99)}@example.net"
    return address(rng, human.given[:1], human.family, contact.account.domain, world.addresses)


def _opt_out(rng: Random, world: World) -> None:
    setting = world.setting
    for contact in world.contacts:
        wanted = "opted_out" in contact.account.situations and contact is world.by_account[contact.account.id][-1]
        if rng.random() < 0.008 or wanted:
            contact.opted_out_on = day_between(rng, max(setting.start, contact.joined), setting.today)


def _employments(rng: Random, world: World) -> None:
    """Employment spells as an enrichment service lists them: not for everybody, and with names beside ids."""
    rows: list[Row] = []
    moved = {str(move["to_key"]): str(move["from_key"]) for move in world.moves}
    by_key = {contact.key: contact for contact in world.contacts}
    for contact in world.contacts:
        if contact.twin or (contact.key not in moved and rng.random() > 0.55):
            continue
        if contact.account.renamed_on and contact.joined < contact.account.renamed_on:
            rows += _renamed_spells(contact)
            continue
        if contact.key in moved and rng.random() < 0.6:
            rows.append(_spell(by_key[moved[contact.key]], contact.key))
        elif contact.key not in moved and rng.random() < 0.1:
            rows.append(_earlier_spell(rng, contact))
        rows.append(_spell(contact, contact.key))
    world.tables["employments"] = rows


def _spell(contact: Contact, key: str) -> Row:
    return {
        "person_key": key,
        "account_id": contact.account.id,
        "company_name": contact.account.name,
        "title": contact.title,
        "started_on": contact.joined,
        "ended_on": contact.left,
    }


def _earlier_spell(rng: Random, contact: Contact) -> Row:
    """A job before this one, at a company that is no account."""
    ended = contact.joined - timedelta(days=rng.randrange(10, 90))
    return {
        "person_key": contact.key,
        "company_name": rng.choice(_ELSEWHERE),
        "title": contact.title,
        "started_on": ended - timedelta(days=rng.randrange(300, 2500)),
        "ended_on": ended,
    }


def _renamed_spells(contact: Contact) -> list[Row]:
    """The same job under the company's old and new name: looks like a move, and is none."""
    account = contact.account
    before, after = _spell(contact, contact.key), _spell(contact, contact.key)
    before |= {"account_id": None, "company_name": account.old_name, "ended_on": account.renamed_on}
    after |= {"started_on": account.renamed_on}
    return [before, after]
