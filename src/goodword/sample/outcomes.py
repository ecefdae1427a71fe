"""Success plans: the goals customers bought for, and where they stand."""

from datetime import timedelta
from random import Random

from goodword.sample.chance import sigmoid, stream
from goodword.sample.world import Account, Row, World

type Goal = tuple[str, str, str, int, int, bool]

# goal, metric, unit, least and most at the start, whether less is better
_GOALS: tuple[Goal, ...] = (
    ("Close the books faster", "days to close", "days", 8, 22, True),
    ("Approve invoices without delay", "approval time", "hours", 24, 140, True),
    ("Stop paying twice", "duplicate payments a year", "payments", 8, 90, True),
    ("Let invoices run through untouched", "touchless rate", "%", 15, 50, False),
    ("Forecast closer to what comes", "forecast error", "%", 8, 30, True),
    ("Get budgets in on time", "budgets on time", "%", 30, 65, False),
    ("Spend less on the audit", "audit questions", "questions", 20, 160, True),
    ("Bring suppliers into the portal", "suppliers in portal", "%", 5, 35, False),
)


def make_outcomes(world: World) -> list[Row]:
    """One to three goals for about three accounts in four."""
    rows: list[Row] = []
    for account in world.accounts:
        rng = stream(world.setting.seed, f"outcomes {account.id}")
        if rng.random() < 0.75:
            rows += [_goal(rng, world, account, goal) for goal in rng.sample(_GOALS, rng.choice([1, 1, 2, 3]))]
    for number, row in enumerate(rows):
        row["outcome_id"] = f"SP-{number + 301}"
    return rows


def _goal(rng: Random, world: World, account: Account, chosen: Goal) -> Row:
    goal, metric, unit, low, high, less = chosen
    baseline = rng.randint(low, high)
    target = round(baseline * rng.uniform(0.25, 0.6)) if less else min(97, round(baseline + rng.uniform(20, 50)))
    last = min(world.setting.today, account.ended_on or world.setting.today)
    first = max(world.setting.start, account.started_on)
    measured = last - timedelta(days=rng.randrange(min(120, max(1, (last - first).days + 1))))
    progress = sigmoid(0.4 + 1.1 * account.success_on(measured, world.setting) + rng.gauss(0, 0.6)) * 1.15
    return {
        "account_id": account.id,
        "goal": goal,
        "metric": metric,
        "unit": unit,
        "baseline": baseline,
        "target": target,
        "current": round(baseline + (target - baseline) * progress, 1),
        "measured_on": measured if rng.random() < 0.93 else None,
    }
