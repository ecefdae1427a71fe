"""How an operation of the API is declared: with its policy, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Router
from ninja.security.http import HttpAuthBase

from goodword.doors.web.policies import Policy, principal_behind
from goodword.programme.team.principal import Principal

type View = Callable[..., Any]

READING = frozenset({"GET"})


class Bearer(HttpAuthBase):
    """The guard of one operation. The entrance has asked the same before; this one holds however a view is reached."""

    openapi_scheme = "bearer"
    openapi_bearerFormat = "gw_…"  # noqa: N815 - the standard's name
    openapi_description = "A token of yours, made on the page Tokens: it may do what you may, less where it only reads."

    def __init__(self, rule: Policy) -> None:
        super().__init__()
        self.rule = rule

    def __call__(self, request: HttpRequest) -> Principal:
        """Who is asking, if the policy lets them in."""
        principal = principal_behind(request)
        if principal is None or not self.rule.admits(principal):
            raise PermissionDenied
        return principal


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, as tables of rights and the entrance see it.

    Attributes:
        method: GET, POST or DELETE.
        path: below the root of the API, with `{names}` of its parts.
        policy: who may.
        keeps: whether anything of it is kept; a call that only answers is never remembered by its key.
    """

    method: str
    path: str
    policy: Policy
    keeps: bool = True

    @property
    def changes(self) -> bool:
        """Whether it changes something."""
        return self.keeps and self.method not in READING

    @property
    def limit(self) -> str:
        """Which of the limits of calls a minute counts it: what is sent to be worked on costs as much as a change."""
        return "read" if self.method in READING else "write"

    @property
    def route(self) -> str:
        """What keys are kept under."""
        return f"{self.method} {self.path}"


class Operations(Router):
    """Operations that belong together. None is taken without a policy."""

    def __init__(self, tag: str) -> None:
        super().__init__(tags=[tag])
        self.declared: list[Operation] = []

    def operation(
        self, method: str, path: str, rule: Policy, answer: object, *, status: int = 200, keeps: bool = True
    ) -> Callable[[View], View]:
        """Declare an operation.

        Args:
            method: GET, POST or DELETE.
            path: below the root of the API.
            rule: who may, as beside a page's view.
            answer: schema of the answer; None where it has no body.
            status: of the answer when all went well.
            keeps: whether anything of it is kept.
        """

        def declare(view: View) -> View:
            self.add_api_operation(
                path,
                [method],
                view,
                auth=Bearer(rule),
                response={status: answer},
                operation_id=view.__name__,
                summary=(view.__doc__ or "").split("\n")[0].rstrip("."),
                exclude_unset=True,
            )
            self.declared.append(Operation(method, path, rule, keeps))
            return view

        return declare

    def add_api_operation(self, path: str, methods: list[str], view_func: View, **about: Any) -> None:  # noqa: ANN401  # as in ninja, which names each
        """Take an operation that has a policy.

        Raises:
            TypeError: it has none.
        """
        if not isinstance(about.get("auth"), Bearer):
            raise TypeError(f"{methods} {path} declares no policy")
        super().add_api_operation(path, methods, view_func, **about)
