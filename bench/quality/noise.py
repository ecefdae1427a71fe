"""Negative control: two data sets whose outcomes were drawn at random. Who finds a signal in them, leaks.

Time is the leak that both invite. In one, deals that stay open longer are won more often and the file starts in the
middle of things, so whatever moves with the calendar seems to predict. In the other, a churn day is drawn between
sign-up and the end of the file, so whatever grows with an account's age does. Predictors are therefore computed from
what was known on the day, and compared only among deals opened in the same month, or accounts that signed up in the
same quarter. Beside each stands the unmatched area, without a target, and one figure shows what a leak looks like here.
"""

import csv
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, Interval, Labels, auc_interval, matched_auc, skipped

type Rows = list[dict[str, str]]

CHURN, WON = "ravenstack_saas", "maven_crm"
CUT = date(2024, 7, 1)  # leaves the data set's last half-year to come
PRIOR = 20  # a past win rate counts as if so many deals at the usual rate had come before


def figures(data: Data) -> list[Figure]:
    """The area of each simple predictor for churn and for won deals."""
    found: list[Figure] = []
    for name, measure in ((CHURN, _churn), (WON, _won)):
        folder = data.find(name)
        left_out = skipped(f"{name}: AUC of simple predictors", name, data.why_not())
        found += [left_out] if folder is None else measure(folder)
    return found


def _controls(
    outcome: str, name: str, predictors: Mapping[str, Floats], label: Labels, stratum: list[str]
) -> list[Figure]:
    """A figure a predictor; intervals are widened so that all of them hold together in 95 % of samples (Bonferroni)."""
    count = len(predictors)
    note, level = f"{name}, joint 95 % of {count}", 1 - 0.05 / count
    found = []
    for predictor, score in predictors.items():
        title = f"{outcome} by {predictor}: AUC"
        found.append(_control(title, note, matched_auc(score, label, stratum, level), label.size))
        found.append(_unmatched(f"{title}, unmatched in time", note, auc_interval(score, label, level), label.size))
    return found


def _unmatched(name: str, note: str, found: Interval, n: int) -> Figure:
    """The same without matching, shown so that everybody sees what matching changes; it has no target."""
    return Figure(name, note, n, found.value, found.low, found.high, 0.5)


def _control(name: str, note: str, found: Interval, n: int) -> Figure:
    met = found.low <= 0.5 <= found.high
    return Figure(name, note, n, found.value, found.low, found.high, 0.5, "interval includes .5", met=met)


def _churn(folder: Path) -> list[Figure]:
    churned: dict[str, list[date]] = defaultdict(list)
    for row in _rows(folder / "ravenstack_churn_events.csv"):
        churned[row["account_id"]].append(_european(row["churn_date"]))
    accounts = [
        row
        for row in _rows(folder / "ravenstack_accounts.csv")
        if _european(row["signup_date"]) < CUT and not any(day < CUT for day in churned[row["account_id"]])
    ]
    label = np.array([bool(churned[row["account_id"]]) for row in accounts])
    signed_up = [_european(row["signup_date"]) for row in accounts]
    quarter = [f"{day.year} {(day.month - 1) // 3}" for day in signed_up]
    predictors = _usage_before(folder, accounts) | _tickets_before(folder, accounts) | _revenue_before(folder, accounts)
    predictors["seats"] = _floats(row["seats"] for row in accounts)
    predictors["days since sign-up"] = np.array([float((CUT - day).days) for day in signed_up])
    return _controls("churn", CHURN, predictors, label, quarter)


def _usage_before(folder: Path, accounts: Rows) -> dict[str, Floats]:
    owner = {row["subscription_id"]: row["account_id"] for row in _rows(folder / "ravenstack_subscriptions.csv")}
    uses: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    breadth: dict[str, set[str]] = defaultdict(set)
    latest: dict[str, date] = {}
    for row in _rows(folder / "ravenstack_feature_usage.csv"):
        day, account = _european(row["usage_date"]), owner[row["subscription_id"]]
        if day < CUT:
            uses[account] += int(row["usage_count"])
            errors[account] += int(row["error_count"])
            breadth[account].add(row["feature_name"])
            latest[account] = max(day, latest.get(account, day))
    ids = [row["account_id"] for row in accounts]
    return {
        "uses": np.array([float(uses[one]) for one in ids]),
        "features used": np.array([float(len(breadth[one])) for one in ids]),
        "errors": np.array([float(errors[one]) for one in ids]),
        "latest use": np.array([float(latest[one].toordinal()) if one in latest else 0.0 for one in ids]),
    }


