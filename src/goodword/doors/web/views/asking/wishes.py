"""Writing down what somebody told a colleague: how to reach them, how often, about what gladly and about what not."""

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.who.shown import seen
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.limits import MOST_DAYS
from goodword.programme.asks.models import Limit
from goodword.programme.asks.models.load import MOST_A_QUARTER
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Right
from goodword.programme.terms.actions.set_reach import set_reach
from goodword.programme.terms.actions.set_topics import set_topics
from goodword.programme.terms.models import LONGEST_DETAIL, LONGEST_TOPIC, MOST_TOPICS
from goodword.programme.terms.standing import Terms, terms_of

_WAYS = [
    ("", gettext_lazy("By e-mail")),
    ("phone", gettext_lazy("By phone only")),
    ("colleague", gettext_lazy("Only by whoever cares for their account")),
]
_LINES = forms.Textarea(attrs={"rows": 3})
_MOST_LETTERS = LONGEST_TOPIC * MOST_TOPICS


class WishesForm(forms.Form):
    """What they told us."""

    way = forms.ChoiceField(label=gettext_lazy("To be reached"), choices=_WAYS, required=False)
    detail = forms.CharField(label=gettext_lazy("Which number, which hours"), max_length=LONGEST_DETAIL, required=False)
    asks_a_quarter = forms.IntegerField(
        label=gettext_lazy("Asks a quarter, at most"),
        min_value=0,
        max_value=MOST_A_QUARTER,
        required=False,
        help_text=gettext_lazy("0 for none. Empty where they said nothing of it; ours holds then."),
    )
    days_between = forms.IntegerField(
        label=gettext_lazy("Days from one ask to the next, at least"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
    )
    gladly = forms.CharField(
        label=gettext_lazy("Likes to speak about"),
        max_length=_MOST_LETTERS,
        required=False,
        widget=_LINES,
        help_text=gettext_lazy("A line for each."),
    )
    not_about = forms.CharField(
        label=gettext_lazy("Rather not about"),
        max_length=_MOST_LETTERS,
        required=False,
        widget=_LINES,
        help_text=gettext_lazy("A line for each. No letter quotes them on it, and no request proposes them for it."),
    )

    def topics(self, before: Terms) -> dict[str, str]:
        """The word on each topic; those that stood there and were taken out have none any more."""
        gone = dict.fromkeys((topic for topic, _word in before.topics.values()), "")
        return gone | {
            topic: word
            for word, field in (("gladly", "gladly"), ("not", "not_about"))
            for topic in _lines(self.cleaned_data[field])
        }


@policy(may(Right.SEE_PEOPLE, Right.SEE_CONTACTS, Right.ASK_PEOPLE))
@never_cache
def wishes(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Show what holds, to change it; with a POST write down what is new of it, all of it or nothing."""
    person = seen(request, person_id)
    if person is None:
        raise Http404
    before, limit = terms_of(person.person_id), Limit.objects.of(person.person_id)
    first = {
        "way": before.way,
        "detail": before.detail,
        "asks_a_quarter": limit.asks_a_quarter if limit else None,
        "days_between": limit.days_between if limit else None,
        "gladly": "\n".join(before.gladly),
        "not_about": "\n".join(before.not_about),
    }
    form = WishesForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            _write(person.person_id, form, before, limit, by=principal_in(request).actor)
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            toasts.say(request, _("Written down. It counts at once, at every door."))
            return redirect("person", person_id=person.person_id)
    facts = {"here": "people", "person": person, "form": form}
    return render(request, "web/asking/wishes.html", facts, status=422 if form.errors else 200)


def _write(person_id: str, form: WishesForm, before: Terms, limit: Limit | None, *, by: Actor) -> None:
    told = form.cleaned_data
    often = {name: told[name] for name in ("asks_a_quarter", "days_between")}
    stands = {name: getattr(limit, name, None) for name in often}
    with transaction.atomic():
        set_reach(person_id, told["way"], told["detail"], by=by)
        set_topics(person_id, form.topics(before), by=by)
        if often != stands:
            set_limit(person_id, **often, by=by)


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
