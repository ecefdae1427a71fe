"""In by single sign-on (OpenID Connect Core 1.0), with every check its section 3.1.3.7 asks for."""

import secrets
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from goodword.doors.web.policies import anyone, policy
from goodword.doors.web.views.sign_in.adapters import refused
from goodword.doors.web.views.sign_in.targets import target_of

_NONCE = "oidc_nonce"
_SIGNED_WITH = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}


class _Strict(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth publishes no types
    """allauth's client, which trusts the connection to the provider; this one checks the token as well."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # as allauth hands them over
        claims = self._claims(str(kwargs["response"].get("id_token") or ""), app.client_id)
        asked = str(request.session.pop(_NONCE, ""))
        if not asked or not secrets.compare_digest(str(claims.get("nonce", "")).encode(), asked.encode()):
            raise OAuth2Error("the token answers another question")
        if "email" not in claims and "userinfo_endpoint" in self.openid_config:
            told = self._fetch_user_info(token.token)
            if told.get("sub") != claims["sub"]:
                raise OAuth2Error("the provider speaks of somebody else")
            claims |= {name: told[name] for name in ("email", "email_verified", "name") if name in told}
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def _claims(self, id_token: str, client_id: str) -> dict[str, Any]:
        try:
            if jwt.get_unverified_header(id_token).get("alg") not in _SIGNED_WITH:
                raise OAuth2Error("the token is not signed as it should be")
            claims: dict[str, Any] = jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
            raise OAuth2Error("the token cannot be read") from error
        several = isinstance(claims.get("aud"), list) and len(claims["aud"]) > 1
        if (several or "azp" in claims) and claims.get("azp") != client_id:
            raise OAuth2Error("the token is for somebody else")
        if "exp" not in claims or not claims.get("sub"):
            raise OAuth2Error("the token lacks what it must have")
        return claims


@policy(anyone)
@never_cache
@require_safe
def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Send somebody to their provider."""
    try:
        provider = get_adapter(request).get_provider(request, provider=provider_id)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    nonce = request.session.setdefault(_NONCE, secrets.token_urlsafe(32))
    try:
        answer: HttpResponseBase = provider.redirect(
            request, "login", next_url=target_of(request) or None, auth_params={"nonce": nonce}
        )
    except (RequestException, KeyError, ValueError):
        return refused(request)
    return answer


@policy(anyone)
@never_cache
@require_safe
def callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take what the provider says about somebody."""
    try:
        view = OAuth2CallbackView.adapter_view(_Strict(request, provider_id))
        answer: HttpResponseBase = view(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except (KeyError, ValueError):
        return refused(request)
    return answer
