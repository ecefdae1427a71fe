"""The description of the API, for whoever asks: it tells of no data."""

from functools import cache

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from goodword.doors.api.site import description
from goodword.doors.web.policies import anyone, policy


@policy(anyone)
@require_GET
def describe(_request: HttpRequest) -> HttpResponse:
    """The description, OpenAPI 3.1."""
    return JsonResponse(_described())


@cache
def _described() -> dict[str, object]:
    return description()
