"""Write everything held about somebody: JSON for programs, a page for people that asks nobody for anything."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from goodword.doors.takeouts.words import said_of
from goodword.kit.durable import sync_folder, write_whole
from goodword.programme.people.models import Person
from goodword.programme.personal import Subject
from goodword.runs.rights.files import ABOUT, TAKEOUTS
from goodword.runs.rights.held import COLLEAGUE, Held, Section
from goodword.runs.workspace import Workspace

JSON_NAME, PAGE_NAME = "everything.json", "everything.html"


def write_takeout(held: Held, folder: Path, *, language: str = "") -> tuple[Path, Path]:
    """Write both files into a folder, readable by its owner only; return their paths.

    Args:
        held: what is held.
        folder: where to.
        language: of whoever reads the page, such as `de`; their own if empty, see `language_of`.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    told, page = folder / JSON_NAME, folder / PAGE_NAME
    _write_private(told, held.as_json())
    _write_private(page, page_of(held, language or language_of(held.subject)))
    return told, page


def keep_takeout(workspace: Workspace, held: Held, *, language: str = "") -> str:
    """Keep both files in the workspace for a download; return a name that nobody guesses."""
    name = secrets.token_hex(12)
    folder = workspace.path / TAKEOUTS / name
    folder.mkdir(mode=0o700, parents=True)
    write_takeout(held, folder, language=language)
    # Last: a folder without it is what a killed job left.
    write_whole(folder / ABOUT, json.dumps({"person_ids": held.subject.person_ids, "at": held.at.isoformat()}))
    sync_folder(folder.parent)
    return name


def page_of(held: Held, language: str) -> str:
    """The page: one file, no script, no request, for light and dark screens, in a language of ours."""
    with override(language):
        sections = [_section(one) for one in held.sections]
        facts = {"held": held, "sections": sections, "called": next(iter(held.subject.names), "")}
        return render_to_string("portal/held.html", facts)


def language_of(subject: Subject) -> str:
    """The language that somebody prefers, as far as we speak it; else that of this process."""
    told = Person.objects.filter(person_id__in=subject.person_ids).exclude(language="").order_by("person_id")
    known = (spoken(language) for language in told.values_list("language", flat=True))
    return next(filter(None, known), get_language() or settings.LANGUAGE_CODE)


def spoken(language: str) -> str:
    """Our name of a language, such as `en-gb` for `en` or `en_US`; empty for one that we have no words in."""
    wanted = language.replace("_", "-").lower()
    ours = [code for code, _name in settings.LANGUAGES]
    near = (code for code in ours if code.partition("-")[0] == wanted.partition("-")[0])
    return wanted if wanted in ours else next(near, "")


def _section(section: Section) -> dict[str, Any]:
    kind, name, sentence = said_of(section.where, section.about)
    rows = [{key: _value(value) for key, value in row.items()} for row in section.rows]
    return {"kind": kind, "name": name, "sentence": sentence, "rows": rows, "mentions": section.mentions}


def _value(value: object) -> object:
    """A value as people read it; our own words among them in the language of the page."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (list, tuple)):
        return ", ".join(str(_value(one)) for one in value)
    return _("a colleague") if value == COLLEAGUE else value


def _write_private(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.tmp")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    write_whole(path, text)
