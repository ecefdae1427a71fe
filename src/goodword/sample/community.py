"""The customer community: questions, answers by other customers, insight topics, replies; authors by address only."""

from datetime import date, datetime, timedelta
from random import Random

from goodword.sample.accounts import team
from goodword.sample.catalogue import VENDOR_DOMAIN
from goodword.sample.chance import poisson, sigmoid, stream, weighted
from goodword.sample.names import CULTURES, ascii_form, person_name
from goodword.sample.texts.letter import Letter
from goodword.sample.texts.voice import sentence
from goodword.sample.world import Contact, Human, Row, World, at_work, day_between


class Forum:
    """Threads of the whole history."""

    def __init__(self, world: World) -> None:
        self.world, self.setting = world, world.setting
        self.rng = stream(self.setting.seed, "community")
        self.rows: list[Row] = []
        self.texts: list[tuple[Row, Letter]] = []
        self.guests = self._guests()
        self.members = self._members()

    def run(self) -> list[Row]:
        """All posts, in order of time; ids follow the order in which threads were begun."""
        per_month = 0.16 * len(self.world.accounts) + 2.5
        for _ in range(int(per_month * self.setting.months)):
            self._thread(day_between(self.rng, self.setting.start + timedelta(days=3), self.setting.today))
        for row, letter in self.texts:
            self.world.remarks += letter.remarks("posts", str(row["post_id"]))
        self.rows.sort(key=lambda row: (str(row["at"]), str(row["post_id"])))
        return self.rows

    def member_rows(self) -> list[Row]:
        """The community's own list of members, known by address; some of them stand nowhere else."""
        people = [contact.human for contact, _ in self.members] + self.guests
        return [
            {"person_key": human.member_id, "full_name": human.name, "email": human.member_email}
            for human in people
            if human.member_id
        ]

    def _members(self) -> list[tuple[Contact, float]]:
        """Who takes part, with the weight of their helping: character and skill more than success."""
        members: list[tuple[Contact, float]] = []
        for contact in self.world.contacts:
            human = contact.human
            joins = sigmoid(-2.7 + 1.4 * human.openness + 0.3 * human.talk + 0.4 * contact.own_success)
            if contact.twin or contact.left or self.rng.random() > joins:
                continue
            weight = 2.718 ** (0.9 * human.openness + 0.9 * human.expertise + 0.3 * contact.own_success)
            human.member_id = f"u{len(members) * 3 + 1107}"
            human.member_email = contact.email
            if self.rng.random() < 0.08:
                human.member_email = f"{ascii_form(human.given)}.{ascii_form(human.family)}@example.org"
            members.append((contact, weight))
        members.sort(key=lambda pair: -pair[1])
        return [(c, w * (3.0 if number < max(3, len(members) // 25) else 1.0)) for number, (c, w) in enumerate(members)]

    def _guests(self) -> list[Human]:
        """People of the community whom no other tool knows."""
        guests = []
        for number in range(max(3, len(self.world.accounts) // 8)):
            given, family = person_name(self.rng, self.rng.choice(CULTURES))
            guest = Human(f"G-{number + 1:04d}", given, family, "english", "en", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            if self.rng.random() < 0.5:
                guest.member_id = f"u{number * 3 + 1108}"
            guest.member_email = f"{ascii_form(given)}.{ascii_form(family)}{number}@example.com"
            guests.append(guest)
        return guests

    def _post(self, human_email: str | None, at: datetime, kind: str, letter: Letter, parent: Row | None = None) -> Row:
        row: Row = {
            "post_id": str(30001 + len(self.rows)),
            "at": at,
            "email": human_email,
            "kind": kind,
            "parent_id": parent["post_id"] if parent else None,
            "root_id": (parent["root_id"] or parent["post_id"]) if parent else None,
            "likes": poisson(self.rng, 0.7),
            "text": letter.text,
        }
        root = row["root_id"] or row["post_id"]
        row["url"] = f"https://community.{VENDOR_DOMAIN}/t/{root}/{row['post_id']}"
        if parent is None:
            row["views"] = 5 + int(self.rng.expovariate(1 / 60))
        self.rows.append(row)
        self.texts.append((row, letter))
        return row

    def _author(self, day: date, *, helping: bool) -> Contact | None:
        here = [(c, w if helping else 1.0) for c, w in self.members if c.here_on(day)]
        return weighted(self.rng, here) if here else None

    def _text(self, rng: Random, contact: Contact, wants: list[str]) -> Letter:
        letter = Letter()
        for number, label in enumerate(wants):
            letter.add(rng.choice([" ", " ", "\n\n"]) if number else "").say(sentence(rng, "en", label))
        if rng.random() < 0.25:
            letter.add("\n" + contact.human.given)
        return letter

    def _thread(self, day: date) -> None:
        rng = self.rng
        if rng.random() < 0.2:
            self._insight(day)
            return
        at = at_work(rng, day)
        guest = rng.random() < 0.1
        asker = None if guest else self._author(day, helping=False)
        if asker is None:
            letter = Letter().say(sentence(rng, "en", "question"))
            address = rng.choice(self.guests).member_email
        else:
            letter = self._text(
                rng,
                asker,
                rng.choice([["question"], ["question", "wish"], ["complaint", "question"], ["question", "thanks"]]),
            )
            address = asker.human.member_email
        question = self._post(address, at, "question", letter)
        self._answers(question, address, at)

    def _answers(self, question: Row, asker: str | None, at: datetime) -> None:
        rng, solved = self.rng, False
        for _ in range(rng.choice([0, 1, 1, 2, 2, 3])):
            at = at_work(rng, at.date() + timedelta(days=rng.choice([0, 1, 1, 2, 5]))) + timedelta(
                minutes=rng.randrange(3, 60)
            )
            if at.date() > self.setting.today or at.date() < self.setting.start:
                return
            helper = self._author(at.date(), helping=True)
            if helper is None or helper.human.member_email == asker or rng.random() < 0.15:
                self._staff_answer(question, at)
                continue
            post = self._post(
                helper.human.member_email,
                at,
                "answer",
                self._text(rng, helper, ["answer", *rng.choice([[], [], ["win"], ["praise"]])]),
                question,
            )
            if not solved and rng.random() < sigmoid(-0.6 + 0.5 * helper.human.expertise):
                post["accepted"], solved = True, True
                post["likes"] = poisson(rng, 2.5)
        if solved and rng.random() < 0.6:
            reply = Letter().say(sentence(rng, "en", rng.choice(["thanks", "thanks", "praise"])))
            self._post(asker, at + timedelta(minutes=50), "reply", reply, question)

    def _staff_answer(self, question: Row, at: datetime) -> None:
        staff = self.rng.choice(team(self.world.staff, "support"))
        letter = Letter().say(sentence(self.rng, "en", "ours"))
        self._post(staff.email, at, "answer", letter, question)

    def _insight(self, day: date) -> None:
        """A topic in which somebody shows how they do it; liked, if it says something."""
        author = self._author(day, helping=True)
        if author is None:
            return
        wants = [self.rng.choice(["win", "win", "praise"]), "answer", self.rng.choice(["wish", "answer", "win"])]
        post = self._post(
            author.human.member_email, at_work(self.rng, day), "topic", self._text(self.rng, author, wants)
        )
        post["likes"] = poisson(self.rng, 6.0)
