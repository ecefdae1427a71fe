"""The letter that invites a customer's person to their own page; shown before it is sent, by page and console alike."""

from datetime import timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.programme.advocates.invitations import Writer
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.outbox.actions.queue_letter import Draft
from goodword.programme.team.models import User
from goodword.runs.intake.labelling import says_synthetic
from goodword.runs.settings.house_rules import workspace_language, workspace_name

LASTS = timedelta(days=3)
"""How long it may wait for the mail server. Its link lasts, so a day late is no harm; a week late is odd."""


def writer_for(person: ListedPerson, inviter: User | None) -> Writer | None:
    """What writes the letter to somebody; None where no mail server is set, and so no letter leaves.

    Args:
        person: who is invited.
        inviter: who answers reach; None for the console.
    """
    if settings.SMTP_SERVER is None:
        return None
    return lambda user, key: write_invitation(person, user.email, inviter=inviter, key=key)


def write_invitation(person: ListedPerson, to: str, *, inviter: User | None, key: str = "") -> Draft:
    """Write it in the language of whom it is for, or in the workspace's where we do not speak theirs.

    Args:
        person: who is invited.
        to: where it goes, and what they sign in with.
        inviter: who answers reach; None for the console.
        key: what makes it the same letter; empty where it is only shown.
    """
    language = _language_for(person)
    workspace = " ".join(workspace_name(settings.WORKSPACE_SETTINGS).split())
    told = settings.WORKSPACE_SETTINGS.get("workspace", {})
    with translation.override(language):
        facts = {
            "synthetic": says_synthetic(settings.WORKSPACE, otherwise=bool(told.get("synthetic"))),
            "name": " ".join(person.name.split()),
            "inviter": " ".join(str(inviter).split()) if inviter else "",
            "workspace": workspace,
            "email": to,
            "url": f"{settings.SITE_URL}{reverse('sign-in-code')}",
        }
        return Draft(
            purpose="account",
            dedupe_key=key,
            to=to,
            sender=settings.DEFAULT_FROM_EMAIL,
            reply_to=inviter.email if inviter else "",
            subject=_("Your own page with %(workspace)s") % {"workspace": workspace}
            if workspace
            else _("Your own page"),
            text=render_to_string("mail/invitation.txt", facts).strip() + "\n",
            language=language,
            expires_at=clock.now() + LASTS,
        )


def _language_for(person: ListedPerson) -> str:
    try:
        return translation.get_supported_language_variant(person.language.strip().lower().replace("_", "-"))
    except LookupError:
        return workspace_language(settings.WORKSPACE_SETTINGS)
