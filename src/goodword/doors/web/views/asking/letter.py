"""The letter that asks: drafted from their own words, edited by whoever sends it, sent once."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.mail.asking import AskDraft, draft_ask, no_server, refuse_letter_to, send_draft
from goodword.doors.mail.for_need import sent_for, with_need
from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.said import act_words
from goodword.doors.web.views.asking.for_need import claim_meant
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import ListedPerson, Publication, Remark
from goodword.programme.advocates.sight import Sight
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.bounds import load_of
from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import Ask, AskLetter
from goodword.programme.asks.thanking import HOW_LABELS, LONGEST_REASON, owed_thanks, refuse_unthanked
from goodword.programme.needs.telling import need_sentence
from goodword.programme.people.models import Person
from goodword.programme.people.one_person import one_person
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.roles import Right

LONGEST_WORDS = 10_000
_asking = may(Right.SEE_CONTACTS, Right.ASK_PEOPLE)


class LetterForm(forms.Form):
    """A letter as its sender edited it."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Letter"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text=gettext_lazy(
            "What stands in braces is filled in when it leaves: {answer_link} is the page on which they answer, "
            "{stop_link} the one that ends such letters."
        ),
    )
    unthanked_because = forms.CharField(
        label=gettext_lazy("Why nobody thanks them first"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=gettext_lazy("It is kept with the letter, for your own people."),
    )
    token = forms.CharField(max_length=64, widget=forms.HiddenInput)


@policy(_asking)
@never_cache
def letter(request: HttpRequest, person_id: str, act_kind: str) -> HttpResponseBase:
    """Show the letter as it would leave; with a POST send it as it was edited."""
    person = _seen(request, person_id)
    if not ActKind.objects.filter(pk=act_kind).exists():
        raise Http404
    posted = request.method == "POST"
    form = LetterForm(request.POST) if posted else LetterForm()
    claim = claim_meant(request, person, act_kind)
    draft, refusal = _draft(request, person, act_kind)
    again = posted and form.is_valid() and draft is not None
    if draft is not None and again:
        try:
            return _sent(request, person, act_kind, form, draft)
        except GoodwordError as error:
            refusal = error
    elif draft is not None and not posted:
        wording = with_need(draft.wording, claim, draft.language)
        first = {"subject": wording.subject, "text": wording.text, "token": uuid4().hex}
        form = LetterForm(initial=first)
    owed = _owed(person, act_kind)
    if owed is None:
        del form.fields["unthanked_because"]
    facts = {
        "here": "people",
        "person": person,
        "act": act_words(act_kind),
        "act_kind": act_kind,
        "draft": draft,
        "form": form,
        "refusal": refusal,
        "load": load_of(person.person_id),
        "claim": claim,
        "need": need_sentence(claim.need) if claim else "",
        "owed": owed,
        "hows": HOW_LABELS.items(),
    }
    return render(request, "web/asking/letter.html", facts, status=422 if posted else 200)


@policy(_asking)
@require_POST
def take_back(request: HttpRequest, ask_id: str) -> HttpResponseBase:
    """Take an ask back whose letter has not left; the person may be asked again."""
    ask = Ask.objects.all().named([ask_id]).select_related("reservation__person").first()
    if ask is None or ask.reservation is None:
        raise Http404
    person = _seen(request, Person.today_of(ask.reservation.person_id))
    try:
        withdraw_ask(ask, by=principal_in(request).actor, reason=_("Taken back before it left."))
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("The letter to %(name)s was taken back; nothing was sent.") % {"name": person.called})
    return HttpResponseRedirect(reverse("person", args=[person.person_id]))


@policy(_asking)
@require_POST
def thanked(request: HttpRequest, person_id: str, act_kind: str) -> HttpResponseBase:
    """Write down that one of ours thanked them, and go on with the letter."""
    person = _seen(request, person_id)
    try:
        thank_person(person_id, request.POST.get("how", ""), day=clock.today(), by=principal_in(request).actor)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("Thanks to %(name)s noted.") % {"name": person.called})
    claim = claim_meant(request, person, act_kind)
    back = reverse("ask-person", args=[person_id, act_kind])
    return HttpResponseRedirect(f"{back}?claim={claim.pk}" if claim else back)


def _owed(person: ListedPerson, act_kind: str) -> Remark | None:
    """The good words for which nobody thanked them yet, where that stands before this ask."""
    today = one_person(person.person_id)
    owed = owed_thanks(today.today) if today else None
    return owed if refuse_unthanked(owed, act_kind, "") else None


def _draft(request: HttpRequest, person: ListedPerson, act_kind: str) -> tuple[AskDraft | None, GoodwordError | None]:
    """The letter, or why there is none."""
    by = principal_in(request)
    refusal = (
        no_server() if settings.SMTP_SERVER is None else refuse_letter_to(person, act_kind, by=by.actor, sender=by.user)
    )
    try:
        draft = draft_ask(person, act_kind, by.user)
    except GoodwordError as error:
        return None, refusal or error
    return draft, refusal


def _sent(
    request: HttpRequest, person: ListedPerson, act_kind: str, form: LetterForm, draft: AskDraft
) -> HttpResponseBase:
    chosen = form.cleaned_data
    words = Wording(chosen["subject"], chosen["text"].replace("\r\n", "\n"))
    by, claim = principal_in(request).actor, claim_meant(request, person, act_kind)

    def send() -> AskLetter:
        why = chosen["unthanked_because"]
        return send_draft(person, act_kind, words, draft, token=chosen["token"], by=by, unthanked_because=why)

    sent = sent_for(claim, send, by)
    undo = reverse("ask-take-back", args=[sent.ask.ledger_id])
    toasts.say(request, _("The letter to %(name)s is in the outbox.") % {"name": person.called}, undo_url=undo)
    back = reverse("request", args=[claim.need_id]) if claim else reverse("person", args=[person.person_id])
    return HttpResponseRedirect(back)


def _seen(request: HttpRequest, person_id: str) -> ListedPerson:
    """The person, as far as whoever asks sees them."""
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    row = sight.people(generation).about(person_id).first() if generation else None
    if row is None:
        raise Http404
    return sight.person(row)
