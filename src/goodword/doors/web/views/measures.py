"""Measures: what is counted, about many people and never about one."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.charts.drawing import draw
from goodword.doors.web.charts.numbers import csv_of
from goodword.doors.web.charts.picture import png_of
from goodword.doors.web.charts.spec import Chart
from goodword.doors.web.measures import chart_called, charts_of
from goodword.doors.web.policies import may, policy
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.team.roles import Right

_FILES: dict[str, tuple[str, Callable[[Chart], str | bytes]]] = {
    "svg": ("image/svg+xml", draw),
    "png": ("image/png", lambda chart: png_of(draw(chart))),
    "csv": ("text/csv; charset=utf-8", csv_of),
}


@policy(may(Right.SEE_MEASURES))
def measures(request: HttpRequest) -> HttpResponse:
    """Show the charts."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "measures"})
    facts = {"here": "measures", "generation": generation, "charts": charts_of(generation)}
    return render(request, "web/measures.html", facts)


@policy(may(Right.SEE_MEASURES))
def measure_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Hand out one chart as a file: SVG, PNG or CSV."""
    generation = Publication.current()
    chart = chart_called(slug, generation) if generation else None
    if chart is None or ending not in _FILES:
        raise Http404
    kind, make = _FILES[ending]
    try:
        body = make(chart)
    except GoodwordError as error:
        words = {"title": error.sentence, "sentence": error.mend, "mend": ""}
        return render(request, "web/error.html", words, status=503)
    name = f"goodword-{chart.slug}-{chart.as_of}.{ending}"
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
