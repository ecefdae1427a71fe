"""Product events: who used which feature when, drawn for all people and days at once."""

import zlib
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from goodword.sample.catalogue import FEATURES, ZONES, opened_by
from goodword.sample.chance import dice
from goodword.sample.world import Contact, Row, Setting, World

_OFFSET = {"America": 6.0, "Asia": -6.0, "Australia": -10.0, "Africa": -1.0, "Europe": -1.0}
_POPULAR = {"dashboard": 3.0, "approval_flows": 2.2, "search": 1.6, "invoice_matching": 1.8, "close_checklist": 1.5}


@dataclass(frozen=True, slots=True)
class Events:
    """Product events as columns; `person` indexes `keys`, `feature` indexes `FEATURES`."""

    seconds: NDArray[np.int64]
    person: NDArray[np.int32]
    feature: NDArray[np.int64]
    count: NDArray[np.int64]
    keys: list[str]
    accounts: list[str]

    def table(self) -> pa.Table:
        """The events as an Arrow table with the record table's column names."""
        people = pa.array(self.person, pa.int32())
        at = pa.array(self.seconds * 1_000_000, pa.int64()).cast(pa.timestamp("us"))
        numbers = pa.array(range(7_000_000, 7_000_000 + len(self.person)), pa.int64()).cast(pa.string())
        ids = pc.replace_substring_regex(numbers, "^", "ev-", max_replacements=1)
        return pa.table(
            {
                "event_id": ids,
                "at": at,
                "account_id": pc.take(pa.array(self.accounts), people),
                "person_key": pc.take(pa.array(self.keys), people),
                "feature": pc.take(pa.array(list(FEATURES)), pa.array(self.feature, pa.int64())),
                "count": pa.array(self.count, pa.int64()),
            }
        )


