"""The API as one thing: its operations, its errors, its description."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from goodword.doors.api.operations import Operation, Operations
from goodword.doors.api.problems import problem_of
from goodword.doors.api.reference import completed
from goodword.doors.api.routes.about import about
from goodword.doors.api.routes.accounts import accounts
from goodword.doors.api.routes.claims import claims
from goodword.doors.api.routes.data import data
from goodword.doors.api.routes.governing import governing
from goodword.doors.api.routes.grants import grants
from goodword.doors.api.routes.interactions import interactions
from goodword.doors.api.routes.kinds import kinds
from goodword.doors.api.routes.labels import labels
from goodword.doors.api.routes.meetings import meetings
from goodword.doors.api.routes.moments import moments
from goodword.doors.api.routes.needs import needs
from goodword.doors.api.routes.people import people
from goodword.doors.api.routes.reviews import reviews
from goodword.doors.api.routes.search import search
from goodword.doors.api.routes.stories import stories
from goodword.doors.api.routes.themes import themes
from goodword.doors.api.routes.values import values

VERSION = "1"
ROOT = "/api/v1/"

GROUPS = (
    about,
    people,
    accounts,
    search,
    moments,
    interactions,
    grants,
    kinds,
    needs,
    claims,
    meetings,
    stories,
    reviews,
    values,
    labels,
    themes,
    data,
    governing,
)


class Api(NinjaAPI):
    """The API; its description tells of problems, keys and limits what the framework does not know."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description, OpenAPI 3.1."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        return completed(found, {operation.route: operation for operation in operations()})


def operations() -> list[Operation]:
    """Every operation, with its policy."""
    return [operation for group in GROUPS for operation in group.declared]


def _made() -> Api:
    made = Api(
        title="Goodword",
        version=VERSION,
        description="Who would put in a good word, why, and may we ask: the pages of Goodword, for programs.",
        openapi_url=None,
        docs_url=None,
        urls_namespace="api",
        default_router=Operations("nothing"),
    )
    for group in GROUPS:
        made.add_router("", group)

    def told(_request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
        return problem_of(error if isinstance(error, Exception) else error())

    for handled in list(made._exception_handlers):  # noqa: SLF001  # each of ninja's own answers is replaced by ours
        made.add_exception_handler(handled if isinstance(handled, type) else type(handled), told)
    return made


API = _made()


def description() -> dict[str, Any]:
    """The description of the API, as it is kept in docs/reference/openapi.json."""
    return dict(API.get_openapi_schema(path_prefix=ROOT))
