"""The letters that are shipped, by language: a frame, and for each kind of act what it asks for.

What somebody said stands in one paragraph with the words around it, so that all of it is left out where they said
nothing. They are written here and not translated word for word: a letter to a customer is written in its language.
"""

from goodword.programme.asks.filling import Wording

_FRAMES = {
    "en": (
        "Dear {{person}},\n\n"
        "you once told us:\n“{{quote}}”\nThat is why I come to you.\n\n"
        "{wish}\n\n"
        "{heard}It takes about {{minutes}} minutes of your time.\n\n"
        "What you get in return: {{return}}\n\n"
        "Yes, not now, or never: all three are good answers. This page takes each of them, and says what others would "
        "see.\n{{answer_link}}\n\n"
        "With kind regards\n{{sender}}\n\n"
        "If you want no such letters at all: {{stop_link}}\n"
    ),
    "de": (
        "Guten Tag {{person}},\n\n"
        "Sie haben uns einmal gesagt:\n„{{quote}}“\nDarum wende ich mich an Sie.\n\n"
        "{wish}\n\n"
        "{heard}Es kostet Sie etwa {{minutes}} Minuten.\n\n"
        "Was Sie dafür bekommen: {{return}}\n\n"
        "Ja, jetzt nicht oder nie: Jede der drei Antworten ist gut. Diese Seite nimmt jede an und sagt, was andere "
        "sehen würden.\n{{answer_link}}\n\n"
        "Mit freundlichen Grüßen\n{{sender}}\n\n"
        "Wenn Sie gar keine solchen Briefe möchten: {{stop_link}}\n"
    ),
}

_HEARD = {
    "en": "It is what you said about {theme} that others should hear.\n\n",
    "de": "Was Sie über {theme} gesagt haben, sollten andere hören.\n\n",
}
"""A paragraph of those letters that ask somebody to be heard by others."""

_HEARD_BY_OTHERS = frozenset({"quote", "reference_call", "case_study", "talk"})

_WISHES: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "quote": ("May we quote you?", "May we quote you with your name and your company?"),
        "reference_call": (
            "Would you talk to another company?",
            "Would you talk to somebody who thinks of choosing us, and tell them how it really is?",
        ),
        "case_study": ("Would you tell your story with us?", "Would you tell with us, in writing, what you achieved?"),
        "talk": ("Would you speak about your work?", "Would you speak about what you did in front of others?"),
        "logo": ("May we show your logo?", "May we show your company’s logo where we name our customers?"),
        "referral": (
            "Do you know somebody whom this would help?",
            "Do you know somebody whom this would help as well, and would you tell them of us?",
        ),
        "introduction": (
            "Would you introduce us?", "Would you introduce us to somebody you know, in your own words?",
        ),
        "beta": ("Would you try something new early?", "Would you try something new before others do?"),
        "advisory_board": ("Would you advise us?", "Would you advise us, with a few others, on what to build next?"),
    },
    "de": {
        "quote": ("Dürfen wir Sie zitieren?", "Dürfen wir Sie mit Namen und Unternehmen zitieren?"),
        "reference_call": (
            "Würden Sie mit einem anderen Unternehmen sprechen?",
            "Würden Sie mit jemandem sprechen, der überlegt, sich für uns zu entscheiden, und sagen, wie es ist?",
        ),
        "case_study": (
            "Würden Sie Ihre Geschichte mit uns erzählen?",
            "Würden Sie mit uns schriftlich erzählen, was Sie erreicht haben?",
        ),
        "talk": ("Würden Sie von Ihrer Arbeit erzählen?", "Würden Sie vor anderen erzählen, was Sie gemacht haben?"),
        "logo": (
            "Dürfen wir Ihr Logo zeigen?",
            "Dürfen wir das Logo Ihres Unternehmens zeigen, wo wir unsere Kunden nennen?",
        ),
        "referral": (
            "Kennen Sie jemanden, dem das hilft?",
            "Kennen Sie jemanden, dem das ebenfalls helfen würde, und würden Sie von uns erzählen?",
        ),
        "introduction": (
            "Würden Sie uns vorstellen?",
            "Würden Sie uns jemandem, den Sie kennen, mit Ihren eigenen Worten vorstellen?",
        ),
        "beta": ("Würden Sie etwas Neues früh ausprobieren?", "Würden Sie etwas Neues vor allen anderen ausprobieren?"),
        "advisory_board": (
            "Würden Sie uns beraten?", "Würden Sie uns mit einigen anderen beraten, was wir als Nächstes bauen?",
        ),
    },
}  # fmt: skip

_PLAIN = {
    "en": ("Would you help us with this: {label}?", "Would you help us with this: {label}?"),
    "de": ("Würden Sie uns dabei helfen: {label}?", "Würden Sie uns dabei helfen: {label}?"),
}

_RETURNS: dict[str, dict[str, str]] = {
    "en": {
        "quote": "your words stand with your name where others look, and you see them first.",
        "reference_call": "a talk with somebody in your place, and our word that you are left in peace afterwards.",
        "case_study": "a story of your work that you may use yourself; we write it, you change what you like.",
        "talk": "a stage for your work, help with the slides, and the recording.",
        "logo": "a link to your company from where we name it.",
        "beta": "you see it first, and what you say decides what becomes of it.",
        "advisory_board": "a say in what we build, and the company of others who do your work.",
    },
    "de": {
        "quote": "Ihre Worte stehen mit Ihrem Namen da, wo andere hinsehen, und Sie sehen sie zuerst.",
        "reference_call": "ein Gespräch mit jemandem in Ihrer Lage, und unser Wort, dass Sie danach Ruhe haben.",
        "case_study": "eine Geschichte Ihrer Arbeit, die Sie selbst verwenden dürfen; wir schreiben, Sie ändern.",
        "talk": "eine Bühne für Ihre Arbeit, Hilfe bei den Folien und die Aufnahme.",
        "logo": "ein Verweis auf Ihr Unternehmen von dort, wo wir es nennen.",
        "beta": "Sie sehen es zuerst, und was Sie sagen, entscheidet, was daraus wird.",
        "advisory_board": "ein Wort bei dem, was wir bauen, und die Gesellschaft anderer, die Ihre Arbeit tun.",
    },
}

LANGUAGES = tuple(_FRAMES)


def shipped_return(act_kind: str, language: str) -> str:
    """What somebody gets in return, in the words that are shipped; empty where nothing is promised."""
    return _RETURNS.get(language, {}).get(act_kind, "")


def shipped_letter(act_kind: str, language: str) -> Wording | None:
    """The shipped letter for a kind of act; None where there is none, as for what people are drawn for by lot."""
    wish = _WISHES.get(language, {}).get(act_kind)
    heard = _HEARD.get(language, "") if act_kind in _HEARD_BY_OTHERS else ""
    return Wording(wish[0], _FRAMES[language].format(wish=wish[1], heard=heard)) if wish else None


def plain_letter(label: str, language: str) -> Wording | None:
    """The letter for a kind of act that somebody added, which nobody wrote one for; None in an unknown language.

    Args:
        label: what the kind is called.
        language: of the letter.
    """
    wish = _PLAIN.get(language)
    if wish is None:
        return None
    called = label.replace("{", "(").replace("}", ")")
    return Wording(wish[0].format(label=called), _FRAMES[language].format(wish=wish[1].format(label=called), heard=""))
