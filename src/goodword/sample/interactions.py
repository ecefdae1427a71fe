"""Tickets, mails, chats, calls, meetings, trainings, executive business reviews and public reviews."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from goodword.sample import letters
from goodword.sample.accounts import team
from goodword.sample.chance import poisson, sigmoid, stream, weighted
from goodword.sample.moods import labels
from goodword.sample.texts.letter import Letter
from goodword.sample.world import Account, Contact, Row, Staff, World, at_work, day_between

_SPEED = {"low": 6.0, "normal": 3.0, "high": 1.6, "urgent": 0.7}
type Writer = Callable[[Random, Account, date], None]


class Desk:
    """Writes the interactions of the whole history, account by account."""

    def __init__(self, world: World) -> None:
        self.world, self.setting = world, world.setting
        self.rows: list[Row] = []
        self.support = team(world.staff, "support")
        self.trainers = team(world.staff, "trainer")

    def run(self) -> list[Row]:
        """All interactions, in order of time."""
        for account in self.world.accounts:
            rng = stream(self.setting.seed, f"interactions {account.id}")
            first = max(self.setting.start, account.started_on - timedelta(days=20))
            last = min(self.setting.today, account.ended_on or self.setting.today)
            months = max(0.0, (last - first).days / 30.4)
            size = {"SMB": 0.7, "Mid-market": 1.1, "Enterprise": 2.0}[account.segment]
            writers: list[tuple[Writer, float]] = [
                (self.ticket, 0.8 * size), (self.mail, 0.75 * size), (self.call, 0.28 * size), (self.chat, 0.3 * size),
                (self.training, 0.07 * size), (self.review, 0.02 * size),
                (self.business_review, 0.0 if account.segment == "SMB" else 0.16),
            ]  # fmt: skip
            for write, rate in writers:
                for _ in range(poisson(rng, rate * months)):
                    write(rng, account, day_between(rng, first, last))
            self._fires(rng, account)
        self.rows.sort(key=lambda row: (str(row["at"]), str(row["interaction_id"])))
        return self.rows

    def _someone(self, rng: Random, account: Account, day: date, levels: tuple[str, ...] = ()) -> Contact | None:
        here = self.world.here(account, day)
        chosen = [c for c in here if c.level in levels] or here
        if not chosen:
            return None
        return weighted(rng, [(c, 0.4 + 1.6 * sigmoid(c.human.talk) + 0.5 * sigmoid(c.intensity)) for c in chosen])

    def _keep(self, prefix: str, row: Row, letter: Letter) -> Row:
        row["interaction_id"] = f"{prefix}-{len(self.rows) + 10421}"
        row["text"] = letter.text
        self.world.remarks += letter.remarks("interactions", str(row["interaction_id"]))
        self.rows.append(row)
        return row

    def _at(self, rng: Random, day: date) -> datetime:
        return at_work(rng, max(day, self.setting.start + timedelta(days=3)))

    def ticket(self, rng: Random, account: Account, day: date) -> None:
        """A ticket, resolved within days unless it is fresh."""
        contact = self._someone(rng, account, day)
        if contact is None:
            return
        wants = labels(rng, contact, "ticket", day, self.setting, count=rng.choice([1, 1, 2, 3]))
        priority = "normal"
        if set(wants) & {"complaint", "sarcasm"}:
            priority = weighted(rng, [("normal", 0.6), ("high", 0.3), ("urgent", 0.1)])
        elif rng.random() < 0.3:
            priority = "low"
        self._ticket(rng, contact, self._at(rng, day), wants, priority=priority)

    def _ticket(
        self,
        rng: Random,
        contact: Contact,
        at: datetime,
        wants: list[str],
        *,
        priority: str,
        resolved: datetime | None = None,
        stays_open: bool = False,
    ) -> None:
        staff, day = rng.choice(self.support), at.date()
        if resolved is None and not stays_open:
            resolved = self._solved(rng, at, priority)
        last = labels(rng, contact, "chat", day, self.setting, count=1) if resolved and rng.random() < 0.25 else []
        last = ["thanks"] if last and rng.random() < 0.4 else last
        row: Row = {
            "at": at,
            "channel": "ticket",
            "direction": "in",
            "email": contact.email_on(day),
            "account_id": contact.account.id if rng.random() < 0.9 else None,
            "subject": letters.subject(rng, contact.human.language),
            "priority": priority,
            "status": rng.choice(["resolved", "closed", "closed"] if resolved else ["open", "open", "pending"]),
            "resolved_at": resolved,
            "owner_email": staff.email,
        }
        if resolved and rng.random() < 0.22:
            content = contact.success_on(day, self.setting) * 0.5 + 0.5 * contact.human.style + rng.gauss(0, 0.8)
            row["csat"] = int(min(5, max(1, round(4.0 + content))))
        self._keep("T", row, letters.ticket(rng, contact, staff, wants, last))

    def _solved(self, rng: Random, at: datetime, priority: str) -> datetime | None:
        """When a ticket is resolved: urgent ones within a day or two; None for what is still open today."""
        ended = at_work(rng, at.date() + timedelta(days=1 + int(rng.expovariate(1 / _SPEED[priority]))))
        if ended.date() <= self.setting.today:
            return max(ended, at + timedelta(hours=1))
        return at + timedelta(hours=2) if priority in ("urgent", "high") else None

    def mail(self, rng: Random, account: Account, day: date) -> None:
        """A mail thread: ours, theirs, or ours and their answer with ours quoted below."""
        contact = self._someone(rng, account, day)
        if contact is None:
            return
        at = self._at(rng, day)
        thread = f"th-{len(self.rows) + 70001}"
        title = letters.subject(rng, contact.human.language)
        shape = rng.random()
        answered = None
        if shape < 0.6:
            lang = contact.human.language if rng.random() < 0.6 else "en"
            letter = letters.mail_out(rng, account.owner, contact, lang)
            self._mail(contact, at, "out", title=title, thread=thread, letter=letter)
            answered = (account.owner, letter.text, at)
            at = at_work(rng, min(self.setting.today, at.date() + timedelta(days=rng.choice([0, 1, 1, 2, 4]))))
            at = max(at, answered[2] + timedelta(minutes=18))
            title = f"Re: {title}"
        if shape > 0.25 and at.date() <= self.setting.today:
            count = rng.choice([0, 1, 1, 1, 2, 3]) if answered else rng.choice([1, 1, 2, 3])
            wants = labels(rng, contact, "email", day, self.setting, count=count) or ["thanks"]
            letter = letters.mail_in(rng, contact, wants, at, answered)
            self._mail(contact, at, "in", title=title, thread=thread, letter=letter)

    def _mail(self, contact: Contact, at: datetime, direction: str, *, title: str, thread: str, letter: Letter) -> None:
        email = contact.email_on(at.date())
        row: Row = {
            "at": at,
            "channel": "email",
            "direction": direction,
            "email": email,
            "subject": title,
            "owner_email": contact.account.owner.email,
            "thread_id": thread,
        }
        self._keep("M", row, letter)

    def chat(self, rng: Random, account: Account, day: date) -> None:
        """A chat message; this tool knows the CRM's contact id, not the address."""
        contact = self._someone(rng, account, day)
        if contact is None:
            return
        wants = labels(rng, contact, "chat", day, self.setting, count=1) if rng.random() < 0.8 else ["thanks"]
        row: Row = {
            "at": self._at(rng, day),
            "channel": "chat",
            "direction": "in",
            "person_key": contact.key,
            "account_id": account.id,
        }
        self._keep("CH", row, letters.chat(rng, contact, wants))

    def call(self, rng: Random, account: Account, day: date) -> None:
        """A call or a meeting of the CSM with one or two people, as a transcript."""
        first = self._someone(rng, account, day, ("manager", "executive", "specialist"))
        second = self._someone(rng, account, day)
        if first is None or second is None:
            return
        people = [first] if second is first or rng.random() < 0.6 else [first, second]
        spoken = [(c, labels(rng, c, "call", day, self.setting, count=rng.choice([1, 2, 3]))) for c in people]
        letter = letters.transcript(rng, account.owner, spoken, first.human.language)
        self._event(first, self._at(rng, day), rng.choice(["call", "meeting"]), account.owner, letter=letter)

    def _event(
        self, contact: Contact, at: datetime, channel: str, staff: Staff, *, letter: Letter, title: str | None = None
    ) -> None:
        row: Row = {
            "at": at,
            "channel": channel,
            "email": contact.email_on(at.date()),
            "account_id": contact.account.id,
            "subject": title or f"{channel.title()} with {contact.human.name}",
            "owner_email": staff.email,
        }
        self._keep("E", row, letter)

    def training(self, rng: Random, account: Account, day: date) -> None:
        """A training: some of those present leave a line of feedback."""
        at, staff = self._at(rng, day), rng.choice(self.trainers)
        for contact in rng.sample(
            self.world.here(account, day), min(len(self.world.here(account, day)), rng.randint(1, 5))
        ):
            wants = labels(rng, contact, "training", day, self.setting, count=rng.choice([1, 1, 2]))
            wants = ["thanks"] if rng.random() < 0.25 else wants
            self._event(
                contact, at, "training", staff, letter=letters.comment(rng, contact, wants), title="Training feedback"
            )

    def business_review(self, rng: Random, account: Account, day: date) -> None:
        """An executive business review, with minutes; an executive of theirs is the named person."""
        first = self._someone(rng, account, day, ("executive",))
        second = self._someone(rng, account, day, ("manager",))
        if first is None or second is None:
            return
        people = [first] if second is first else [first, second]
        spoken = [(c, labels(rng, c, "ebr", day, self.setting, count=rng.choice([1, 2, 2, 3]))) for c in people]
        period = f"Q{(day.month - 1) // 3 + 1} {day.year}"
        letter = letters.minutes(rng, account.owner, spoken, period)
        self._event(first, self._at(rng, day), "ebr", account.owner, letter=letter, title=f"EBR {period}")

    def review(self, rng: Random, account: Account, day: date) -> None:
        """A review on a public site."""
        contact = self._someone(rng, account, day)
        if contact is None:
            return
        letter = letters.comment(
            rng, contact, labels(rng, contact, "review", day, self.setting, count=rng.choice([2, 3, 4]))
        )
        self._keep(
            "R",
            {"at": self._at(rng, day), "channel": "review", "email": contact.email_on(day), "subject": "Review"},
            letter,
        )

    def _fires(self, rng: Random, account: Account) -> None:
        """What must be burning today."""
        today = self.setting.today
        contact = self._someone(rng, account, today)
        if contact is None:
            return
        fires = account.situations
        recent = self._at(rng, today - timedelta(days=rng.randrange(1, 4)))
        if "urgent_open" in fires:
            self._ticket(rng, contact, recent, ["complaint", "complaint"], priority="urgent", stays_open=True)
        if "urgent_just_resolved" in fires:
            begun = self._at(rng, today - timedelta(days=4))
            self._ticket(
                rng, contact, begun, ["complaint"], priority="urgent", resolved=at_work(rng, today - timedelta(days=1))
            )
        if "high_open" in fires:
            self._ticket(rng, contact, recent, ["complaint", "neutral"], priority="high", stays_open=True)
        if "complaint" in fires:
            at = self._at(rng, today - timedelta(days=rng.randrange(2, 12)))
            letter = letters.mail_in(rng, contact, ["complaint", "complaint"], at, None)
            title = letters.subject(rng, contact.human.language)
            self._mail(contact, at, "in", title=title, thread=f"th-{len(self.rows) + 70001}", letter=letter)
