"""The page of parts: every part is on it, it is off by default, and the stylesheet has nothing that nobody wears."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Template, engines
from django.template.backends.django import Template as Loaded
from django.test import Client
from django.test.signals import template_rendered
from pytest_django.fixtures import Settings

from goodword.programme.advocates.models import Generation

pytestmark = pytest.mark.django_db

SOURCE = Path(__file__).parents[3] / "src/goodword"
WEB = SOURCE / "doors/web"
PARTS = {f"web/parts/{path.name}" for path in (WEB / "templates/web/parts").glob("*.html")}
ELSEWHERE = {"web/parts/toast_beside.html", "web/parts/answered.html"}  # go beside a changed part, never into a page
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@pytest.fixture
def rendered() -> Iterator[set[str]]:
    """The names of all templates rendered meanwhile."""
    names: set[str] = set()

    def note(sender: object, template: Template, **_more: object) -> None:
        names.add(str(template.name))

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def test_every_part_is_on_the_page(
    reader: Client, published: Generation, settings: Settings, rendered: set[str]
) -> None:
    settings.DESIGN_PAGE = True
    assert reader.get("/design/").status_code == 200
    assert PARTS - rendered - ELSEWHERE == set()


def test_without_the_setting_there_is_no_such_page(reader: Client, settings: Settings) -> None:
    settings.DESIGN_PAGE = False
    assert reader.get("/design/").status_code == 404


def test_every_part_says_what_it_takes() -> None:
    silent = [name for name in sorted(PARTS) if not _source(name).lstrip().startswith(("{#", "<svg", "{% load"))]
    assert silent == []


def _source(name: str) -> str:
    loaded = engines["django"].get_template(name)
    assert isinstance(loaded, Loaded)
    return str(loaded.template.source)


def worn() -> str:
    """Everything that may name a class: templates, the code that draws, the script."""
    paths = [*SOURCE.rglob("templates/**/*.html"), *(SOURCE / "doors").rglob("*.py"), WEB / "static/web/goodword.js"]
    words = SOURCE.rglob("wording.py")  # tones of holds
    return "\n".join(path.read_text(encoding="utf-8") for path in [*paths, *words])


def test_the_stylesheet_has_no_class_that_nobody_wears() -> None:
    css = COMMENT.sub("", (WEB / "static/web/goodword.css").read_text(encoding="utf-8"))
    css = re.sub(r'"[^"]*"', "", css)
    classes = set(re.findall(r"\.([a-z][\w-]*)", css))
    text = worn()
    made = {f"heat-{shade}" for shade in range(1, 6)} | {f"h{hue}" for hue in range(1, 7)}
    unworn = sorted(name for name in classes - made if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))
    assert unworn == []
