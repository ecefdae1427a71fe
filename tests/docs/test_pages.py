import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files
from tests.docs.pages import PAGES, prose, read

LINK = re.compile(r"\[[^\]]+\]\(([^)#\s]+)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\[[^\]]+\]\(([^)#\s]*)#([^)\s]+)\)")
PICTURE = re.compile(r'(?:src|srcset)="([^"]+)"')
# A link to the outside is for people; tests do not follow it.
OUTSIDE = ("http:", "https:", "mailto:")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    links = [link for link in LINK.findall(read(page)) if not link.startswith(OUTSIDE)]
    dead = [link for link in links if not ((ROOT / page).parent / link).exists()]
    assert not dead


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_is_there(page: str) -> None:
    assert [one for one in PICTURE.findall(prose(page)) if not ((ROOT / page).parent / one).is_file()] == []


def slug(heading: str) -> str:
    """What a heading is called in an address, in the site and on code hosts alike."""
    return re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """What can be jumped to on a page: its headings, as the site names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {slug(heading) for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_every_anchor_leads_to_a_heading(page: str) -> None:
    here = ROOT / page
    dead = [
        f"{link}#{anchor}"
        for link, anchor in ANCHOR.findall(prose(page))
        if not link.startswith(OUTSIDE) and not link.endswith(".png")
        if anchor not in anchors(here.parent / link if link else here)
    ]
    assert dead == []


def picture() -> Iterator[tuple[str, bool]]:
    """The folders of the picture in architecture.md with their path from the root, and whether they are named."""
    block = read("docs/architecture.md").split("```")[1]
    above: list[tuple[int, str]] = []
    for line in block.splitlines()[2:]:
        found = re.match(r"( *)([a-z_/]+)/(?: |$)", line)
        if found:
            depth = len(found[1])
            above = [(indent, name) for indent, name in above if indent < depth]
            above.append((depth, found[2]))
            yield "/".join(name for _, name in above), (ROOT / "/".join(name for _, name in above)).is_dir()


def test_every_folder_of_the_picture_exists() -> None:
    gone = [path for path, exists in picture() if not exists]
    assert not gone


def test_every_package_is_in_the_picture() -> None:
    drawn = {path for path, _ in picture()}
    packages = {path.parent.relative_to(ROOT).as_posix() for path in files() if path.name == "__init__.py"}
    source = ROOT / "src" / "goodword"
    rooms = {path.relative_to(ROOT).as_posix() for path in source.iterdir() if path.is_dir()} & packages
    floors = {
        path.relative_to(ROOT).as_posix() for room in rooms for path in (ROOT / room).iterdir() if path.is_dir()
    } & packages
    # A package that is an app's inner order (actions, management) needs no place of its own in the picture.
    assert (rooms | floors) <= drawn


def declared() -> set[str]:
    project = tomllib.loads(read("pyproject.toml"))
    listed = [*project["project"]["dependencies"]]
    for group in (*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()):
        listed.extend(group)
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in listed)
    return {name[0].lower() for name in names if name}


def test_every_dependency_has_its_reason() -> None:
    page = read("docs/decisions/0002-dependencies.md")
    explained = set(re.findall(r"^\| ([a-z0-9][a-z0-9-]*) \|", page, flags=re.MULTILINE)) - {"package"}
    assert explained == declared()


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in sorted(Path(ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
