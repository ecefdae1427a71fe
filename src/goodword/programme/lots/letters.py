"""The invitation to a public review, by language: the same words to everybody who was drawn.

Nothing that somebody said stands in it, and nothing that would tell the content from the discontent.
"""

from goodword.programme.asks.filling import Wording

_LETTERS = {
    "en": (
        "Would you review us on {site}?",
        (
            "Dear {person},\n\n"
            "you were drawn by lot from everybody at our customers. Would you tell others, in public, what you think "
            "of our product? Good or bad, in your own words:\n{url}\n\n"
            "{disclosure}\n\n"
            "Yes, not now, or never: all three are good answers. This page takes each of them.\n{{answer_link}}\n\n"
            "With kind regards\n{sender}\n\n"
            "If you want no such letters at all: {{stop_link}}\n"
        ),
    ),
    "de": (
        "Würden Sie uns auf {site} bewerten?",
        (
            "Guten Tag {person},\n\n"
            "Sie wurden aus allen Menschen bei unseren Kunden ausgelost. Würden Sie anderen öffentlich sagen, was Sie "
            "von unserem Produkt halten? Gut oder schlecht, in Ihren eigenen Worten:\n{url}\n\n"
            "{disclosure}\n\n"
            "Ja, jetzt nicht oder nie: Jede der drei Antworten ist gut. Diese Seite nimmt jede an.\n{{answer_link}}\n\n"
            "Mit freundlichen Grüßen\n{sender}\n\n"
            "Wenn Sie gar keine solchen Briefe möchten: {{stop_link}}\n"
        ),
    ),
}

LANGUAGES = tuple(_LETTERS)

EXAMPLE_DISCLOSURE = (
    "You were invited by lot, whatever you think of us. We give nothing in return, and a bad review changes nothing "
    "between us. If the site asks, please say that we invited you."
)
"""What a new site begins with; an example, to be made one's own."""


def invitation(language: str, *, person: str, sender: str, site: str, url: str, disclosure: str) -> Wording:
    """Write the invitation; in English where there are no words in a language."""
    subject, text = _LETTERS.get(language, _LETTERS["en"])
    values = {"person": person, "sender": sender, "site": site, "url": url, "disclosure": disclosure}
    return Wording(" ".join(subject.format(**values).split()), text.format(**values))
