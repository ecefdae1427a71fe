"""Saying what a theme is called, what it is counted with and that it is shown nowhere; and taking that back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.themes.shown import SHAPES
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.themes import heard_themes
from goodword.programme.team.actor import Actor
from goodword.programme.themes.actions.hide_theme import hide_theme
from goodword.programme.themes.actions.merge_theme import merge_theme
from goodword.programme.themes.actions.rename_theme import rename_theme
from goodword.programme.themes.actions.withdraw_change import withdraw_change
from goodword.programme.themes.models import DEEDS, ThemeChange
from goodword.programme.themes.shaping import shape_now

_TOLD = {
    "rename": _l("It is called “%(to)s” now, everywhere."),
    "merge": _l("“%(theme)s” and “%(to)s” are one theme now, everywhere."),
    "hide": _l("“%(theme)s” is shown nowhere now. What was said stays."),
}


@policy(SHAPES)
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Do one of them, with a way back."""
    theme, deed, to = (request.POST.get(name, "") for name in ("theme", "deed", "to"))
    if deed not in DEEDS or not theme:
        raise Http404
    called = shape_now().called(theme)
    try:
        row = done(deed, theme, to, by=principal_in(request).actor)
    except GoodwordError as error:
        words = {"title": _("That cannot be done"), "sentence": error.sentence, "mend": error.mend}
        return render(request, "web/error.html", words, status=422)
    shape = shape_now()
    told = _TOLD[deed] % {"theme": called, "to": shape.called(theme)}
    toasts.say(request, told, undo_url=reverse("theme-undo", args=[row.pk]))
    return redirect("themes") if deed == "hide" else redirect("theme-speakers", theme=shape.root(theme))


def done(deed: str, theme: str, to: str, *, by: Actor) -> ThemeChange:
    """Do one of DEEDS.

    Raises:
        GoodwordError: it makes no sense; see programme/themes/policies.py.
    """
    known = heard_themes(Publication.current())
    if deed == "rename":
        return rename_theme(theme, to, known=known, by=by)
    if deed == "merge":
        return merge_theme(theme, to, known=known, by=by)
    return hide_theme(theme, known=known, by=by)


@policy(SHAPES)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take a change back; what stood before it counts again."""
    row = ThemeChange.objects.filter(pk=number).first()
    if row is None:
        raise Http404
    withdraw_change(row, by=principal_in(request).actor)
    toasts.say(request, _("Taken back."))
    return redirect(back_to(request, reverse("themes")))
