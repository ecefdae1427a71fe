"""Every route says who may come in; strangers are sent to sign in, and those without the right are turned away."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from goodword.doors.web.policies import Guarded
from goodword.programme.team.models import User


def routes(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns)
        else:
            yield pattern


def test_every_route_declares_its_policy() -> None:
    undeclared = [route.name for route in routes() if not isinstance(route.callback, Guarded)]
    assert undeclared == []


@pytest.mark.django_db
def test_somebody_who_left_is_out_at_once(reader: Client) -> None:
    assert reader.get("/today/").status_code == 200
    User.objects.update(is_active=False)
    assert reader.get("/today/").status_code == 302
