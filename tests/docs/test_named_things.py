"""Settings, variables, addresses and folders that the pages name are there."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import Resolver404, resolve

from goodword.doors.api.site import ROOT as API_ROOT
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.settings.file import SECTIONS
from scripts.settings_page import variables
from tests.architecture.tree import ROOT
from tests.docs.pages import PAGES, blocks, inline, read

# A caller's own: the examples of the API keep their address and secret in them.
OF_CALLERS = {"GOODWORD_URL", "GOODWORD_TOKEN"}
ADDRESS = re.compile(r"(?:(GET|POST|DELETE) )?(/[^\s`]*)")
ON_DISK = ("/srv/", "/etc/", "/var/", "/mnt/", "/backups")


def keys(tables: dict[str, Any], before: str = "") -> Iterator[str]:
    """Every key of a file, with dots."""
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from keys(value, f"{before}{name}.")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("page", PAGES)
def test_every_setting_that_is_named_exists(page: str) -> None:
    start = "|".join(SECTIONS)
    named = {text for text in inline(page) if re.fullmatch(rf"({start})(\.[a-z_]+)+", text)}
    for block in blocks(page, "toml"):
        named |= {key for key in keys(tomllib.loads(block)) if key.split(".")[0] in SECTIONS}
    assert named - set(SETTINGS) - {"workspace.synthetic"} == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_variable_of_the_environment_that_is_named_is_read(page: str) -> None:
    named = set(re.findall(r"\b(?:GOODWORD_[A-Z_]+[A-Z]|DATABASE_URL)\b", read(page))) - OF_CALLERS
    # A provider of single sign-on has a variable with its own id at the end.
    named = {name for name in named if not name.startswith("GOODWORD_OIDC_SECRET_")}
    assert named <= set(variables())


def addresses(page: str) -> list[str]:
    """The addresses of pages and operations that a page names."""
    found = []
    for text in inline(page):
        match = ADDRESS.fullmatch(text)
        if not match or match[2].startswith(ON_DISK):
            continue
        method, path = match[1], re.sub(r"{[a-z_]+}", "1", match[2].split("?")[0])
        if method and not path.startswith(API_ROOT):
            found.append(f"{API_ROOT.rstrip('/')}{path}")
        elif path.endswith("/") or "." in path or path.startswith("/api/"):
            found.append(path)
    return found


def leads_somewhere(path: str) -> bool:
    try:
        return resolve(path).url_name != "api-nowhere"
    except Resolver404:
        return False


@pytest.mark.parametrize("page", PAGES)
def test_every_address_that_is_named_leads_somewhere(page: str) -> None:
    gone = [path for path in addresses(page) if path.rstrip("/") != API_ROOT.rstrip("/") and not leads_somewhere(path)]
    assert gone == []


def test_an_address_that_leads_nowhere_is_seen() -> None:
    assert leads_somewhere("/people/export.csv")
    assert not leads_somewhere("/peoples/")
    assert not leads_somewhere("/api/v1/nobody")


def test_every_guarantee_names_where_it_is_tried() -> None:
    rows = [line for line in read("docs/guarantees.md").splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`(tests/[a-z_/]+)`", row.split("|")[-2])
        assert named, row
        for folder in named:
            assert list((ROOT / folder).glob("**/test_*.py")), f"{folder} tries nothing"
