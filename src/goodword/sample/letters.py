"""Mails, tickets, chats, transcripts and reviews, put together from sentences as people write them."""

from datetime import datetime
from random import Random

from goodword.sample.catalogue import VENDOR
from goodword.sample.texts.grammar import grammar
from goodword.sample.texts.letter import Letter
from goodword.sample.texts.voice import Sentence, area_of_talk, manner_of, phrase, sentence
from goodword.sample.world import Contact, Staff


def _say_all(letter: Letter, rng: Random, contact: Contact, labels: list[str]) -> None:
    """The customer's sentences, about one area, none of them begun twice the same way."""
    lang, manner = contact.human.language, manner_of(contact.human.id)
    area = area_of_talk(rng, lang)
    begun: set[str] = set()
    for number, label in enumerate(labels):
        if number:
            letter.add("\n\n" if rng.random() < 0.12 else letter.joint)
        letter.say(_fresh(rng, begun, lang, label, manner=manner, area=area))


def _fresh(rng: Random, begun: set[str], lang: str, label: str, *, manner: str, area: str) -> Sentence:
    """A sentence that begins unlike those before it, if that can be had in three tries."""
    for _ in range(3):
        said = sentence(rng, lang, label, manner, area=area)
        if said.text[:14] not in begun:
            break
    begun.add(said.text[:14])
    return said


def _ours(letter: Letter, rng: Random, lang: str, label: str, count: int) -> None:
    """Our own sentences, one after the other."""
    area = area_of_talk(rng, lang)
    begun: set[str] = set()
    for number in range(count):
        letter.add(" " if number else "").say(_fresh(rng, begun, lang, label, manner="plain", area=area))


def _sign(letter: Letter, rng: Random, contact: Contact, day: datetime) -> None:
    """A closing and, for many, a signature block with the company's slogan in it."""
    human, account = contact.human, contact.account
    draw = rng.random()
    if draw < 0.15:
        return
    letter.add(
        "\n\n" + grammar(human.language).say("closing", rng) + "\n" + (human.given if draw < 0.5 else human.name)
    )
    if draw > 0.55:
        company = account.old_name if account.renamed_on and day.date() < account.renamed_on else account.name
        block = f"{contact.title}, {company}"
        if draw > 0.75:
            block += f"\n{account.slogan}"
        letter.add("\n").mark(block, "signature", "en")


def mail_in(
    rng: Random, contact: Contact, labels: list[str], at: datetime, answered: tuple[Staff, str, datetime] | None
) -> Letter:
    """A mail from a customer's person; `answered` is our mail below it: who wrote it, its text, when."""
    human = contact.human
    letter = Letter()
    if rng.random() < 0.85:
        first = answered[0].name.split()[0] if answered else "team"
        letter.add(grammar(human.language).say("greeting", rng, {"first": first}) + "\n\n")
    if rng.random() < 0.22:
        letter.say(sentence(rng, human.language, "thanks", manner_of(human.id)))
        letter.add(letter.joint)
    _say_all(letter, rng, contact, labels)
    if rng.random() < 0.4:
        letter.add(rng.choice([letter.joint, "\n\n"])).say(sentence(rng, human.language, "thanks", manner_of(human.id)))
    _sign(letter, rng, contact, at)
    if answered and rng.random() < 0.6:
        letter.add("\n\n").mark(_quoted(rng, human.language, answered), "quoted_mail", human.language)
    return letter


def _quoted(rng: Random, lang: str, answered: tuple[Staff, str, datetime]) -> str:
    staff, text, when = answered
    stamp = when.strftime("%d.%m.%Y %H:%M" if lang == "de" else "%a, %d %b %Y at %H:%M")
    head = grammar(lang).say("quote_head", rng, {"when": stamp, "who": staff.name, "address": staff.email})
    lines = [f"> {line}".rstrip() for line in text.split("\n")]
    return "\n".join([head, *lines])


