"""What every call passes: who calls, how often, whether they may, and whether it was done before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from goodword.doors.api.callers import Caller, caller_of, refuse_secret_in_address
from goodword.doors.api.operations import Operation
from goodword.doors.api.problems import FORBIDDEN, MISSING, problem, problem_of
from goodword.doors.api.rates import ALLOWANCES
from goodword.doors.api.repeating import do_once
from goodword.doors.origin import origin_of
from goodword.doors.web.policies import Guarded, View
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

_TOO_MANY = GoodwordError(
    "too-many-calls",
    "There were too many calls in this minute.",
    "Wait for the next one; Retry-After says how long.",
    retry=True,
)


@dataclass(frozen=True, slots=True, eq=False)
class Entrance(Guarded):
    """An address of the API: its operations by method, each behind its own policy."""

    operations: Mapping[str, Operation] = field(default_factory=dict)
    parameters: Mapping[str, frozenset[str]] = field(default_factory=dict)

    csrf_exempt: ClassVar[bool] = True  # no cookie opens this door, so no other page can make a browser open it

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Answer a call, or say with a problem why not."""
        request.principal = None  # type: ignore[attr-defined]  # whoever the cookies say it is: they count for nothing here
        try:
            answer = self._answer(request, args, kwargs)
        except Exception as error:  # noqa: BLE001  # every error has its answer
            answer = problem_of(error)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    @property
    def login_required(self) -> bool:
        """Django's own guard lets everybody through: it only knows cookies."""
        return False

    def _answer(self, request: HttpRequest, args: tuple[object, ...], kwargs: dict[str, object]) -> HttpResponse:
        refusal = refuse_secret_in_address(request)
        if refusal is not None:
            return problem(refusal, 400)
        operation = self.operations.get(request.method or "")
        if operation is None:
            return self._not_allowed(request)
        try:
            caller = caller_of(request)
        except GoodwordError as error:
            return _stranger(request, error)
        request.principal = caller.principal  # type: ignore[attr-defined]  # as the pages' middleware does
        request.token = caller.token  # type: ignore[attr-defined]  # the same way
        kind = operation.limit
        allowance = ALLOWANCES.take(caller.subject, kind, settings.API_LIMITS[kind], clock.now())
        answer = (
            self._admitted(request, caller, operation, args, kwargs) if allowance.allowed else problem(_TOO_MANY, 429)
        )
        for name, value in allowance.headers().items():
            answer[name] = value
        return answer

    def _admitted(
        self,
        request: HttpRequest,
        caller: Caller,
        operation: Operation,
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse:
        if not operation.policy.admits(caller.principal):
            return problem(FORBIDDEN, 403)
        if any("\x00" in str(value) for value in kwargs.values()):
            return problem(MISSING, 404)  # nothing has such a name, and PostgreSQL would not even look
        unknown = set(request.GET) - self.parameters.get(operation.method, frozenset())
        if unknown:
            return _unknown_parameter(min(unknown))

        def call() -> HttpResponse:
            answer = self.view(request, *args, **kwargs)
            if not isinstance(answer, HttpResponse):
                raise TypeError("answers of the API are whole")
            return answer

        return do_once(request, caller, operation.route, call) if operation.changes else call()

    def _not_allowed(self, request: HttpRequest) -> HttpResponse:
        told = GoodwordError(
            "method", f"{(request.method or '')[:10]} does nothing here.", f"Use {', '.join(sorted(self.operations))}."
        )
        answer = problem(told, 405)
        answer["Allow"] = ", ".join(sorted(self.operations))
        return answer


@dataclass(frozen=True, slots=True, eq=False)
class Nowhere(Guarded):
    """Every address below the root of the API that is none."""

    csrf_exempt: ClassVar[bool] = True

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:  # noqa: ARG002  # whatever is asked for
        """Answer as for anything that is not there."""
        return problem(MISSING, 404)

    @property
    def login_required(self) -> bool:
        """Nothing is hidden here."""
        return False


def entrance(view: View, operations: Mapping[str, Operation], parameters: Mapping[str, frozenset[str]]) -> Entrance:
    """Put an address behind the policies of its operations; tables of routes show that of the first."""
    first = next(iter(operations.values()))
    return Entrance(view=view, policy=first.policy, operations=operations, parameters=parameters)


def _stranger(request: HttpRequest, error: GoodwordError) -> HttpResponse:
    kind = "stranger"
    allowance = ALLOWANCES.take(f"address {origin_of(request)}", kind, settings.API_LIMITS[kind], clock.now())
    answer = problem(error, 401) if allowance.allowed else problem(_TOO_MANY, 429)
    if allowance.allowed:
        known = "" if error.code == "token-missing" else ', error="invalid_token"'
        answer["WWW-Authenticate"] = f'Bearer realm="goodword"{known}'
    for name, value in allowance.headers().items():
        answer[name] = value
    return answer


def _unknown_parameter(name: str) -> HttpResponse:
    told = GoodwordError("unknown-parameter", f"There is no parameter “{name[:60]}” here.", "The reference lists them.")
    return problem(told, 422, errors=[{"where": f"query.{name[:60]}", "reason": "is not known"}])
