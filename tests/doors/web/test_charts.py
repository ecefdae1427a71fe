"""Charts: one description gives page, file, picture and numbers; ranges stay, what is not known is no zero."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from goodword.doors.web.charts import picture
from goodword.doors.web.charts.drawing import draw
from goodword.doors.web.charts.numbers import csv_of
from goodword.doors.web.charts.picture import png_of
from goodword.doors.web.charts.spec import Chart, Kind, Point, Series, round_up
from goodword.kit.errors import GoodwordError

SVG = "{http://www.w3.org/2000/svg}"
POINTS = (Point("Talk", 0.31, 0.2, 0.44), Point("Beta", 0.6, 0.5, 0.75), Point("Logo", None))
CHART = Chart(
    slug="chances",
    kind="intervals",
    title="Likely to say yes",
    said="Dot and range.",
    series=(Series("Likelihood", POINTS),),
    unit="share",
    source="Invented.",
    as_of=date(2026, 11, 19),
    top=1.0,
)


def words_of(svg: str) -> list[str]:
    return [part.text or "" for part in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # our own file


def page_of(chart: Chart) -> str:
    return render_to_string("web/parts/chart.html", {"chart": chart, "files": "/measures/chances"})


@pytest.mark.parametrize("kind", ["line", "intervals", "bars", "funnel", "heat"])
def test_a_file_can_be_read_alone(kind: Kind) -> None:
    words = " ".join(words_of(draw(replace(CHART, kind=kind))))
    for told in ("Likely to say yes", "Dot and range.", "Invented.", "Thu 19 Nov 2026", "Talk", "Logo"):
        assert told in words
    assert ("100 %" if kind == "line" else "31 %") in words


def test_a_file_brings_nothing_along_and_runs_nothing() -> None:
    svg = draw(replace(CHART, title="<script>alert(1)</script>"))
    assert ET.fromstring(svg).tag == f"{SVG}svg"  # noqa: S314  # our own file
    assert not re.search(r"<script|style=|href=|https?://(?!www\.w3\.org/2000/svg)", svg)


def test_a_number_never_stands_without_its_range() -> None:
    assert "31 %  20–44" in words_of(draw(CHART))
    page = page_of(CHART)
    assert '<b>31 %</b> <span class="faint">20–44</span>' in page
    assert "20–44</td>" in page


def test_what_is_not_known_is_hatched_and_never_zero() -> None:
    assert 'fill="url(#unknown)"' in draw(CHART)
    page = page_of(CHART)
    assert "not known" in page
    assert "<b>0 %</b>" not in page


def test_what_is_about_few_people_is_in_no_form_of_the_chart() -> None:
    few = replace(
        CHART, kind="heat", unit="count", series=(Series("SMB", (Point("Wins", 3, few=True), Point("All", 9))),)
    )
    numbers = page_of(few) + " ".join(words_of(draw(few))) + csv_of(few)
    assert "9" in numbers
    assert not re.search(r"[>\s,]3(?=[<\s,])", page_of(few).split("<svg")[0] + csv_of(few))
    assert "not told" in page_of(few)


def test_the_numbers_are_a_table_and_a_sheet() -> None:
    table = list(csv.DictReader(io.StringIO(csv_of(CHART))))
    assert table[0] == {"about": "Talk", "Likelihood": "0.31", "Likelihood, low": "0.2", "Likelihood, high": "0.44"}
    assert table[2]["Likelihood"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-1+2", "@SUM(A1)", "\t=1", " =1", "\uff1d1"])
def test_no_label_becomes_a_formula(text: str) -> None:
    risky = replace(CHART, series=(Series(text, (Point(text, 1.0),)),))
    assert all(cell[:1] == "'" for cell in next(csv.reader(io.StringIO(csv_of(risky))))[1:])


def test_plain_labels_and_numbers_stay_as_they_are() -> None:
    told = csv_of(CHART)
    assert "0.31" in told
    assert "'" not in told


def test_a_picture_is_the_file_drawn() -> None:
    drawn = png_of(draw(CHART))
    assert drawn.startswith(b"\x89PNG")
    assert drawn != png_of(draw(replace(CHART, title="Something else")))


def test_a_server_without_fonts_says_so_instead_of_drawing_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_family", lambda: None)
    with pytest.raises(GoodwordError, match="no font") as told:
        png_of(draw(CHART))
    assert told.value.mend


@given(st.floats(0, 1e9, allow_nan=False))
def test_a_scale_ends_above_its_numbers_and_not_far_above(number: float) -> None:
    end = round_up(number)
    assert end >= number - 1e-9
    assert end <= max(2.01 * number, 1.0)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_every_mark_of_a_line_stays_in_its_box(values: list[float]) -> None:
    chart = replace(
        CHART, kind="line", unit="count", series=(Series("All", tuple(Point(str(v), v) for v in values)),), top=0.0
    )
    line = re.search(r'class="m-line" d="M([^"]+)"', page_of(chart))
    places = [float(place) for place in line[1].split()] if line else []
    assert all(-0.01 <= place <= 100.01 for place in places)
