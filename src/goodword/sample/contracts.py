"""Contracts: first year, renewals, growth, shrinking and the end; and what they do to plan, ARR and status."""

from datetime import date, timedelta
from random import Random

from goodword.sample.accounts import plan_after, team
from goodword.sample.catalogue import PRODUCTS, SEAT_PRICE
from goodword.sample.chance import sigmoid, stream
from goodword.sample.world import Account, Row, Setting, World


def sign_contracts(world: World) -> None:
    """Sign every account's contracts up to today and write its history."""
    contracts: list[Row] = []
    history: list[Row] = []
    owners = team(world.staff, "csm")
    for account in world.accounts:
        rng = stream(world.setting.seed, f"contracts {account.id}")
        _Ledger(rng, account, world.setting).run()
        account.contracts.sort(key=lambda row: (str(row["signed_on"]), str(row["contract_id"])))
        contracts += account.contracts
        history += _history(rng, account, world.setting)
        changed = world.setting.start + timedelta(days=rng.randrange(30, max(31, world.setting.days - 30)))
        if rng.random() < 0.15 and account.active_on(changed - timedelta(days=1)):
            history.append(_change(account, "owner_email", rng.choice(owners).email, account.started_on))
            history.append(_change(account, "owner_email", account.owner.email, changed))
        _health(rng, account, world.setting)
    world.tables["contracts"] = contracts
    world.tables["account_history"] = history


def _health(rng: Random, account: Account, setting: Setting) -> None:
    if rng.random() < 0.9:
        score = 62 + 14 * account.success_on(setting.today, setting) + rng.gauss(0, 14)
        account.health = int(min(100, max(3, score)))


def _change(account: Account, field: str, value: str, day: date) -> Row:
    return {"account_id": account.id, "field": field, "value": value, "valid_from": day}


def _history(rng: Random, account: Account, setting: Setting) -> list[Row]:
    rows = [_change(account, "plan", plan, day) for day, plan in account.plans]
    last = None
    for contract in account.contracts:
        day, arr = contract["starts_on"], contract["arr"]
        if isinstance(day, date) and arr != last and contract["kind"] != "churn" and day <= setting.today:
            rows.append(_change(account, "arr", str(arr), day))
            last = arr
    rows.append(_change(account, "status", "active", account.started_on))
    if account.ended_on:
        rows.append(_change(account, "status", "churned", account.ended_on + timedelta(days=1)))
    if account.renamed_on and account.old_name and account.old_domain:
        rows.append(_change(account, "name", account.old_name, account.started_on))
        rows.append(_change(account, "domain", account.old_domain, account.started_on))
        rows.append(_change(account, "name", account.name, account.renamed_on))
        day = account.renamed_on + timedelta(days=rng.randrange(0, 12))
        rows.append(_change(account, "domain", account.domain, day))
    return rows