def mail_out(rng: Random, staff: Staff, contact: Contact, lang: str) -> Letter:
    """A mail from us to a customer's person. All of its sentences are ours, however glad they sound."""
    letter = Letter().add(grammar(lang).say("greeting", rng, {"first": contact.human.given}) + "\n\n")
    _ours(letter, rng, lang, "ours", rng.choice([1, 2, 2, 3]))
    letter.add("\n\n" + grammar(lang).say("closing", rng) + "\n" + staff.name)
    letter.add("\n").mark(
        f"{staff.role.title() if staff.role != 'csm' else 'Customer Success'}, {VENDOR}", "signature", "en"
    )
    return letter


def ticket(rng: Random, contact: Contact, staff: Staff, labels: list[str], last: list[str]) -> Letter:
    """A help desk ticket: what they wrote, our answer as the tool prints it, and sometimes their last word."""
    lang, manner = contact.human.language, manner_of(contact.human.id)
    letter = Letter()
    if rng.random() < 0.5:
        letter.add(grammar(lang).say("greeting", rng, {"first": "team"}) + "\n")
    _say_all(letter, rng, contact, labels)
    if rng.random() < 0.3:
        letter.add(letter.joint).say(sentence(rng, lang, "thanks", manner))
    if rng.random() < 0.55 or last:
        head = rng.choice(
            [
                f"{staff.name} ({VENDOR} Support):",
                f"[Agent] {staff.name}:",
                f"--- {staff.name}, {VENDOR} Support, replied ---",
            ]
        )
        letter.add(f"\n\n{head}\n")
        _ours(letter, rng, lang, "desk", rng.choice([1, 1, 2]))
    if last:
        name = contact.human.name
        head = rng.choice([f"{name}:", f"[Requester] {contact.human.given}:", f"--- {name} replied ---"])
        letter.add(f"\n\n{head}\n")
        _say_all(letter, rng, contact, last)
    return letter


def chat(rng: Random, contact: Contact, labels: list[str]) -> Letter:
    """A short chat message."""
    letter = Letter()
    _say_all(letter, rng, contact, labels)
    if rng.random() < 0.3:
        letter.add(rng.choice([letter.joint, "\n"])).say(sentence(rng, contact.human.language, "thanks", "lower"))
    return letter


def transcript(rng: Random, staff: Staff, speakers: list[tuple[Contact, list[str]]], lang: str) -> Letter:
    """A call or meeting, line by line with the speaker's name; ours speak too."""
    letter, area, begun = Letter(), area_of_talk(rng, lang), set[str]()
    ours = f"{staff.name} ({VENDOR}): "
    letter.add(ours).say(_fresh(rng, begun, lang, "ours", manner="plain", area=area)).add("\n")
    for contact, labels in speakers:
        for label in labels:
            said = _fresh(rng, begun, contact.human.language, label, manner="plain", area=area)
            letter.add(f"{contact.human.name}: ").say(said).add("\n")
            if rng.random() < 0.35:
                letter.add(ours).say(_fresh(rng, begun, lang, "ours", manner="plain", area=area)).add("\n")
    return letter


def minutes(rng: Random, staff: Staff, speakers: list[tuple[Contact, list[str]]], period: str) -> Letter:
    """Minutes of an executive business review: who was there, then who said what, in quotation marks."""
    letter, area, begun = Letter(), area_of_talk(rng, "en"), set[str]()
    letter.add(f"Executive business review {period}\nPresent: ")
    letter.add(", ".join(f"{contact.human.name} ({contact.title})" for contact, _ in speakers))
    letter.add(f", {staff.name} ({VENDOR})\n\n")
    for contact, labels in speakers:
        for label in labels:
            said = _fresh(rng, begun, contact.human.language, label, manner="plain", area=area)
            letter.add(f'{contact.human.name}, {contact.title}: "').say(said).add('"\n')
    said = _fresh(rng, begun, "en", "ours", manner="plain", area=area)
    letter.add(f'{staff.name}, {VENDOR}: "').say(said).add('"\n')
    return letter


def comment(rng: Random, contact: Contact, labels: list[str]) -> Letter:
    """A survey comment or a review: sentences, nothing around them."""
    letter = Letter()
    _say_all(letter, rng, contact, labels)
    return letter


def subject(rng: Random, lang: str) -> str:
    """A subject line."""
    return phrase(rng, lang, "subject")
