"""What pages say in other languages: `python -m scripts.messages`, or `make messages`.

Takes every sentence marked for translation from the code and the templates into src/goodword/locale/*/LC_MESSAGES/
django.po, keeps what is translated, compiles it, and lists what is missing. `--check` writes nothing.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

from scripts.catalogue import Message, compiled, merged, read_catalogue, write_catalogue

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "goodword"
LOCALE = SOURCE / "locale"
LANGUAGES = ("de",)

# The page of parts is for people who build pages; it is not translated.
NOT_TRANSLATED = ("web/design.html", "web/design/")

_FORMS = {"ngettext", "ngettext_lazy", "npgettext", "npgettext_lazy", "counted"}
_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
_CALLS = {"gettext", "gettext_lazy", "gettext_noop"} | _FORMS | _CONTEXT
_TEXT = r"u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\""
_MARKED = re.compile(rf"(?<![\w.])(_|n?p?gettext)\(\s*({_TEXT})(?:\s*,\s*({_TEXT}))?(?:\s*,\s*({_TEXT}))?")


def header(language: str) -> str:
    """The first entry of a catalogue: how it is written, and how its language counts."""
    lines = (
        "Project-Id-Version: Goodword",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "Plural-Forms: nplurals=2; plural=(n != 1);",
    )
    return "".join(f"{line}\n" for line in lines)


def marked() -> list[Message]:
    """Every sentence that is marked for translation, once, with the files it stands in."""
    if not settings.configured:
        settings.configure()
    found: dict[tuple[str, str], Message] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        _add(found, in_code(path.read_text(encoding="utf-8")), path)
    for path in sorted([*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")]):
        if not any(f"templates/{name}" in path.as_posix() for name in NOT_TRANSLATED):
            _add(found, in_template(path.read_text(encoding="utf-8")), path)
    return list(found.values())


def _add(found: dict[tuple[str, str], Message], messages: Iterable[Message], path: Path) -> None:
    place = path.relative_to(SOURCE).as_posix()
    for one in messages:
        before = found.get(one.key)
        plural = one.plural or (before.plural if before else "")
        places = (before.places if before else frozenset()) | {place}
        found[one.key] = Message(one.text, plural, one.context, places=places)


def in_template(text: str) -> Iterator[Message]:
    """The marked sentences of a template, as Django's own reader finds them."""
    for name, *given in _MARKED.findall(templatize(text)):
        texts = [str(ast.literal_eval(one)) for one in given if one]
        yield _said("gettext" if name == "_" else name, texts)


def in_code(text: str) -> Iterator[Message]:
    """The marked sentences of a module: calls of gettext and its kin, whatever name it imports them under."""
    tree = ast.parse(text)
    names = {"counted": "counted"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in _CALLS}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if called in names and texts:
            yield _said(names[called], texts)


def _said(name: str, texts: list[str]) -> Message:
    context = texts.pop(0) if name in _CONTEXT else ""
    return Message(texts[0], texts[1] if name in _FORMS else "", context)


def main(arguments: list[str]) -> int:
    """Bring the catalogues up to date, or only say what is missing; 1 where something is."""
    missing = 0
    found = marked()
    for language in LANGUAGES:
        path = LOCALE / language / "LC_MESSAGES" / "django.po"
        messages = merged(found, read_catalogue(path))
        if "--check" not in arguments:
            write_catalogue(path, header(language), messages)
            path.with_suffix(".mo").write_bytes(compiled(header(language), messages))
        without = [one for one in messages if not one.done]
        missing += len(without)
        print(f"{language}: {len(messages) - len(without)} of {len(messages)} translated")  # noqa: T201  # a script says what it did
        for one in without:
            print(f"  {min(one.places)}: {one.context + ': ' if one.context else ''}{one.text!r}")  # noqa: T201  # as above
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
