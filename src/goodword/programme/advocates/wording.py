"""The words for what was found, in one place: what each signal, hold, act and channel is called, and what to do next.

`{name}` stands for what to call the person. Icons are names in the sprite of the web pages.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.programme.permissions.wording import KIND_LABELS

type Words = str | Promise
"""Text, or text in the language of whoever reads it."""


def in_language_of_now[Some: Any](words: Some) -> Some:
    """Words of a dataclass as plain text in the language of whoever reads now: to be said often, looked up once."""
    lazy = {field.name: getattr(words, field.name) for field in fields(words)}
    said: Some = replace(words, **{name: str(value) for name, value in lazy.items() if isinstance(value, Promise)})
    return said


@dataclass(frozen=True, slots=True)
class SignalWords:
    """How one kind of signal is spoken of.

    Attributes:
        label: what it is, on a chip.
        plural: who has one, for a filter.
        icon: its picture.
        act: the kind of act that follows from it.
        step: what to do, a sentence or two: thanks first, then the act.
        short: the same in a few words.
        listen: the short form where nobody knows yet whether they would say yes.
        by_lot: whether to say beside it that public reviews are not offered to those who are content.
    """

    label: Words
    plural: Words
    icon: str
    act: str
    step: Words
    short: Words
    listen: Words
    by_lot: bool = False


SIGNALS: dict[str, SignalWords] = {
    "promoter": SignalWords(
        _("Promoter"),
        _("Promoters"),
        "nps",
        "reference_call",
        _("Thank {name} with a call, and invite them to the programme."),
        _("Thank by a call, invite"),
        _("Thank by a call, listen"),
        by_lot=True,
    ),
    "super_user": SignalWords(
        _("Super user"),
        _("Super users"),
        "power",
        "reference_call",
        _("Thank {name}, and ask them to explain how they work with it: a reference call or a talk."),
        _("Ask them to explain it"),
        _("Ask how they work with it"),
    ),
    "win": SignalWords(
        _("A win"),
        _("People with a win"),
        "quote",
        "quote",
        _("Thank {name} today. Then ask whether these words may become a quote."),
        _("Thank, then ask for the quote"),
        _("Thank, ask for the story behind it"),
    ),
    "champion": SignalWords(
        _("Community champion"),
        _("Community champions"),
        "community",
        "beta",
        _("Thank {name} in the thread. Offer a place in the beta, or a stage."),
        _("Thank in thread, offer a beta"),
        _("Thank in thread"),
    ),
    "repeat_customer": SignalWords(
        _("Brought us along"),
        _("Repeat customers"),
        "moved",
        "case_study",
        _("Thank {name}, and ask for the story across both companies."),
        _("Thank, ask for the whole story"),
        _("Thank, hear the story"),
    ),
    "growth": SignalWords(
        _("Renewed or grew"),
        _("At accounts that grew"),
        "renew",
        "case_study",
        _("Thank {name} for staying, and ask whether we may tell the success story."),
        _("Thank, ask for the story"),
        _("Thank, hear what did it"),
    ),
}
"""By kind of signal."""


@dataclass(frozen=True, slots=True)
class HoldWords:
    """How one hold is spoken of; the sentence that says why, and until when, comes with the hold itself.

    Attributes:
        label: what it is, on a chip.
        icon: its picture.
        tone: `stop` where something burns or nobody may ever ask, else `hold`.
        fire: whether it belongs to what must be put out before anything else today.
    """

    label: Words
    icon: str = "hold"
    tone: str = "hold"
    fire: bool = False


HOLDS: dict[str, HoldWords] = {
    "urgent_ticket": HoldWords(_("Urgent ticket"), "flame", "stop", fire=True),
    "fewer_active": HoldWords(_("Fewer people active"), "flame", "stop", fire=True),
    "churn_notice": HoldWords(_("Leaving or shrinking"), "flame", "stop", fire=True),
    "high_ticket": HoldWords(_("Open ticket"), "ticket"),
    "low_nps": HoldWords(_("Low NPS answer")),
    "low_csat": HoldWords(_("Low CSAT answer")),
    "complaint": HoldWords(_("Complaint")),
    "contract_ending": HoldWords(_("Contract ends soon"), "renew"),
    "resting": HoldWords(_("Resting"), "rest"),
    "not_now": HoldWords(_("Said not now"), "rest"),
    "capped": HoldWords(_("Asked often enough")),
    "never": HoldWords(_("Said never"), "stop", "stop"),
    "opted_out": HoldWords(_("Opted out"), "stop", "stop"),
}
"""By code of the hold."""


def hold_words(code: str) -> HoldWords:
    """Return the words for a hold; one that nobody wrote words for is called by its code."""
    return HOLDS.get(code) or HoldWords(code.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class ActWords:
    """What one kind of act is called, and its picture."""

    label: Words
    icon: str


ACTS: dict[str, ActWords] = {
    kind: ActWords(KIND_LABELS[kind], icon)
    for kind, icon in {
        "quote": "quote",
        "reference_call": "call",
        "case_study": "case",
        "talk": "talk",
        "logo": "logo",
        "referral": "referral",
        "introduction": "referral",
        "beta": "beta",
        "advisory_board": "sponsor",
        "review": "review",
    }.items()
}
"""By kind of act, in the order pages show them."""

BY_LOT = "review"
"""Goes out by lot to all users: never chosen, ranked or filtered by likelihood."""


STATUS_WORDS: dict[str, Words] = {
    "active": _("Customer"),
    "churned": _("Churned"),
    "prospect": _("Prospect"),
}
"""By where the relation to an account stands."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a place where words or facts come from is called, and its picture."""

    label: Words
    icon: str


CHANNELS: dict[str, SourceWords] = {
    "ticket": SourceWords(_("Ticket"), "ticket"),
    "email": SourceWords(_("E-mail"), "mail"),
    "chat": SourceWords(_("Chat"), "community"),
    "call": SourceWords(_("Call"), "call"),
    "meeting": SourceWords(_("Meeting"), "people"),
    "training": SourceWords(_("Training"), "training"),
    "ebr": SourceWords(_("Executive review"), "notes"),
    "review": SourceWords(_("Public review"), "review"),
    "survey": SourceWords(_("Survey answer"), "nps"),
    "community": SourceWords(_("Community"), "community"),
}
"""By channel of an interaction; `survey` and `community` for answers and posts."""

TABLES: dict[str, SourceWords] = {
    "responses": SourceWords(_("Survey answer"), "nps"),
    "usage": SourceWords(_("Usage"), "power"),
    "interactions": SourceWords(_("Interaction"), "ticket"),
    "posts": SourceWords(_("Community post"), "community"),
    "contracts": SourceWords(_("Contract"), "case"),
    "employments": SourceWords(_("Employment"), "moved"),
    "people": SourceWords(_("People list"), "people"),
    "accounts": SourceWords(_("Account"), "data"),
    "account_history": SourceWords(_("Account history"), "data"),
    "asks": SourceWords(_("Earlier ask"), "request"),
    "acts": SourceWords(_("Earlier act"), "check"),
}
"""By record table, where no channel is known."""


def source_words(table: str | None, channel: str | None) -> SourceWords:
    """Return the words for where something comes from."""
    known = CHANNELS.get(channel or "") or TABLES.get(table or "")
    return known or SourceWords((table or "record").replace("_", " ").capitalize(), "file")
