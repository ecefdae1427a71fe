"""The addresses of the door. Names with underscores are those by which allauth knows them."""

from django.urls import path

from goodword.doors.web.views.sign_in import again, code, passkey, password, provider, second_factor

urlpatterns = [
    path("sign-in/", password.sign_in, name="sign-in"),
    path("sign-in/", password.sign_in, name="account_login"),
    path("sign-in/code/", code.ask, name="sign-in-code"),
    path("sign-in/code/", code.ask, name="account_request_login_code"),
    path("sign-in/code/enter/", code.enter, name="account_confirm_login_code"),
    path("sign-in/second-factor/", second_factor.second_factor, name="mfa_authenticate"),
    path("sign-in/passkey/", passkey.passkey, name="sign-in-passkey"),
    path("sign-in/with/<slug:provider_id>/", provider.begin, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", provider.callback, name="openid_connect_callback"),
    path("sign-in/again/", again.again, name="sign-in-again"),
    path("sign-out/", password.sign_out, name="sign-out"),
]
