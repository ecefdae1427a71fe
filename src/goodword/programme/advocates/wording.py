"""The words for what was found, in one place: what each signal, hold, act and channel is called, and what to do next.

`{name}` stands for what to call the person. Icons are names in the sprite of the web pages.
"""

from dataclasses import dataclass


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

    label: str
    plural: str
    icon: str
    act: str
    step: str
    short: str
    listen: str
    by_lot: bool = False


SIGNALS: dict[str, SignalWords] = {
    "promoter": SignalWords(
        "Promoter",
        "Promoters",
        "nps",
        "reference_call",
        "Thank {name} with a call, and invite them to the programme.",
        "Thank by a call, invite",
        "Thank by a call, listen",
        by_lot=True,
    ),
    "super_user": SignalWords(
        "Super user",
        "Super users",
        "power",
        "reference_call",
        "Thank {name}, and ask them to explain how they work with it: a reference call or a talk.",
        "Ask them to explain it",
        "Ask how they work with it",
    ),
    "win": SignalWords(
        "A win",
        "People with a win",
        "quote",
        "quote",
        "Thank {name} today. Then ask whether these words may become a quote.",
        "Thank, then ask for the quote",
        "Thank, ask for the story behind it",
    ),
    "champion": SignalWords(
        "Community champion",
        "Community champions",
        "community",
        "beta",
        "Thank {name} in the thread. Offer a place in the beta, or a stage.",
        "Thank in thread, offer a beta",
        "Thank in thread",
    ),
    "repeat_customer": SignalWords(
        "Brought us along",
        "Repeat customers",
        "moved",
        "case_study",
        "Thank {name}, and ask for the story across both companies.",
        "Thank, ask for the whole story",
        "Thank, hear the story",
    ),
    "growth": SignalWords(
        "Renewed or grew",
        "At accounts that grew",
        "renew",
        "case_study",
        "Thank {name} for staying, and ask whether we may tell the success story.",
        "Thank, ask for the story",
        "Thank, hear what did it",
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

    label: str
    icon: str = "hold"
    tone: str = "hold"
    fire: bool = False


HOLDS: dict[str, HoldWords] = {
    "urgent_ticket": HoldWords("Urgent ticket", "flame", "stop", fire=True),
    "fewer_active": HoldWords("Fewer people active", "flame", "stop", fire=True),
    "churn_notice": HoldWords("Leaving or shrinking", "flame", "stop", fire=True),
    "high_ticket": HoldWords("Open ticket", "ticket"),
    "low_nps": HoldWords("Low NPS answer"),
    "low_csat": HoldWords("Low CSAT answer"),
    "complaint": HoldWords("Complaint"),
    "contract_ending": HoldWords("Contract ends soon", "renew"),
    "resting": HoldWords("Resting", "rest"),
    "not_now": HoldWords("Said not now", "rest"),
    "capped": HoldWords("Asked often enough"),
    "never": HoldWords("Said never", "stop", "stop"),
    "opted_out": HoldWords("Opted out", "stop", "stop"),
}
"""By code of the hold."""


def hold_words(code: str) -> HoldWords:
    """Return the words for a hold; one that nobody wrote words for is called by its code."""
    return HOLDS.get(code) or HoldWords(code.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class ActWords:
    """What one kind of act is called, and its picture."""

    label: str
    icon: str


ACTS: dict[str, ActWords] = {
    "quote": ActWords("Written quote", "quote"),
    "reference_call": ActWords("Reference call", "call"),
    "case_study": ActWords("Case study", "case"),
    "talk": ActWords("Talk", "talk"),
    "logo": ActWords("Logo", "logo"),
    "referral": ActWords("Referral", "referral"),
    "introduction": ActWords("Introduction", "referral"),
    "beta": ActWords("Beta", "beta"),
    "advisory_board": ActWords("Advisory board", "sponsor"),
    "review": ActWords("Public review", "review"),
}
"""By kind of act, in the order pages show them."""

BY_LOT = "review"
"""Goes out by lot to all users: never chosen, ranked or filtered by likelihood."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a place where words or facts come from is called, and its picture."""

    label: str
    icon: str


CHANNELS: dict[str, SourceWords] = {
    "ticket": SourceWords("Ticket", "ticket"),
    "email": SourceWords("E-mail", "mail"),
    "chat": SourceWords("Chat", "community"),
    "call": SourceWords("Call", "call"),
    "meeting": SourceWords("Meeting", "people"),
    "training": SourceWords("Training", "training"),
    "ebr": SourceWords("Executive review", "notes"),
    "review": SourceWords("Public review", "review"),
    "survey": SourceWords("Survey answer", "nps"),
    "community": SourceWords("Community", "community"),
}
"""By channel of an interaction; `survey` and `community` for answers and posts."""

TABLES: dict[str, SourceWords] = {
    "responses": SourceWords("Survey answer", "nps"),
    "usage": SourceWords("Usage", "power"),
    "interactions": SourceWords("Interaction", "ticket"),
    "posts": SourceWords("Community post", "community"),
    "contracts": SourceWords("Contract", "case"),
    "employments": SourceWords("Employment", "moved"),
    "people": SourceWords("People list", "people"),
    "accounts": SourceWords("Account", "data"),
    "account_history": SourceWords("Account history", "data"),
    "asks": SourceWords("Earlier ask", "request"),
    "acts": SourceWords("Earlier act", "check"),
}
"""By record table, where no channel is known."""


def source_words(table: str | None, channel: str | None) -> SourceWords:
    """Return the words for where something comes from."""
    known = CHANNELS.get(channel or "") or TABLES.get(table or "")
    return known or SourceWords((table or "record").replace("_", " ").capitalize(), "file")
