"""Asks of the past and what came of them: answers and acts in line with the latent world."""

import math
from datetime import date, timedelta

from goodword.sample.accounts import team
from goodword.sample.catalogue import VENDOR_DOMAIN
from goodword.sample.chance import stream, weighted
from goodword.sample.deals import Reference
from goodword.sample.world import Account, Contact, Row, World, acceptance, day_between

_KINDS = (
    ("reference_call", 0.14), ("case_study", 0.14), ("quote", 0.16), ("review", 0.2), ("logo", 0.08), ("talk", 0.07),
    ("referral", 0.07), ("beta", 0.08), ("introduction", 0.03), ("advisory_board", 0.03),
)  # fmt: skip
_REFUSALS = (("declined", 0.36), ("not_now", 0.3), ("no_answer", 0.3), ("never", 0.04))


class Programme:
    """The advocacy programme as it was run before, by hand."""

    def __init__(self, world: World, references: list[Reference]) -> None:
        self.world, self.setting, self.references = world, world.setting, references
        self.rng = stream(self.setting.seed, "asks")
        self.asks: list[Row] = []
        self.acts: list[Row] = []
        self.reps = team(world.staff, "rep")

    def run(self) -> None:
        """Fill asks, acts and asks_truth of the world."""
        for reference in self.references:
            self._reference(reference)
        wanted = int(1.5 * len(self.world.accounts) * self.setting.months / 24)
        for _ in range(max(6, wanted - len(self.asks))):
            day = day_between(self.rng, self.setting.start + timedelta(days=60), self.setting.today - timedelta(days=4))
            contact = self._pick(self.rng.sample(self.world.accounts, min(4, len(self.world.accounts))), day)
            if contact:
                self.ask(contact, weighted(self.rng, _KINDS), day)
        self._unasked()
        self._today()
        self.world.tables["asks"] = sorted(self.asks, key=lambda row: (str(row["asked_on"]), str(row["ask_id"])))
        self.world.tables["acts"] = sorted(self.acts, key=lambda row: (str(row["done_on"]), str(row["act_id"])))

    def _pick(self, accounts: list[Account], day: date) -> Contact | None:
        """Whom a CSM would think of: the relation, a hint of success, seniority; not what the person is really like."""
        people = [
            c
            for account in accounts
            for c in self.world.here(account, day)
            if not (c.opted_out_on and c.opted_out_on <= day)
        ]
        if not people:
            return None
        senior = {"executive": 0.7, "manager": 0.9, "specialist": 0.1, "analyst": -0.8}
        weights = [
            math.exp(
                0.4 * c.account.relation
                + 0.35 * c.success_on(day, self.setting)
                + 0.2 * c.human.openness
                + senior[c.level]
            )
            for c in people
        ]
        return weighted(self.rng, list(zip(people, weights, strict=True)))

    def ask(self, contact: Contact, kind: str, day: date, answer: str | None = None) -> tuple[Row, bool]:
        """One ask; the answer follows the latent world unless a fire needs a certain one."""
        chance = acceptance(contact, kind, day, self.setting)
        accepts = self.rng.random() < chance
        if answer is None:
            answer = "accepted" if accepts else weighted(self.rng, _REFUSALS)
        accepts = answer == "accepted"
        replied = day + timedelta(days=min(25, int(self.rng.expovariate(1 / 4))))
        if answer == "no_answer" or replied > self.setting.today:
            replied_on, answer = None, "no_answer" if answer == "no_answer" else None
        else:
            replied_on = replied
        row: Row = {
            "ask_id": f"ASK-{len(self.asks) + 1201}",
            "person_key": contact.key,
            "kind": kind,
            "asked_on": day,
            "answer": answer,
            "answered_on": replied_on,
            "asked_by": contact.account.owner.email if self.rng.random() < 0.7 else self.rng.choice(self.reps).email,
        }
        self.asks.append(row)
        self.world.asks_truth.append(
            {
                "ask_id": row["ask_id"],
                "true_person_id": contact.human.id,
                "person_key": contact.key,
                "kind": kind,
                "asked_on": day,
                "p_accept": round(chance, 6),
                "accepts": accepts,
            }
        )
        if accepts and replied_on and self.rng.random() < 0.62:
            self._act(contact, kind, replied_on + timedelta(days=self.rng.randrange(2, 45)))
        return row, accepts

    def _act(self, contact: Contact, kind: str, day: date, deal_id: str | None = None) -> None:
        if day > self.setting.today:
            return
        number = len(self.acts) + 801
        public = kind in ("logo", "quote", "review", "case_study", "talk")
        self.acts.append(
            {
                "act_id": f"ACT-{number}",
                "kind": kind,
                "done_on": day,
                "person_key": contact.key,
                "account_id": contact.account.id,
                "url": f"https://www.{VENDOR_DOMAIN}/{kind.replace('_', '-')}/{number}" if public else None,
                "deal_id": deal_id,
                "note": self.rng.choice([None, None, "went well", "arranged by sales", "short notice", "second time"]),
            }
        )

    def _reference(self, reference: Reference) -> None:
        """Somebody has to take the call: ask up to four people, the last one agrees."""
        accounts = [a for a in self.world.accounts if a.industry == reference.industry] or self.world.accounts
        for attempt in range(4):
            day = reference.on - timedelta(days=self.rng.randrange(1, 9))
            contact = self._pick(accounts if attempt < 2 else self.world.accounts, day)
            if contact is None:
                continue
            accepts = self.rng.random() < acceptance(contact, "reference_call", day, self.setting)
            if accepts or attempt == 3:
                self._act(contact, "reference_call", reference.on, reference.deal_id)
                self._log(contact, day, reference.on, accepts=True)
                return
            self._log(contact, day, min(reference.on, day + timedelta(days=3)), accepts=False)

    def _log(self, contact: Contact, day: date, replied: date, *, accepts: bool) -> None:
        before = len(self.acts)
        row, _ = self.ask(contact, "reference_call", day, "accepted" if accepts else "declined")
        del self.acts[before:]
        row["answered_on"], row["answer"] = replied, "accepted" if accepts else "declined"

    def _unasked(self) -> None:
        """Some do it without being asked."""
        for account in self.world.accounts:
            day = day_between(self.rng, self.setting.start, self.setting.today)
            for contact in self.world.here(account, day):
                kind = self.rng.choice(["review", "referral", "quote"])
                if self.rng.random() < 0.06 * acceptance(contact, kind, day, self.setting):
                    self._act(contact, kind, day)

    def _today(self) -> None:
        """Asks that must be in force today: rests, caps, not now, never."""
        today = self.setting.today
        quarter = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        for account in self.world.accounts:
            contact = self._pick([account], today)
            if contact is None:
                continue
            if "cap" in account.situations:
                for _ in range(2):
                    self.ask(
                        contact,
                        self.rng.choice(["quote", "review", "beta"]),
                        day_between(self.rng, quarter, today),
                        "no_answer",
                    )
            if "rest" in account.situations:
                self.ask(contact, "quote", today - timedelta(days=self.rng.randrange(26, 40)), "accepted")
            if "not_now" in account.situations:
                self.ask(contact, "case_study", today - timedelta(days=self.rng.randrange(48, 80)), "not_now")
            if "never" in account.situations:
                self.ask(contact, "talk", today - timedelta(days=self.rng.randrange(120, 300)), "never")
