"""What allauth asks us: who may come in, how letters are sent, what is kept of a sign-in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from goodword.doors.web import toasts
from goodword.doors.web.views.sign_in.admitting import user_behind
from goodword.doors.web.views.sign_in.letters import send_code
from goodword.doors.web.views.sign_in.targets import towards
from goodword.programme.team.actions.record_sign_in import record_sign_in
from goodword.programme.team.models import User
from goodword.programme.team.principal import principal_of
from goodword.programme.team.sealing import seal, unseal

_HOW = {"socialaccount": "oidc", "mfa": "passkey"}


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Sign-in: nobody signs up, only colleagues with a role come in, and each sign-in is kept."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # the same for every request
        """Nobody signs up; an administrator lets people in."""
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:  # noqa: ANN401, ARG002
        """Turn away who was let go, or was never given a role."""
        if principal_of(user) is not None:
            return None
        clear_login(request)
        return refused(request)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:  # noqa: ANN401  # as allauth hands them over
        """Keep that they came in, and how."""
        records = get_authentication_records(request, user)
        method = str(records[0]["method"]) if records else ""
        record_sign_in(
            user,
            session_key=str(request.session.session_key),
            how=_HOW.get(method, method),
            browser=request.META.get("HTTP_USER_AGENT", ""),
        )
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return answer

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send the only letter that comes from allauth: the one with a code."""
        if template_prefix == "account/email/login_code":
            send_code(email, str(context["code"]))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as allauth hands them over
        """Say nothing: what changes is on the trail, and our own actions write their letters."""

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as allauth hands them over
        """Say nothing: our pages say what happened."""


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # as above
    """Second factors: their keys are sealed in the database."""

    def encrypt(self, text: str) -> str:
        """Seal a key."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return unseal(encrypted_text)

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """What a passkey is shown as in the browser."""
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": str(user), "name": user.email}

    def _get_site_name(self) -> str:
        return "Goodword"


class Providers(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    """Single sign-on: whom a provider may let in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ANN401, ARG002
        """Nobody signs up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:  # noqa: ANN401  # as allauth hands them over
        """Find the user that a verified address belongs to; turn everybody else away."""
        if sociallogin.is_existing:
            return
        user = user_behind(sociallogin.account.provider, sociallogin.account.extra_data.get("id_token", {}))
        if user is None or principal_of(user) is None:
            raise ImmediateHttpResponse(refused(request))
        sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401, ARG002
        """Whatever went wrong with the provider: the way back is the door."""
        raise ImmediateHttpResponse(refused(request))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as allauth hands them over
        """Say nothing, as above."""


def refused(request: HttpRequest) -> HttpResponse:
    """Send somebody back to the door with the one sentence that holds for all reasons."""
    toasts.say(request, _("That did not let you in. Try another way, or ask whoever looks after this workspace."))
    return towards("sign-in", "")
