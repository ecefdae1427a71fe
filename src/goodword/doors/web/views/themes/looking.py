"""Themes: what do customers keep speaking of, and who does?"""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.themes.shown import SEES, SHAPES, changes_of, rows_of, speakers, told_changes
from goodword.kit.shares import share
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.theme_counts import theme_counts
from goodword.programme.advocates.themes import (
    COMPLAINT,
    GOOD,
    WISH,
    Narrowed,
    Said,
    heard_themes,
    is_counted,
    said_in,
    speakers_of,
)
from goodword.programme.themes.models import ThemeChange, key_of
from goodword.programme.themes.shaping import Shape, shape_now, spelled

A_PAGE = 25
PERIODS = {"90": _("The last 90 days"), "365": _("The last year")}
SIDES = {"good": GOOD, "wishes": WISH, "complaints": COMPLAINT}


class Filter(forms.Form):
    """What the words are narrowed to; anything unknown narrows nothing."""

    days = forms.ChoiceField(required=False, choices=[(days, days) for days in PERIODS])
    segment = forms.CharField(required=False, max_length=200)
    side = forms.ChoiceField(required=False, choices=[(word, word) for word in SIDES])


def chosen_in(request: HttpRequest, generation: Generation) -> dict[str, str]:
    """What of the address is valid; the rest is empty."""
    form = Filter(request.GET)
    form.is_valid()
    chosen = {name: form.cleaned_data.get(name) or "" for name in form.fields}
    return chosen | {"segment": chosen["segment"] if chosen["segment"] in _segments(generation) else ""}


def narrowed_to(sight: Sight, chosen: dict[str, str]) -> Narrowed:
    """Whose words count, as the reader may see and wants them."""
    return Narrowed(owner=sight.owner, segment=chosen["segment"], days=int(chosen["days"] or 0))


@policy(SEES)
def themes(request: HttpRequest) -> HttpResponse:
    """List what customers speak of, the themes of most people first."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "themes"})
    sight, shape = Sight.of(principal_in(request)), shape_now()
    chosen = chosen_in(request, generation)
    told = theme_counts(generation, shape, narrowed_to(sight, chosen))
    page = Paginator(told.themes, A_PAGE).get_page(request.GET.get("page"))
    shapes = SHAPES.admits(principal_in(request))
    hidden = ThemeChange.objects.standing().filter(deed="hide") if shapes else ()
    facts = {
        "here": "themes",
        "generation": generation,
        "everybody": told.people,
        "count": len(told.themes),
        "page": page,
        "rows": rows_of(sight, generation, list(page.object_list), told.people, shape),
        "chosen": chosen,
        "narrowed": bool(chosen["days"] or chosen["segment"]),
        "hidden": told_changes(hidden, shape),
        **_offered(generation),
    }
    return render(request, "web/themes/list.html", facts)


@policy(SEES)
def one_theme(request: HttpRequest, theme: str) -> HttpResponse:
    """Show who speaks of a theme, with their words; who did so last first."""
    generation, principal = Publication.current(), principal_in(request)
    if generation is None:
        raise Http404
    sight, shape, heard = Sight.of(principal), shape_now(), heard_themes(generation)
    theme = _named(theme, heard, shape)
    if key_of(shape.root(theme)) != key_of(theme):
        return redirect("theme-speakers", theme=shape.root(theme))
    shapes = SHAPES.admits(principal)
    is_hidden = shape.shown(theme) is None
    changes = changes_of(shape, theme) if shapes else []
    if (theme not in heard and not changes) or (is_hidden and not shapes):
        raise Http404
    chosen, name = chosen_in(request, generation), shape.called(theme)
    counts = theme_counts(generation, shape, narrowed_to(sight, chosen))
    told = next((one for one in counts.themes if one.name == name), None)
    said = said_in(generation, shape, narrowed_to(sight, chosen))
    side = SIDES.get(chosen["side"])
    page = Paginator(speakers_of(said, name, side), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "here": "themes",
        "generation": generation,
        "heard": theme,  # `theme` is whether a page is light or dark
        "name": name,
        "told": told,
        "share": share(told.people, counts.people) if told else None,
        "is_hidden": is_hidden,
        "parts": sorted(one for one in heard if key_of(shape.root(one)) == key_of(theme) and one != theme),
        "page": page,
        "speakers": speakers(sight, generation, [int(place) for place in page.object_list], name, side),
        "chosen": chosen,
        "narrowed": bool(chosen["days"] or chosen["segment"]),
        "tabs": _tabs(said, name, chosen["side"]),
        "shapes": shapes,
        "changes": changes_of(shape, theme) if shapes else [],
        "others": _others(heard, shape, theme) if shapes else [],
        **_offered(generation),
    }
    return render(request, "web/themes/one.html", facts)


def _named(theme: str, heard: list[str], shape: Shape) -> str:
    """A theme as it was heard, by that or by what it is called, whatever the case."""
    found = spelled(theme, heard)
    if found in heard or shape.knows(found):
        return found
    return next((one for one in heard if key_of(shape.called(one)) == key_of(theme)), theme)


def _tabs(said: Said, name: str, side: str) -> list[dict[str, Any]]:
    labels = {"": _("Everybody"), "good": _("Good words"), "wishes": _("Wishes"), "complaints": _("Complaints")}
    return [
        {"side": word, "label": label, "count": len(speakers_of(said, name, SIDES.get(word))), "current": side == word}
        for word, label in labels.items()
    ]


def _others(heard: list[str], shape: Shape, theme: str) -> list[tuple[str, str]]:
    """What it may be merged into: themes that are shown and stand on their own, with what they are called."""
    roots = [one for one in heard if key_of(one) not in shape.into and key_of(one) != key_of(theme)]
    offered = [(one, shape.called(one)) for one in roots if shape.shown(one) is not None]
    return sorted(offered, key=lambda one: one[1].casefold())


def _offered(generation: Generation) -> dict[str, Any]:
    return {
        "periods": list(PERIODS.items()),
        "segments": _segments(generation),
        "counted": is_counted(generation),
        "today": generation.as_of,
    }


def _segments(generation: Generation) -> list[str]:
    return list(generation.counts.get("segments", ()))
