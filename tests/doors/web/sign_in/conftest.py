"""A provider of single sign-on that this workspace trusts."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from goodword.config.single_sign_on import read_providers
from tests.doors.web.sign_in.provider import SECRET, Provider, running, tables


@pytest.fixture
def acme(settings: Settings) -> Iterator[Provider]:
    """A provider that this workspace trusts."""
    with running() as provider:
        apps = read_providers(tables(provider.url), {"GOODWORD_OIDC_SECRET": SECRET})
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps, "OAUTH_PKCE_ENABLED": True}}
        yield provider
        assert provider.complaints == []
