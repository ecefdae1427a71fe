"""Takes deploy/ along into the documentation site: pages link to its files as they do in the repository."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
_OUTSIDE = re.compile(r"\]\(((?:\.\./)+)(deploy/[^)#\s]+)")


def on_files(files: Files, /, *, config: MkDocsConfig) -> Files:
    """Take the files of deploy/ along, so that links to them are checked like all others."""
    for path in sorted((ROOT / "deploy").rglob("*")):
        if path.is_file():
            name = path.relative_to(ROOT).as_posix()
            files.append(File.generated(config, name, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - as mkdocs calls it
    """Shorten links that lead out of docs/ by the step out: in the site both lie below one root."""
    return _OUTSIDE.sub(lambda link: f"]({link[1].removeprefix('../')}{link[2]}", markdown)
