"""The letter that asks a customer's person for an act, drafted from their own words."""

from dataclasses import dataclass, replace
from email.headerregistry import Address

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goodword.doors.mail.opening import may_arrive
from goodword.evidence.records.findings import GOOD
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import ListedPerson, Remark
from goodword.programme.advocates.sight import Sight
from goodword.programme.asks.actions.ask_person import may_ask
from goodword.programme.asks.actions.send_ask import Post, send_ask
from goodword.programme.asks.filling import Wording, filled
from goodword.programme.asks.models import AskLetter
from goodword.programme.asks.shipped_letters import shipped_return
from goodword.programme.asks.templates import letter_now
from goodword.programme.outbox.policies import bare_address
from goodword.programme.people.models import Person
from goodword.programme.people.names import given_name
from goodword.programme.people.one_person import one_person
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right
from goodword.programme.terms.models import Word
from goodword.programme.terms.policies import refuse_letter_by
from goodword.programme.terms.standing import Terms, terms_of
from goodword.runs.intake.labelling import says_synthetic
from goodword.runs.load import bounds_now
from goodword.runs.settings.house_rules import workspace_language, workspace_name

_SHOWN = 300  # letters of a quotation: more than that nobody recognises as one thing they said
_LOOKED_AT = 20
# A letter shows them what they said themselves, and nothing of our notes around it.
_TO_THEM = Sight(frozenset({Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_COMMENTS}))


@dataclass(frozen=True, slots=True)
class AskDraft:
    """A letter as it would leave, before the sender edits it.

    Attributes:
        wording: its subject and words.
        language: what it is written in.
        quote: the remark it rests on; None where we keep no word of theirs that fits into a letter.
        post: how it travels.
    """

    wording: Wording
    language: str
    quote: Remark | None
    post: Post


def refuse_letter_to(
    person: ListedPerson, act_kind: str, *, by: Actor | None = None, sender: User | None = None
) -> GoodwordError | None:
    """Why no letter of whoever asks may ask somebody now; None where one may."""
    today = one_person(person.person_id)
    if today is None:
        return GoodwordError("nobody-there", _("Nobody is known by this id."), _("Look at the list of people again."))
    bounds = bounds_now(settings.WORKSPACE_SETTINGS)
    refusal = may_ask(today.today, act_kind, day=clock.today(), bounds=bounds, by=by)
    return refusal or refuse_letter_by(today.today, sender.email if sender else "") or _refuse_post(person)


def draft_ask(
    person: ListedPerson, act_kind: str, sender: User | None, *, trial: tuple[str, int | None, Wording] | None = None
) -> AskDraft:
    """Write it in their language where we have it, otherwise in the workspace's, otherwise in English.

    Args:
        person: who is asked.
        act_kind: for what.
        sender: whose letter it is; the workspace's if None.
        trial: language, version and words of a template to try instead.

    Raises:
        GoodwordError: there is no letter for this kind of act, or no address.
    """
    refusal = _refuse_post(person)
    if refusal is not None:
        raise refusal
    language, version, template = trial or _template(person, act_kind)
    kind = ActKind.objects.get(pk=act_kind)
    quote = _words_to_quote(person)
    with translation.override(language):
        values = {
            "person": " ".join((given_name(person.name) or person.name).split()),
            "sender": _name(sender),
            "company": " ".join(person.account.split()),
            "quote": str(quote or ""),
            "theme": quote.themes[0] if quote and quote.themes else "",
            "minutes": str(kind.minutes),
            "return": getattr(kind, f"gives_{language}", "") or shipped_return(act_kind, language),
        }
    wording = filled(template, values)
    if says_synthetic(settings.WORKSPACE, otherwise=bool(_told().get("synthetic"))):
        with translation.override(language):
            synthetic = _("Sample company: synthetic data. Nobody here exists.")
        wording = Wording(wording.subject, f"{synthetic}\n\n{wording.text}")
    return AskDraft(wording, language, quote, replace(_post(person, sender, language), version=version))


