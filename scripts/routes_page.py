"""The page docs/reference/routes.md, from the router itself. Django has to be set up before this is imported."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from goodword.doors.api.entrance import Entrance, Nowhere
from goodword.doors.api.site import ROOT as API_ROOT
from goodword.doors.api.site import description
from goodword.doors.web.policies import Policy
from goodword.programme.team.roles import RIGHTS, Role

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "routes.md"

_INTRODUCTION = """\
# Routes

Made from the router by `make reference`; do not edit it by hand.

Every address has one policy, declared beside its view. *Needs* names the rights it asks for, *who* the roles that have
them: [roles](roles.md). A route without a policy fails the tests. An object that somebody may not see is answered
exactly like one that is not there.

Strangers who ask for a page are sent to sign in; a call of the API without a token is answered with 401. What changes
something takes POST or DELETE, and every form carries a token against forgery.
"""

_PAGES = "## Pages, parts of pages and files"
_API = f"""\
## Operations of the API

For programs, with a token: [HTTP API](api.md). `{API_ROOT}openapi.json` describes them to anybody. Every other address
below `{API_ROOT}` is missing.
"""
_TRIED = "tests/authorisation"


@dataclass(frozen=True, slots=True)
class Route:
    """One address with one way to ask it.

    Attributes:
        address: from the root, parts that vary in braces.
        methods: GET, POST or DELETE.
        policy: who may.
        about: what it shows or does, in a sentence; empty where the code says nothing.
    """

    address: str
    methods: str
    policy: Policy
    about: str


def patterns(within: list[Any] | None = None, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """Every pattern of the router, with its address."""
    for one in get_resolver().url_patterns if within is None else within:
        address = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, address)
        else:
            yield address, one


def routes() -> list[Route]:
    """Every route of pages, then every operation of the API, as the router has them."""
    # Some addresses have a second name, under which another package looks for them: they are told once.
    listed = {address: pattern.callback for address, pattern in patterns()}
    return [route for address, view in listed.items() for route in _routes(_braced(address), view)]


def _braced(address: str) -> str:
    return re.sub(r"<(?:[a-z]+:)?([a-z_]+)>", r"{\1}", address)


def _routes(address: str, view: Any) -> Iterator[Route]:  # noqa: ANN401 - views of every make
    if isinstance(view, Nowhere):
        return
    if isinstance(view, Entrance):
        told = description()["paths"][address]
        for method, operation in view.operations.items():
            yield Route(address, method, operation.policy, f"{told[method.lower()]['summary']}.")
        return
    behind = inspect.unwrap(getattr(view, "view", view))
    view_class = getattr(behind, "view_class", None)
    about = inspect.getdoc(view_class or behind) or ""
    yield Route(address, ", ".join(_methods(view, behind)), view.policy, " ".join(about.split("\n\n")[0].split()))


def _methods(view: Any, behind: Any) -> list[str]:  # noqa: ANN401 - views of every make
    """What a view takes: as its decorator says, as its class has them, or as its text asks."""
    view_class = getattr(behind, "view_class", None)
    if view_class is not None:
        return [name for name in ("GET", "POST") if hasattr(view_class, name.lower())]
    declared = _declared(getattr(view, "view", view))
    if declared:
        return [name for name in declared if name != "HEAD"]
    return ["GET", "POST"] if "request.method" in inspect.getsource(behind) else ["GET"]


def _declared(view: Any) -> list[str]:  # noqa: ANN401 - views of every make
    """What `require_http_methods` was told, wherever it stands in the pile of decorators."""
    while view is not None:
        names = getattr(getattr(view, "__code__", None), "co_freevars", ())
        cells = dict(zip(names, getattr(view, "__closure__", None) or (), strict=True))
        if "request_method_list" in cells:
            return list(cells["request_method_list"].cell_contents)
        view = getattr(view, "__wrapped__", None)
    return []


def _who(policy: Policy) -> str:
    if policy.strangers:
        return "everybody"
    admitted = [role for role in Role if policy.needs <= RIGHTS[role]]
    if len(admitted) == len(Role):
        return "everybody signed in"
    if len(admitted) == len(Role) - 1:
        return "all but " + next(role.value for role in Role if role not in admitted)
    return ", ".join(role.value for role in admitted)


def _rows(listed: list[Route]) -> Iterator[str]:
    yield "| address | methods | needs | who | what |"
    yield "| --- | --- | --- | --- | --- |"
    for one in listed:
        needs = ", ".join(f"`{right}`" for right in sorted(one.policy.needs))
        about = one.about.replace("|", "\\|")
        yield f"| `{one.address}` | {one.methods} | {needs} | {_who(one.policy)} | {about} |"
    yield ""


def page() -> str:
    """The whole page, as it should stand in the file."""
    listed = routes()
    api = [route for route in listed if route.address.startswith(API_ROOT)]
    pages = [route for route in listed if not route.address.startswith(API_ROOT)]
    lines = [_INTRODUCTION, _PAGES, "", *_rows(pages), _API, *_rows(api)]
    lines.append(f"`{_TRIED}` tries every route as fourteen kinds of callers, against a table written by hand.")
    return "\n".join(lines).rstrip() + "\n"
