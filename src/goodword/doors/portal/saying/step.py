"""One thing that can be said: what it asks before it counts, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.links.models import Link
from goodword.programme.team.actor import Actor

type Wish = Mapping[str, str]

LONGEST = 5_000
LONGEST_FIELD, MOST_FIELDS = 60, 200


@dataclass(frozen=True, slots=True)
class Visit:
    """Who says something on pages of their own.

    Attributes:
        person_id: who they are today.
        by: as the trail names them: their user, or their link.
        link: the link they came by; None where they are signed in.
    """

    person_id: str
    by: Actor
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Sure:
    """What the second step shows.

    Attributes:
        title: a question.
        sentence: what comes of it.
        button: what to press.
        words: their own words it is about, to the letter; empty for none.
        lines: what changes, a line each.
        typed: what has to be typed as well, for what nothing brings back; empty for nothing.
    """

    title: str
    sentence: str
    button: str
    words: str = ""
    lines: tuple[str, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be said.

    Attributes:
        asks: what to show before it counts; raises GoodwordError where it makes no sense.
        does: does it; raises GoodwordError where it may not be done.
        fields: what belongs to it, beside its name.
        always_asks: whether it is asked again of those who are signed in, too.
        each: what fields begin with that belong to it as well, one for each of some things; empty for none.
    """

    asks: Callable[[Visit, Wish], Sure]
    does: Callable[[Visit, Wish], None]
    fields: tuple[str, ...] = ()
    always_asks: bool = False
    each: str = ""


def wish_in(posted: Mapping[str, str], steps: Mapping[str, Step]) -> dict[str, str]:
    """What somebody sent, as far as it belongs to the step it names.

    Raises:
        GoodwordError: it names none.
    """
    name = posted.get("do", "")
    step = step_named(name, steps)
    more = [field for field in posted if step.each and field.startswith(step.each) and len(field) <= LONGEST_FIELD]
    told = {field: posted.get(field, "")[:LONGEST].strip() for field in (*step.fields, *more[:MOST_FIELDS])}
    return {"do": name, **told}


def step_named(name: str, steps: Mapping[str, Step]) -> Step:
    """The step with this name.

    Raises:
        GoodwordError: there is none.
    """
    found = steps.get(name)
    if found is None:
        raise nothing_chosen()
    return found


def nothing_chosen() -> GoodwordError:
    """Nothing that is offered was sent."""
    return GoodwordError(
        "step-unknown", _("Nothing was chosen, and nothing was changed."), _("Go back and choose one answer.")
    )


def refuse_typed(sure: Sure, typed: str) -> GoodwordError | None:
    """Refuse what nothing brings back, where what has to be typed is not there."""
    if not sure.typed or " ".join(typed.split()).casefold() == " ".join(sure.typed.split()).casefold():
        return None
    return GoodwordError(
        "typed-wrong",
        _("What you typed is not what stands there. Nothing was changed."),
        _("Go back and press once more, if you mean it."),
    )