def make_usage(world: World) -> Events:
    """All product events of the history, in order of time."""
    setting = world.setting
    rng = dice(setting.seed, "usage")
    users = [c for c in world.contacts if not c.twin]
    chance = _day_odds(rng, setting, users)
    active = np.nonzero(rng.random(chance.shape) < chance)
    who, day = active[0].astype(np.int32), active[1].astype(np.int64)
    uses = 1 + rng.poisson(_appetite(users)[who])
    who, day = np.repeat(who, uses), np.repeat(day, uses)
    feature = _features(rng, setting, users, who, day)
    order = np.unique((who.astype(np.int64) * setting.days + day) * len(FEATURES) + feature)
    feature = order % len(FEATURES)
    day = (order // len(FEATURES)) % setting.days
    who = (order // (len(FEATURES) * setting.days)).astype(np.int32)
    seconds = _moments(rng, setting, users, who, day)
    count = rng.geometric(0.45, len(who)).astype(np.int64)
    by_time = np.lexsort((feature, who, seconds))
    return Events(
        seconds[by_time],
        who[by_time],
        feature[by_time],
        count[by_time],
        [c.key for c in users],
        [c.account.id for c in users],
    )


def _calendar(setting: Setting) -> list[date]:
    return [setting.start + timedelta(days=number) for number in range(setting.days)]


def _rhythm(setting: Setting) -> NDArray[np.float64]:
    """Log-odds that a day adds for everybody: week-ends, holidays, month ends, the summer."""
    values = []
    for day in _calendar(setting):
        value = 0.0 if day.weekday() < 5 else -3.6
        value += 0.45 if day.day <= 5 or day.day >= 28 else 0.0
        value -= 0.5 if day.month == 8 else 0.0
        if (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 2):
            value -= 2.2
        values.append(value)
    return np.array(values)


def _day_odds(rng: np.random.Generator, setting: Setting, users: list[Contact]) -> NDArray[np.float64]:
    """P(active) for every person and day, shape (people, days)."""
    days = np.arange(setting.days)
    level = np.array([c.intensity for c in users])[:, None] + _rhythm(setting)[None, :]
    level += rng.normal(0, 0.25, (len(users), 1)) * np.sin(days / 46.0 + rng.random((len(users), 1)) * 6.3)
    first, last = _bounds(setting, users)
    tenure = np.clip((days[None, :] - first[:, None]) / 60.0, 0.0, 1.0)
    level += -1.5 * (1.0 - tenure)
    drift = np.array([c.account.drift for c in users])
    level += 0.35 * drift[:, None] * (days[None, :] / setting.days - 0.5)
    odds = 1.0 / (1.0 + np.exp(-level))
    odds[(days[None, :] < first[:, None]) | (days[None, :] > last[:, None])] = 0.0
    for number, contact in enumerate(users):
        if "usage_drop" in contact.account.situations:
            keep = zlib.crc32(contact.key.encode()) % 100 < 45
            odds[number, -45:-30] = np.maximum(odds[number, -45:-30], 0.25)
            odds[number, -60:-45] = np.maximum(odds[number, -60:-45], 0.25)
            odds[number, -29:] *= 0.7 if keep else 0.0
        elif "churn_notice" in contact.account.situations:
            odds[number, -60:] *= 0.5
    return np.asarray(odds, dtype=np.float64)


def _bounds(setting: Setting, users: list[Contact]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last day number of each person's access."""
    first, last = [], []
    for contact in users:
        account = contact.account
        begin = max(contact.joined, account.started_on)
        end = min(contact.left or setting.today, account.ended_on or setting.today)
        first.append((begin - setting.start).days)
        last.append((end - setting.start).days)
    return np.array(first), np.array(last)


def _appetite(users: list[Contact]) -> NDArray[np.float64]:
    """Mean number of further features a person touches on an active day."""
    return np.array(
        [0.5 + 0.9 / (1 + np.exp(-c.human.expertise)) + (0.3 if c.level == "manager" else 0) for c in users]
    )


def _features(
    rng: np.random.Generator, setting: Setting, users: list[Contact], who: NDArray[np.int32], day: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The feature of each event: a person's own taste, among what the plan opens on that day."""
    names = list(FEATURES)
    base = np.array([_POPULAR.get(name, 1.0) for name in names])
    breadth = np.array([0.55 + 0.25 * c.human.expertise for c in users])
    taste = base * np.exp(rng.normal(0, 1, (len(users), len(names))) * np.clip(1.5 - breadth, 0.35, 2.4)[:, None])
    allowed = np.zeros((len(users), 2, len(names)), dtype=bool)
    switch = np.full(len(users), 10**6)
    for number, contact in enumerate(users):
        plans = contact.account.plans
        allowed[number, 0] = np.isin(names, opened_by(plans[0][1]))
        allowed[number, 1] = np.isin(names, opened_by(plans[-1][1]))
        if len(plans) > 1:
            switch[number] = (plans[-1][0] - setting.start).days
    weights = taste[:, None, :] * allowed
    ladder = np.cumsum(weights / weights.sum(axis=2, keepdims=True), axis=2).astype(np.float32)
    later = (day >= switch[who]).astype(np.int64)
    draw = rng.random(len(who), dtype=np.float32)
    rung = np.zeros(len(who), dtype=np.int64)
    for number in range(len(names) - 1):
        rung += draw > ladder[who, later, number]
    return rung


def _moments(
    rng: np.random.Generator, setting: Setting, users: list[Contact], who: NDArray[np.int32], day: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Seconds since 1970 (UTC) of each event, in the working hours of the person's zone."""
    offset = np.array([_OFFSET[ZONES[c.account.country].split("/")[0]] for c in users])
    hour = np.clip(rng.normal(13.0, 2.4, len(who)), 6.5, 20.5) + offset[who]
    start = (setting.start - date(1970, 1, 1)).days
    last = (setting.today - date(1970, 1, 1)).days * 86400 + 86399
    seconds = ((start + day) * 86400 + hour * 3600).astype(np.int64)
    return np.asarray(np.minimum(seconds, last), dtype=np.int64)


def feature_rows() -> list[Row]:
    """Which plan opens which feature, as the product's own list has it: one row for each pair."""
    rows: list[Row] = []
    for plan in ("Essential", "Professional", "Enterprise"):
        rows += [{"feature": name, "plan": plan, "area": FEATURES[name][0]} for name in opened_by(plan)]
    return rows
