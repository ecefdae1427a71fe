"""The addresses of what is somebody's own."""

from django.urls import path

from goodword.doors.web.views.me import factors, security, tokens

urlpatterns = [
    path("security/", security.security, name="security"),
    path("security/password/", security.password, name="security-password"),
    path("security/app/", factors.app, name="security-app"),
    path("security/passkeys/add/", factors.passkey, name="security-passkey"),
    path("security/factors/<int:number>/remove/", factors.remove, name="security-remove"),
    path("security/codes/", factors.codes, name="security-codes"),
    path("security/sessions/end/", security.end_others, name="security-end-others"),
    path("security/sessions/<int:number>/end/", security.end, name="security-end"),
    path("tokens/", tokens.own, name="tokens"),
    path("tokens/<int:number>/revoke/", tokens.revoke_own, name="token-revoke"),
]