def _tickets_before(folder: Path, accounts: Rows) -> dict[str, Floats]:
    tickets: Counter[str] = Counter()
    urgent: Counter[str] = Counter()
    scores: dict[str, list[float]] = defaultdict(list)
    for row in _rows(folder / "ravenstack_supports_ticket.csv"):
        # Its answer and score are known once it is closed.
        if _european(row["submitted_at"]) < CUT:
            tickets[row["account_id"]] += 1
            urgent[row["account_id"]] += row["priority"] in {"high", "urgent"}
        if row["satisfaction_score"] and _european(row["closed_at"]) < CUT:
            scores[row["account_id"]].append(float(row["satisfaction_score"]))
    usual = float(np.mean([score for some in scores.values() for score in some]))
    ids = [row["account_id"] for row in accounts]
    return {
        "tickets": np.array([float(tickets[one]) for one in ids]),
        "urgent and high tickets": np.array([float(urgent[one]) for one in ids]),
        "satisfaction": np.array([float(np.mean(scores[one])) if scores[one] else usual for one in ids]),
    }


def _revenue_before(folder: Path, accounts: Rows) -> dict[str, Floats]:
    revenue: Counter[str] = Counter()
    subscriptions: Counter[str] = Counter()
    for row in _rows(folder / "ravenstack_subscriptions.csv"):
        if _european(row["start_date"]) < CUT:
            revenue[row["account_id"]] += int(row["mrr_amount"])
            subscriptions[row["account_id"]] += 1
    ids = [row["account_id"] for row in accounts]
    return {
        "revenue": np.array([float(revenue[one]) for one in ids]),
        "subscriptions": np.array([float(subscriptions[one]) for one in ids]),
    }


def _won(folder: Path) -> list[Figure]:
    deals = [row for row in _rows(folder / "sales_pipeline.csv") if row["deal_stage"] in {"Won", "Lost"}]
    accounts = {row["account"]: row for row in _rows(folder / "accounts.csv")}
    prices = {row["product"].replace(" ", ""): row["sales_price"] for row in _rows(folder / "products.csv")}
    label = np.array([row["deal_stage"] == "Won" for row in deals])
    opened = [_american(row["engage_date"]) for row in deals]
    month = [f"{day:%Y-%m}" for day in opened]
    predictors = {
        "the buyer's revenue": _floats(accounts[row["account"]]["revenue"] for row in deals),
        "the buyer's employees": _floats(accounts[row["account"]]["employees"] for row in deals),
        "the buyer's year of foundation": _floats(accounts[row["account"]]["year_established"] for row in deals),
        # One product is spelled in two ways.
        "list price": _floats(prices[row["product"].replace(" ", "")] for row in deals),
        "the rep's wins before": _wins_before(deals, "sales_agent"),
        "the buyer's wins before": _wins_before(deals, "account"),
        "the product's wins before": _wins_before(deals, "product"),
    }
    found = _controls("deal won", WON, predictors, label, month)
    days = np.array([float((_american(row["close_date"]) - day).days) for row, day in zip(deals, opened, strict=True)])
    leak = matched_auc(days, label, month)
    note = f"{WON}, a leak on purpose"
    return [
        *found,
        Figure("deal won by days until closing: AUC", note, label.size, leak.value, leak.low, leak.high, 0.5),
    ]


def _wins_before(deals: Rows, column: str) -> Floats:
    """The share of wins among deals closed before each was opened, less the share among all closed by then."""
    closed = sorted((_american(row["close_date"]), row[column], row["deal_stage"] == "Won") for row in deals)
    everything = _Past([(day, won) for day, _, won in closed])
    single: dict[str, list[tuple[date, bool]]] = defaultdict(list)
    for day, name, won in closed:
        single[name].append((day, won))
    pasts = {name: _Past(events) for name, events in single.items()}
    scores = []
    for row in deals:
        day = _american(row["engage_date"])
        wins, count = everything.before(day)
        usual = wins / count if count else 0.5
        wins, count = pasts[row[column]].before(day)
        scores.append((wins + PRIOR * usual) / (count + PRIOR) - usual)
    return np.array(scores)


class _Past:
    """Dated wins and losses, counted up to any day."""

    def __init__(self, events: list[tuple[date, bool]]) -> None:
        self._days = [day for day, _ in events]
        self._wins = np.concatenate([[0], np.cumsum([won for _, won in events])])

    def before(self, day: date) -> tuple[int, int]:
        """Wins, and all events, before the day."""
        count = bisect_left(self._days, day)
        return int(self._wins[count]), count


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _floats(texts: Iterable[str]) -> Floats:
    return np.array([float(text) for text in texts])


def _european(text: str) -> date:
    return datetime.strptime(text[:10], "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone


def _american(text: str) -> date:
    return datetime.strptime(text, "%m/%d/%Y").date()  # noqa: DTZ007 - a day has no zone