class _Ledger:
    """One account's contracts, signed year by year."""

    def __init__(self, rng: Random, account: Account, setting: Setting) -> None:
        self.rng, self.account, self.setting = rng, account, setting
        base = {"SMB": 7, "Mid-market": 30, "Enterprise": 120}[account.segment]
        self.seats = max(3, int(base * (0.6 + 0.9 * rng.random())))
        self.plan = account.plan
        self.product = rng.choice(PRODUCTS)
        self.arr = self._price()
        account.plans = [(account.started_on, self.plan)]

    def _price(self) -> int:
        return int(self.seats * SEAT_PRICE[self.plan] * (0.85 + 0.3 * self.rng.random())) // 100 * 100

    def _sign(self, kind: str, signed: date, starts: date, ends: date | None, product: str | None = None) -> None:
        self.account.contracts.append(
            {
                "contract_id": f"C{self.account.id[2:]}-{len(self.account.contracts) + 1:02d}",
                "account_id": self.account.id,
                "kind": kind,
                "signed_on": signed,
                "starts_on": starts,
                "ends_on": ends,
                "arr": 0 if kind == "churn" else self.arr,
                "currency": self.account.currency,
                "product": product or self.product,
            }
        )

    def run(self) -> None:
        """Sign until today lies inside a term, or the account ends."""
        account, today = self.account, self.setting.today
        self._place_anniversary()
        starts = account.started_on
        ends = starts + timedelta(days=364)
        self._sign("new", starts - timedelta(days=self.rng.randrange(0, 15)), starts, ends)
        while True:
            self._grow_within(starts, min(ends, today))
            notice = ends - timedelta(days=self.rng.randrange(4, 50))
            if "ending" in account.situations and ends > today:
                break
            if notice > today:
                break
            if self._leaves(ends):
                self._sign("churn", notice, ends, ends)
                account.ended_on = ends if ends < today else None
                break
            starts, ends = ends + timedelta(days=1), ends + timedelta(days=365)
            self._renew(notice, starts, ends)
        self._last_notices(ends)
        account.plan, account.arr = self.plan, self.arr
        account.status = "churned" if account.ended_on else "active"
        if account.ended_on:
            account.arr = 0

    def _place_anniversary(self) -> None:
        """Fires that need a term ending soon, or a fresh renewal, move the first day accordingly."""
        account, today = self.account, self.setting.today
        wanted = None
        if account.situations & {"ending", "churn_notice"}:
            wanted = today + timedelta(days=self.rng.randrange(8, 44))
        elif "fresh_growth" in account.situations:
            wanted = today - timedelta(days=self.rng.randrange(10, 90))
        if wanted is None:
            return
        years = max(1, round((wanted - account.started_on).days / 365))
        account.started_on = wanted - timedelta(days=365 * years - 1)
        account.plans = [(account.started_on, self.plan)]

    def _leaves(self, day: date) -> bool:
        if "fresh_growth" in self.account.situations:
            return False
        if "ending" in self.account.situations and day <= self.setting.today:
            return False
        if "churn_notice" in self.account.situations:
            return day > self.setting.today
        if self.account.situations:
            return False
        return self.rng.random() < sigmoid(-2.0 - 1.0 * self.account.success_on(day, self.setting))

    def _renew(self, signed: date, starts: date, ends: date) -> None:
        success = self.account.success_on(starts, self.setting)
        draw = self.rng.random()
        kind = "renewal"
        if draw < sigmoid(-0.6 + 0.6 * success) or "fresh_growth" in self.account.situations:
            self.seats = int(self.seats * (1.05 + 0.2 * self.rng.random())) + 1
            self.arr = int(self.arr * (1.04 + 0.22 * self.rng.random())) // 100 * 100 + 100
            if self.rng.random() < 0.2:
                self._new_plan(plan_after(self.plan, 1), starts)
        elif draw > 1 - sigmoid(-2.6 - 0.7 * success):
            kind = "contraction"
            self.arr = int(self.arr * (0.55 + 0.35 * self.rng.random())) // 100 * 100
        self._sign(kind, signed, starts, ends)

    def _new_plan(self, plan: str, day: date) -> None:
        if plan != self.plan:
            self.plan = plan
            self.account.plans.append((day, plan))

    def _grow_within(self, starts: date, until: date) -> None:
        """An expansion in the middle of a term: more seats, or a further product."""
        if (until - starts).days < 60:
            return
        chance = sigmoid(-1.7 + 0.9 * self.account.success_on(starts, self.setting))
        if self.rng.random() < chance:
            day = starts + timedelta(days=self.rng.randrange(45, (until - starts).days))
            self.seats += max(1, int(self.seats * (0.1 + 0.3 * self.rng.random())))
            self.arr = int(self.arr * (1.08 + 0.25 * self.rng.random())) // 100 * 100
            product = self.product if self.rng.random() < 0.6 else self.rng.choice(PRODUCTS)
            self._sign("expansion", day, day, starts + timedelta(days=364), product)

    def _last_notices(self, ends: date) -> None:
        """Notices given shortly before today whose term has not ended yet."""
        account, today = self.account, self.setting.today
        signed = today - timedelta(days=self.rng.randrange(3, 25))
        if "churn_notice" in account.situations and ends > today:
            self._sign("churn", signed, ends, ends)
        if "contraction_notice" in account.situations and ends > today:
            current, self.arr = self.arr, int(self.arr * 0.7) // 100 * 100
            self._sign("contraction", signed, ends + timedelta(days=1), ends + timedelta(days=365))
            self.arr = current
