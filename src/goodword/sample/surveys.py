"""Survey answers: NPS twice a year, CSAT and effort scores after tickets and trainings."""

from datetime import date, timedelta
from random import Random

from goodword.sample import letters
from goodword.sample.chance import stream
from goodword.sample.moods import labels
from goodword.sample.texts.letter import Letter
from goodword.sample.world import Contact, Row, World, at_work

type Answer = tuple[Row, Letter]
_TOUCHPOINTS = ("relationship survey", "after onboarding", "in-product prompt")


def make_responses(world: World) -> list[Row]:
    """All answers, in order of time."""
    setting = world.setting
    answers: list[Answer] = []
    for contact in world.contacts:
        if contact.twin:
            continue
        rng = stream(setting.seed, f"surveys {contact.key}")
        day = setting.start + timedelta(days=rng.randrange(5, 190))
        while day <= setting.today:
            if contact.here_on(day) and rng.random() < 0.42:
                answers.append(_answer(rng, world, contact, "nps", day=day))
            if contact.here_on(day) and rng.random() < 0.1:
                later = min(day + timedelta(days=rng.randrange(60)), setting.today)
                answers.append(_answer(rng, world, contact, rng.choice(["csat", "csat", "ces"]), day=later))
            day += timedelta(days=rng.randrange(165, 200))
        answers += _fires(rng, world, contact)
    answers.sort(key=lambda answer: (str(answer[0]["answered_at"]), str(answer[0]["email"])))
    return _number(world, answers)


def _number(world: World, answers: list[Answer]) -> list[Row]:
    """Give ids in order of time, and note the truth about the comments under them."""
    for number, (row, letter) in enumerate(answers):
        row["response_id"] = f"{str(row['survey']).upper()}-{number + 5001}"
        world.remarks += letter.remarks("responses", str(row["response_id"]))
    return [row for row, _ in answers]


def _fires(rng: Random, world: World, contact: Contact) -> list[Answer]:
    """Recent detractors and recent bad marks at the accounts that have this fire."""
    today, account = world.setting.today, contact.account
    here = world.here(account, today)
    if not here or contact is not here[0]:
        return []
    answers = []
    recent = today - timedelta(days=rng.randrange(2, 20))
    if "detractor" in account.situations:
        answers.append(_answer(rng, world, contact, "nps", day=recent, score=rng.choice([0, 2, 3, 4, 5])))
    if "bad_csat" in account.situations:
        answers.append(_answer(rng, world, contact, "csat", day=recent, score=rng.choice([1, 2])))
    return answers


def _score(rng: Random, world: World, contact: Contact, survey: str, *, day: date) -> int:
    """A score: success with the product in part, as much the person's way with scales, and the mood of the day."""
    success = contact.success_on(day, world.setting)
    feeling = 0.8 * success + 0.25 * contact.account.relation + 1.3 * contact.human.style + rng.gauss(0, 1.2)
    if survey == "nps" and rng.random() < 0.015:
        return rng.choice([0, 0, 1, 2])
    if survey == "nps":
        return int(min(10, max(0, round(7.7 + feeling))))
    top = 5 if survey == "csat" else 7
    return int(min(top, max(1, round(top * 0.78 + 0.55 * feeling))))


def _answer(rng: Random, world: World, contact: Contact, survey: str, *, day: date, score: int | None = None) -> Answer:
    value = _score(rng, world, contact, survey, day=day) if score is None else score
    row: Row = {
        "survey": survey,
        "score": value,
        "person_key": contact.key if survey == "nps" and rng.random() < 0.8 else None,
        "email": contact.email_on(day),
        "account_id": contact.account.id,
        "touchpoint": rng.choice(_TOUCHPOINTS) if survey == "nps" else rng.choice(["ticket solved", "training"]),
        "answered_at": at_work(rng, day),
        "comment": None,
    }
    letter = Letter()
    if rng.random() < (0.4 if survey == "nps" else 0.25):
        letter = letters.comment(rng, contact, _comment_labels(rng, world, contact, survey, day=day, score=value))
        row["comment"] = letter.text
    return row, letter


def _comment_labels(rng: Random, world: World, contact: Contact, survey: str, *, day: date, score: int) -> list[str]:
    """Words mostly go with the score; now and then they do not, and some only say thanks."""
    low, high = (7, 9) if survey == "nps" else (3, 5)
    wants = labels(rng, contact, "survey", day, world.setting, count=rng.choice([1, 1, 2]))
    if rng.random() < 0.12:
        return ["thanks"]
    if score < low and rng.random() < 0.85:
        return [rng.choice(["complaint", "complaint", "was_until", "sarcasm", "wish"]), *wants[1:2]]
    if score >= high and rng.random() < 0.8:
        turn = {"complaint": "praise", "sarcasm": "win", "was_until": "wish"}
        return [turn.get(label, label) for label in wants]
    return wants
