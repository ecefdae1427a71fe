"""One thing for several people at once. Never an ask: an ask is for one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import may, policy, principal_in
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.answering import MomentAnswer, Verb
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

MOST = 100
"""How many people one press may mean; a page has fewer."""

VERBS: dict[str, Verb] = {"thank": "thank", "later": "later", "pass": "pass"}


@policy(may(Right.ANSWER_MOMENTS))
@require_POST
def answer_many(request: HttpRequest) -> HttpResponse:
    """Answer the moments of the ticked people; those without a moment, or out of sight, are passed over and counted."""
    chosen, verb = request.POST.getlist("person")[:MOST], VERBS.get(request.POST.get("verb", ""))
    generation = Publication.current()
    if not chosen or verb is None or generation is None:
        toasts.say(request, _("Nobody was ticked, so nothing was done."))
        return redirect(back_to(request))
    principal = principal_in(request)
    moments = list(Sight.of(principal).moments(generation).filter(person_id__in=chosen))
    given = [answer_moment(moment, verb, by=principal.actor) for moment in moments]
    told = (
        _("Noted for %(done)s of %(chosen)s; the others have no moment that waits.")
        if len(given) < len(chosen)
        else _("Noted for all %(done)s.")
    )
    toasts.say(
        request,
        told % {"done": len(given), "chosen": len(chosen)},
        undo_url=reverse("undo-answers") if given else "",
        undo_fields={"answers": ",".join(str(one.pk) for one in given)},
    )
    return redirect(back_to(request))


@policy(may(Right.ANSWER_MOMENTS))
@require_POST
def undo_many(request: HttpRequest) -> HttpResponse:
    """Take several answers back at once: those whose people one sees."""
    numbers = [int(one) for one in request.POST.get("answers", "").split(",")[:MOST] if one.isdecimal()]
    principal, generation = principal_in(request), Publication.current()
    answers = list(MomentAnswer.objects.filter(pk__in=numbers))
    if generation is not None:
        people = [one.person_id for one in answers]
        seen = set(
            Sight.of(principal).people(generation).filter(person_id__in=people).values_list("person_id", flat=True)
        )
        for one in answers:
            if one.person_id in seen:
                withdraw_answer(one, by=principal.actor)
    toasts.say(request, _("Taken back."))
    return redirect(back_to(request))
