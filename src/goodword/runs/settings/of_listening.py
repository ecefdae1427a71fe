"""Settings of listening: how sure it is; whether a server is asked as well, which one, and what that may cost."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from goodword.runs.settings.setting import Kind, Setting, Value, Words

ENDPOINT = "listening.endpoint"
WRONG_AT_MOST_ONE_IN = "listening.wrong_at_most"
_PAGE = "how-to/ask-a-model.md"
_BUDGETS: dict[str, tuple[Words, Words, int, int]] = {
    "requests_a_day": (_("Requests a day"), _("How many requests may leave in a day (UTC)."), 500, 1_000_000),
    "requests_a_month": (
        _("Requests a month"), _("How many requests may leave in a calendar month (UTC)."), 5_000, 10_000_000
    ),
    "tokens_a_day": (_("Tokens a day"), _("How many tokens that may cost in a day (UTC)."), 500_000, 10**9),
    "tokens_a_month": (
        _("Tokens a month"), _("How many tokens that may cost in a calendar month (UTC)."), 5_000_000, 10**10
    ),
}  # fmt: skip


def settings_of_listening() -> Iterator[Setting]:
    """How sure the listener has to be, and everything about the server that is asked."""
    yield _sureness()
    asked = _("What remarks in doubt are taken for, from the next run on.")
    yield _one(
        "on",
        (_("Ask a server"), _("Whether a server is asked what sentences of customers are."), asked),
        "yes_no",
        value=False,
    )
    where = _("Where sentences of customers go, names and the like taken out.")
    address = _("Where an OpenAI-compatible server is, such as https://models.company.example/v1.")
    yield _one("url", (_("Address"), address, where), "address", value="")
    model = _("What that server calls the model. Its name stands on every remark that comes of it.")
    yield _one("model", (_("Model"), model, _("Who answers; texts asked before are asked again.")), "text", value="")
    open_line = _("Whether an address with http:// may lead to another machine. Only for a network of your own.")
    yield _one("unencrypted", (_("Without encryption"), open_line, where), "yes_no", value=False)
    taken = _("Names, addresses, numbers and ids are taken out of a sentence before it leaves.")
    always = _("Nobody outside needs to know who said it.")
    yield _one("redaction", (_("Names taken out"), taken, where), "yes_no", value=True, fixed=always)
    for name, (label, meaning, value, high) in _BUDGETS.items():
        yield _number(name, (label, meaning, _("When asking stops until the time is over.")), value, (0, high))
    patience = _("How long one request may take, answer included.")
    waits = _("How long a slow server is waited for.")
    yield _number("seconds", (_("Patience"), patience, waits), 60, (1, 600), unit=_("seconds"))


def _sureness() -> Setting:
    return Setting(
        key=WRONG_AT_MOST_ONE_IN,
        group="listening",
        subject=_("Remarks"),
        label=_("Wrong at most one in"),
        meaning=_("Of so many remarks of a kind one may be wrong, as measured on sentences written for that."),
        changes=_("A higher number says less and is right more often; every text is read again."),
        kind="whole",
        default=10,
        low=2,
        high=100,
        page="algorithms/learning.md",
    )


def _one(name: str, words: tuple[Words, Words, Words], kind: Kind, *, value: Value, fixed: Words = "") -> Setting:
    label, meaning, changes = words
    return Setting(
        key=f"{ENDPOINT}.{name}",
        group="listening",
        subject=_("The server asked"),
        label=label,
        meaning=meaning,
        changes=changes,
        kind=kind,
        default=value,
        page=_PAGE,
        fixed=fixed,
    )


def _number(
    name: str, words: tuple[Words, Words, Words], value: int, bounds: tuple[int, int], *, unit: Words = ""
) -> Setting:
    label, meaning, changes = words
    return Setting(
        key=f"{ENDPOINT}.{name}",
        group="listening",
        subject=_("The server asked"),
        label=label,
        meaning=meaning,
        changes=changes,
        kind="whole",
        default=value,
        unit=unit,
        low=bounds[0],
        high=bounds[1],
        page=_PAGE,
    )
