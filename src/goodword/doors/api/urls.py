"""The addresses of the API, each behind its entrance."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, re_path

from goodword.doors.api.described import describe
from goodword.doors.api.entrance import Nowhere, entrance
from goodword.doors.api.operations import Operation
from goodword.doors.api.problems import MISSING, problem
from goodword.doors.api.site import API, ROOT, description, operations
from goodword.doors.web.policies import anyone


def _entrances() -> Iterator[URLPattern]:
    told = description()["paths"]
    by_path: dict[str, dict[str, Operation]] = {}
    for operation in operations():
        by_path.setdefault(operation.path, {})[operation.method] = operation
    # The framework's own patterns would lead past the entrance: only its views are taken.
    for bound in API._get_bound_routers():  # noqa: SLF001  # there is no public way to its views
        for address, view in bound.path_operations.items():
            yield path(
                re.sub(r"{([^}:]+)}", r"<str:\1>", address.lstrip("/")),
                entrance(view.get_view(), by_path[address], _parameters(told[f"{ROOT.rstrip('/')}{address}"])),
                name=f"api{re.sub('[{}]', '', address).replace('/', '-').replace('_', '-')}",
            )


def _parameters(methods: dict[str, Any]) -> dict[str, frozenset[str]]:
    """What each method may be asked for in the query, by name."""
    return {
        method.upper(): frozenset(one["name"] for one in told["parameters"] if one["in"] == "query")
        for method, told in methods.items()
    }


urlpatterns = [
    path("openapi.json", describe, name="api-description"),
    *_entrances(),
    re_path(r"^.*$", Nowhere(view=lambda _request: problem(MISSING, 404), policy=anyone), name="api-nowhere"),
]
