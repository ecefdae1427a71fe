"""How each kind of act is asked for: what, who sees it, and what no means. The words a customer's person reads."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.programme.permissions.wording import kind_label

type Words = str | Promise


@dataclass(frozen=True, slots=True)
class KindWords:
    """One kind of act, as it is spoken of to whom we ask.

    Attributes:
        question: the request.
        kind: what it is, in a list of what may be asked.
        seen: who sees what of it.
        never: what "never" means.
        icon: its picture.
    """

    question: Words
    kind: Words
    seen: Words
    never: Words
    icon: str


KINDS: dict[str, KindWords] = {
    "quote": KindWords(
        _("May we quote you?"),
        _("A sentence with your name"),
        _("One sentence with your name and company. You see the exact words first; nothing appears without your yes."),
        _("We will not ask for a quote again."),
        "quote",
    ),
    "reference_call": KindWords(
        _("Would you talk to somebody who thinks of choosing us?"),
        _("A call with another customer"),
        _("Nothing. It is a talk between you and them, and nobody records it."),
        _("We will not ask for a call again."),
        "call",
    ),
    "case_study": KindWords(
        _("Would you tell your story with us?"),
        _("A written story"),
        _("A story about what you did. You read all of it first, and so does your company."),
        _("We will not ask for a story again."),
        "case",
    ),
    "talk": KindWords(
        _("Would you speak about it in front of others?"),
        _("A talk, near you"),
        _("Your name and the title of your talk, once you have said yes to both."),
        _("We will not ask for a talk again."),
        "talk",
    ),
    "logo": KindWords(
        _("May we show your company’s logo?"),
        _("Your company’s logo"),
        _("The logo of your company, where we name our customers. Your company has to agree, too."),
        _("We will not ask you for the logo again."),
        "logo",
    ),
    "referral": KindWords(
        _("Do you know somebody whom this would help?"),
        _("Telling somebody of us"),
        _("Nothing. Whom you tell, and what, is yours."),
        _("We will not ask whether you know somebody again."),
        "referral",
    ),
    "introduction": KindWords(
        _("Would you introduce us to somebody?"),
        _("An introduction"),
        _("Nothing. You write to whom you like, in your own words."),
        _("We will not ask for an introduction again."),
        "referral",
    ),
    "beta": KindWords(
        _("Would you try something new early?"),
        _("Trying something new early"),
        _("Nothing. What you tell us stays with us."),
        _("We will not ask you to try something early again."),
        "beta",
    ),
    "advisory_board": KindWords(
        _("Would you advise us on what to build?"),
        _("Advising us on what to build"),
        _("Nothing outside the group that meets."),
        _("We will not ask you to advise us again."),
        "people",
    ),
    "review": KindWords(
        _("Would you write a public review, whatever you think?"),
        _("A public review"),
        _("What you write, where you write it. We asked people by lot, not by what they think."),
        _("We will not ask for a review again."),
        "review",
    ),
}
"""By kind of act."""


def words_for(kind: str) -> KindWords:
    """The words for a kind; plain ones for one that somebody added."""
    if kind in KINDS:
        return KINDS[kind]
    return KindWords(
        _("Would you help us with something?"),
        kind_label(kind),
        _("Nothing without your yes."),
        _("We will not ask for this again."),
        "request",
    )


ANSWERS: dict[str, Words] = {"accepted": _("Yes"), "not_now": _("Not now"), "never": _("Never"), "declined": _("No")}
"""What an answer is called."""

SAID: dict[str, Words] = {
    "answer": _("Thank you. Your answer is written down, and counts from now on."),
    "stop": _("Nobody asks you for anything from now on."),
    "welcome": _("Thank you. You may be asked again, and you can say no every time."),
    "limit": _("That is written down, and counts from now on."),
    "topics": _("That is written down, and counts from now on."),
    "reach": _("That is written down, and counts from now on."),
    "allow": _("Thank you. Nothing but these words, and only as long as you like."),
    "refuse": _("These words will not be used."),
    "withdraw": _("That permission is taken back, and counts no more."),
    "offer": _("Thank you. Your times are passed on; we write to you as soon as one is picked."),
    "no_time": _("Thank you. We write to you to find a time."),
    "call_off": _("The meeting is called off, and the other side is told."),
    "how_it_was": _("Thank you. It is kept."),
    "export": _("It is being put together. Load this page again in a moment."),
    "erase": _("You are being erased."),
}
"""What to say once it is done, by the name of the step."""
