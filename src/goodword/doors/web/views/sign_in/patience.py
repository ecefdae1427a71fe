"""The page for whoever tried too often: why, and when to try again."""

from functools import wraps
from math import ceil
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from goodword.doors.web.policies import View
from goodword.doors.web.views.sign_in.targets import target_of
from goodword.kit import clock
from goodword.programme.team.policies import TooManyAttemptsError


def patiently(view: View) -> View:
    """Answer with that page (429, RFC 6585) where an attempt is refused because of those before it."""

    @wraps(view)
    def tried(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401  # as views take them
        try:
            return view(request, *args, **kwargs)
        except TooManyAttemptsError as refusal:
            return _wait(request, refusal)

    return tried


def _wait(request: HttpRequest, refusal: TooManyAttemptsError) -> HttpResponseBase:
    facts = {"refusal": refusal, "back": request.path, "next": target_of(request)}
    answer = render(request, "web/sign_in/wait.html", facts, status=429)
    answer["Retry-After"] = str(max(ceil((refusal.until - clock.now()).total_seconds()), 1))
    return answer