def send_draft(
    person: ListedPerson,
    act_kind: str,
    wording: Wording,
    draft: AskDraft,
    *,
    token: str,
    by: Actor,
    unthanked_because: str = "",
) -> AskLetter:
    """Send it as the sender edited it, under everything that may forbid it.

    Raises:
        GoodwordError: they may not be asked, or the letter could not be sent as it stands.
    """
    refusal = no_server() if settings.SMTP_SERVER is None else _refuse_post(person)
    if refusal is not None:
        raise refusal
    bounds = bounds_now(settings.WORKSPACE_SETTINGS)
    return send_ask(
        person.person_id,
        act_kind,
        wording,
        draft.post,
        token=token,
        day=clock.today(),
        bounds=bounds,
        by=by,
        unthanked_because=unthanked_because,
    )


def no_server() -> GoodwordError:
    """No mail server takes letters from here."""
    return GoodwordError(
        "no-mail-server",
        _("No mail server is set, so no letter can leave."),
        _("Ask them yourself and write it down with: goodword ask person. Or see docs/how-to/send-mail.md."),
    )


def _words_to_quote(person: ListedPerson) -> Remark | None:
    """Their newest good word that is short enough to be known again, as exactly as they said it.

    One about what they like to speak of goes before others; one about what they do not is left out.
    """
    terms = terms_of(Person.today_of(person.person_id))
    good = Remark.objects.filter(generation_id=person.generation_id, kind__in=GOOD).about(person.person_id)
    shown = _TO_THEM.remarks(list(good.order_by("-at", "remark_id")[:_LOOKED_AT]))
    short = [one for one in shown if 0 < len(str(one)) <= _SHOWN and not _word_on(one, terms, "not")]
    return next((one for one in short if _word_on(one, terms, "gladly")), next(iter(short), None))


def _word_on(remark: Remark, terms: Terms, word: Word) -> bool:
    return any(terms.word_on(theme) == word for theme in remark.themes)


def _template(person: ListedPerson, act_kind: str) -> tuple[str, int | None, Wording]:
    theirs = person.language.strip().lower().replace("_", "-").partition("-")[0]
    kind = ActKind.objects.filter(pk=act_kind, by_choice=True).first()
    for language in (theirs, workspace_language(settings.WORKSPACE_SETTINGS), "en"):
        found = letter_now(kind, language) if kind else None
        if found is not None:
            return language, found.number, found.wording
    raise GoodwordError(
        "no-letter",
        _("There is no letter for “%(kind)s”.") % {"kind": act_kind[:40]},
        _("Nobody is asked for it by a letter of its own."),
    )


def _refuse_post(person: ListedPerson) -> GoodwordError | None:
    if Person.today_of(person.person_id) != person.person_id:
        # What they bear is counted under the id of today: a letter to another address would not be.
        return GoodwordError(
            "merged-since",
            _("They turned out to be somebody known by another id as well."),
            _("Ask them under that one; the next run shows them as one."),
        )
    if person.email.strip():
        return None
    return GoodwordError(
        "no-address", _("No e-mail address of theirs is known."), _("Ask them yourself, by any other way.")
    )


def _post(person: ListedPerson, sender: User | None, language: str) -> Post:
    """From the sender's own name at the programme's address, so that it arrives; answers reach them themselves."""
    name, address = _name(sender), bare_address(settings.DEFAULT_FROM_EMAIL)
    now = clock.now()
    opens = may_arrive(person.person_id, now)
    return Post(
        to=person.email.strip(),
        sender=str(Address(name, addr_spec=address)) if sender else settings.DEFAULT_FROM_EMAIL,
        reply_to=sender.email if sender else "",
        language=language,
        quiet_until=opens if opens > now else None,
        url_of=lambda secret: f"{settings.SITE_URL}{reverse('by-link', args=[secret])}",
    )


def _name(sender: User | None) -> str:
    return " ".join(str(sender).split()) if sender else workspace_name(settings.WORKSPACE_SETTINGS)


def _told() -> dict[str, object]:
    return dict(settings.WORKSPACE_SETTINGS.get("workspace", {}))
