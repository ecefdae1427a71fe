"""Whether it is up, for whatever watches it."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from goodword.doors.web.policies import anyone, policy


@policy(anyone)
@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Say ok where the programme database answers, and nothing else to anybody."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return HttpResponse("the database does not answer\n", content_type="text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")
