"""The two steps of every wish that comes by a link, whatever it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goodword.doors.portal.linked.opening import by_link, refuse_on_copy, unavailable
from goodword.doors.portal.linked.second_step import wish_of, word_for
from goodword.kit.errors import GoodwordError
from goodword.programme.links.models import Link
from goodword.programme.team.actor import Actor

type Wish = Mapping[str, str]

_SEE_OTHER, _UNPROCESSABLE = 303, 422
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Sure:
    """What the second step shows.

    Attributes:
        title: a question.
        sentence: what comes of it.
        button: what to press.
        words: their own words it is about, to the letter; empty for none.
        danger: whether nothing brings it back.
    """

    title: str
    sentence: str
    button: str
    words: str = ""
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be said by a link.

    Attributes:
        fields: what belongs to it, beside its name.
        asks: what to show before it counts; raises GoodwordError where it makes no sense.
        does: does it; raises GoodwordError where it may not be done.
    """

    fields: tuple[str, ...]
    asks: Callable[[Link, Wish], Sure]
    does: Callable[[Link, Wish, Actor], None]


def take(request: HttpRequest, secret: str, link: Link, steps: Mapping[str, Step]) -> HttpResponseBase:
    """Take a wish in: the first press leads to the question, the second does it and leads back."""
    refusal = refuse_on_copy()
    if refusal is not None:
        return unavailable(request, refusal)
    try:
        return _taken(request, secret, link, steps)
    except GoodwordError as error:
        facts = {"refusal": error, "back": address(secret)}
        return render(request, "portal/linked/refused.html", facts, status=_UNPROCESSABLE)


def address(secret: str) -> str:
    """Where a link leads."""
    return reverse("by-link", args=[secret])


def _taken(request: HttpRequest, secret: str, link: Link, steps: Mapping[str, Step]) -> HttpResponseBase:
    word = request.POST.get("sure", "")
    wish = wish_of(link, word) if word else _first(request, steps)
    if wish is None:
        raise GoodwordError(
            "step-over",
            _("This was said already, or the page was open too long. Nothing was changed by this press."),
            _("Go back and look: there it stands as it is now."),
        )
    step = steps.get(wish["do"])
    if step is None:
        raise _unheard_of()
    if word:
        step.does(link, wish, by_link(link))
        answer = HttpResponseRedirect(f"{address(secret)}?said={wish['do']}")
        answer.status_code = _SEE_OTHER
        return answer
    facts = {"sure": step.asks(link, wish), "word": word_for(link, wish), "back": address(secret)}
    return render(request, "portal/linked/sure.html", facts)


def _first(request: HttpRequest, steps: Mapping[str, Step]) -> dict[str, str]:
    name = request.POST.get("do", "")
    step = steps.get(name)
    if step is None:
        raise _unheard_of()
    told = {field: request.POST.get(field, "")[:_LONGEST].strip() for field in step.fields}
    return {"do": name, **told}


def _unheard_of() -> GoodwordError:
    return GoodwordError(
        "step-unknown", _("Nothing was chosen, and nothing was changed."), _("Go back and choose one answer.")
    )
