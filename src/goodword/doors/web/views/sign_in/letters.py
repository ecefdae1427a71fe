"""The letters of the door."""

import secrets

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goodword.kit.ids import stable_id
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.team.actor import Actor


def send_code(email: str, code: str) -> None:
    """Queue the letter with a sign-in code."""
    text = render_to_string("web/sign_in/letters/code.txt", {"code": code, "site": settings.SITE_URL})
    _queue(email, "sign_in_code", _("Your code for Goodword"), text)


def rehearse_code(email: str) -> None:
    """Do all the work of sending a code and take it back, so that an unknown address takes as long as a known one."""
    with transaction.atomic():
        send_code(email, "XXXX-XXXX")
        transaction.set_rollback(True)


def send_invitation(email: str, *, inviter: str, workspace: str) -> None:
    """Queue the letter that tells somebody they may come in; its link opens nothing by itself."""
    facts = {
        "inviter": inviter,
        "workspace": workspace,
        "url": f"{settings.SITE_URL}{reverse('sign-in-code')}",
        "email": email,
    }
    text = render_to_string("web/sign_in/letters/invitation.txt", facts)
    _queue(email, "account", _("You may come in to Goodword"), text)


def _queue(email: str, purpose: str, subject: str, text: str) -> None:
    draft = Draft(
        purpose=purpose,
        dedupe_key=stable_id(purpose, email, secrets.token_hex()),
        to=email,
        sender=settings.DEFAULT_FROM_EMAIL,
        subject=subject,
        text=text.strip() + "\n",
        language=get_language() or "",
    )
    queue_letter(draft, by=Actor.system("web"))
