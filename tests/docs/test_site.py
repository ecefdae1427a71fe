"""The documentation as a site: built strictly, whole, and without a word to anybody else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.architecture.tree import ROOT, files

DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
MOST_BYTES = 2_000_000
# What a browser fetches by itself: files of script, style, fonts, pictures. A link to the outside is for people.
FETCHED = re.compile(r"""(?:\ssrc=|\ssrcset=|<link(?![^>]*rel="?canonical)[^>]*\shref=|url\()["']?(?:https?:)?//""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it, with no way out."""
    folder = tmp_path_factory.mktemp("site")
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, **nowhere, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    assert (done.returncode, told) == (0, [])
    return folder


def pages() -> list[str]:
    """Every page, counted from docs."""
    found = [path for path in files() if path.suffix == ".md" and DOCS in path.parents]
    return sorted(path.relative_to(DOCS).as_posix() for path in found)


def test_every_page_is_built(site: Path) -> None:
    assert [page for page in pages() if not (site / page).with_suffix(".html").is_file()] == []


def test_every_page_is_in_the_navigation() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"([a-z0-9_/-]+\.md)$", text, flags=re.MULTILINE)
    assert sorted(listed) == pages()
    assert yaml.safe_load(text)["strict"] is True


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    asking = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in {".html", ".css"} and FETCHED.search(path.read_text(encoding="utf-8"))
    ]
    assert asking == []


def test_a_browser_asks_nobody_else(site: Path, chromium: Browser) -> None:
    asked: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for name in ("index.html", "tutorial.html", "reference/routes.html"):
            page.goto((site / name).as_uri())
    assert asked
    assert [address for address in asked if not address.startswith(("file:", "data:", "blob:"))] == []


def test_what_lies_beside_the_docs_can_be_opened(site: Path) -> None:
    page = (site / "how-to" / "serve-behind-tls.html").read_text(encoding="utf-8")
    assert 'href="../deploy/nginx.conf"' in page
    assert (site / "deploy" / "nginx.conf").read_bytes() == (ROOT / "deploy" / "nginx.conf").read_bytes()


def test_pictures_are_few_and_small() -> None:
    pictures = sorted(PICTURES.iterdir())
    assert pictures
    assert {path.suffix for path in pictures} == {".png"}
    assert sum(path.stat().st_size for path in pictures) < MOST_BYTES
    shown = "".join(path.read_text(encoding="utf-8") for path in files() if path.suffix == ".md")
    assert [path.name for path in pictures if f"pictures/{path.name}" not in shown] == []
