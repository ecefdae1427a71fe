"""Sales opportunities: their hidden quality, the stages they reach, where a reference was used, and how they ended."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goodword.sample.accounts import team
from goodword.sample.catalogue import (
    COMPETITORS,
    COUNTRIES,
    INDUSTRIES,
    PRODUCTS,
    SEGMENTS,
    STAGES,
    USE_CASES,
)
from goodword.sample.chance import sigmoid, stream, weighted
from goodword.sample.names import company_name
from goodword.sample.world import Account, Row, World, day_between


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference call that a rep arranged for a deal."""

    deal_id: str
    industry: str
    on: date


class Pipeline:
    """All deals. The reference effect touches nothing but the final draw of deals that used a reference."""

    def __init__(self, world: World) -> None:
        self.world, self.setting = world, world.setting
        self.deals: list[Row] = []
        self.stages: list[Row] = []
        self.references: list[Reference] = []
        self.reps = team(world.staff, "rep")

    def run(self) -> None:
        """Fill the deals, deal_stages and deals_truth of the world."""
        rng = stream(self.setting.seed, "deals")
        taken: set[str] = {account.domain for account in self.world.accounts}
        for _ in range(max(12, int(2.4 * self.setting.accounts * self.setting.months / 24))):
            self._new_business(rng, self._buyer(rng, taken))
        for prospect in self.world.prospects:
            self._open_deal(rng, prospect)
        for account in self.world.accounts:
            self._expansions(stream(self.setting.seed, f"expansion deals {account.id}"), account)
        self.world.tables["deals"] = self.deals
        self.world.tables["deal_stages"] = self.stages

    def _buyer(self, rng: Random, taken: set[str]) -> Row:
        industry = rng.choice(list(INDUSTRIES))
        country = weighted(rng, [(code, facts[4]) for code, facts in COUNTRIES.items()])
        name, domain = company_name(rng, INDUSTRIES[industry], country, taken)
        segment = weighted(rng, SEGMENTS)
        employees = int({"SMB": 60, "Mid-market": 500, "Enterprise": 4000}[segment] * (0.5 + rng.random()))
        region, currency = COUNTRIES[country][0], COUNTRIES[country][3]
        return {
            "prospect_name": name,
            "prospect_domain": domain,
            "industry": industry,
            "employees": employees,
            "region": region,
            "currency": currency,
        }

    def _deal(self, rng: Random, buyer: Row, created: date) -> Row:
        employees = buyer["employees"]
        seats = 4 + (employees if isinstance(employees, int) else 100) ** 0.62
        row: Row = {
            "deal_id": f"006{len(self.deals) * 11 + 50210:07d}",
            "stage": "discovery",
            "outcome": "open",
            "amount": int(seats * 900 * (0.7 + 0.7 * rng.random())) // 100 * 100,
            "created_on": created,
            "owner_email": rng.choice(self.reps).email,
            "use_case": rng.choice(USE_CASES),
            "product": rng.choice(PRODUCTS),
            "competitor": rng.choice(COMPETITORS) if rng.random() < 0.6 else None,
        }
        row |= buyer
        self.deals.append(row)
        return row

    def _enter(self, deal: Row, stage: str, day: date) -> None:
        deal["stage"] = stage
        self.stages.append({"deal_id": deal["deal_id"], "stage": stage, "entered_on": day})

    def _close(self, deal: Row, day: date, *, won: bool) -> None:
        deal["outcome"], deal["closed_on"] = ("won" if won else "lost"), day
        self._enter(deal, f"closed {deal['outcome']}", day)

    def _new_business(self, rng: Random, buyer: Row) -> None:
        """A deal with a company that is no customer; good deals go far, and far deals get references."""
        quality = rng.gauss(0, 1)
        draws = [rng.random() for _ in range(5)]
        waits = [rng.randrange(8, 45) for _ in range(5)]
        day = day_between(rng, self.setting.start - timedelta(days=60), self.setting.today - timedelta(days=3))
        deal = self._deal(rng, buyer, day)
        used: date | None = None
        base = sigmoid(-0.75 + 1.1 * quality)
        added = min(1.0, max(0.0, base + self.setting.reference_effect)) - base
        for number, stage in enumerate(STAGES):
            self._enter(deal, stage, day)
            if stage == "negotiation" and draws[3] < sigmoid(-0.7 + 1.3 * quality):
                used = day + timedelta(days=waits[3] // 2)
                used = used if self.setting.start <= used <= self.setting.today else None
            day += timedelta(days=waits[number])
            if day > self.setting.today:
                break
            if number < 3 and draws[number] > sigmoid(0.15 + 1.3 * quality + 0.3 * number):
                self._close(deal, day, won=False)
                break
        else:
            self._close(deal, day, won=draws[4] < base + (added if used else 0.0))
        self._note(deal, base, used, added)

    def _note(self, deal: Row, base: float, used: date | None, added: float) -> None:
        """What is true of a deal; and the reference call, if one was arranged."""
        self.world.deals_truth.append(
            {
                "deal_id": deal["deal_id"],
                "kind": "new_business",
                "win_probability_at_close": round(base, 6),
                "reference_used": used is not None,
                "reference_on": used,
                "effect_added": round(added, 6) if used else 0.0,
                "outcome": deal["outcome"],
            }
        )
        if used:
            self.references.append(Reference(str(deal["deal_id"]), str(deal["industry"]), used))

    def _open_deal(self, rng: Random, prospect: Row) -> None:
        """A deal in progress with a company that stands in the CRM as a prospect."""
        buyer = {name: prospect[name] for name in ("account_id", "industry", "employees", "region", "currency")}
        buyer |= {"prospect_name": prospect["name"], "prospect_domain": str(prospect["domains"]).strip("[]'")}
        day = self.setting.today - timedelta(days=rng.randrange(10, 110))
        deal = self._deal(rng, buyer, day)
        for stage in STAGES[: rng.randint(1, 4)]:
            if day <= self.setting.today:
                self._enter(deal, stage, day)
            day += timedelta(days=rng.randrange(6, 30))

    def _expansions(self, rng: Random, account: Account) -> None:
        """Deals behind the expansions of a customer, and some that came to nothing."""
        buyer: Row = {
            "account_id": account.id,
            "industry": account.industry,
            "employees": account.employees,
            "region": account.region,
            "currency": account.currency,
        }
        signed = [row["signed_on"] for row in account.contracts if row["kind"] == "expansion"]
        won = [day for day in signed if isinstance(day, date) and day > self.setting.start + timedelta(days=70)]
        lost = (
            [day_between(rng, self.setting.start + timedelta(days=70), self.setting.today)]
            if rng.random() < 0.2
            else []
        )
        for day, good in [(day, True) for day in won] + [(day, False) for day in lost if account.active_on(day)]:
            created = day - timedelta(days=rng.randrange(20, 65))
            deal = self._deal(rng, buyer, created)
            self._enter(deal, "proposal", created)
            self._close(deal, day, won=good)
