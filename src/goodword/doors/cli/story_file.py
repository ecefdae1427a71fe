"""A story as somebody hands it in: a TOML file, read with a sentence for whatever is wrong in it."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodword.doors.cli.granting import known_account, known_person
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.stories.telling import Telling

_FIT = ("industry", "region", "role", "replaced")
_LINES = ("account", "title", "text", "act_kind", "audience", "language", *_FIT)
_LISTS = ("products", "use_cases")
_TABLES = {"quotes": ({"person", "words"}, set[str]()), "outcomes": ({"what", "after"}, {"before"})}
MOST_BYTES = 1_000_000


def read_story(path: Path) -> "Telling":
    """The story that a file tells.

    Raises:
        GoodwordError: it cannot be read, or something in it is missing, unknown or of another kind.
    """
    from goodword.programme.stories.telling import Figure, Fit, Said, Telling

    told = _checked(_parsed(path))
    fit: dict[str, Any] = {name: told[name] for name in (*_FIT, "employees") if name in told}
    fit |= {name: tuple(told[name]) for name in _LISTS if name in told}
    kept = {name: told[name] for name in ("act_kind", "audience", "language") if name in told}
    return Telling(
        account=known_account(told["account"]),
        title=told["title"],
        text=told["text"],
        quotes=tuple(Said(known_person(one["person"]), one["words"]) for one in told.get("quotes", [])),
        outcomes=tuple(Figure(**one) for one in told.get("outcomes", [])),
        fit=Fit(**fit),
        **kept,
    )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise GoodwordError(
            "no-story-file", f"{path} cannot be read: {error.strerror}.", "Name a TOML file that holds the story."
        ) from None
    if len(content) > MOST_BYTES:
        raise _wrong("the file", "is too large; a story may have 20000 characters")
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(str(path), f"is not TOML: {error}") from None


def _checked(told: dict[str, Any]) -> dict[str, Any]:
    for name, value in told.items():
        if name in _LINES:
            _expect(isinstance(value, str), name, "is no text")
        elif name in _LISTS:
            whole = isinstance(value, list) and all(isinstance(one, str) for one in value)
            _expect(whole, name, "is no list of texts")
        elif name in _TABLES:
            _expect(isinstance(value, list), name, f"is no list: write [[{name}]] before each")
            for place, one in enumerate(value, 1):
                _check_table(f"{name} {place}", one, *_TABLES[name])
        else:
            _expect(name == "employees", name, "means nothing here")
            fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31
            _expect(fits, name, "is no whole number of people")
    for name in ("account", "title", "text"):
        _expect(name in told, name, "is missing")
    return told


def _check_table(where: str, one: Any, needed: set[str], more: set[str]) -> None:  # noqa: ANN401  # TOML is anything
    _expect(isinstance(one, dict), where, f"is no table with {' and '.join(sorted(needed))}")
    for name, value in one.items():
        _expect(name in needed | more, f"{name} of {where}", "means nothing here")
        _expect(isinstance(value, str), f"{name} of {where}", "is no text")
    for name in sorted(needed - one.keys()):
        _expect(condition=False, where=f"{name} of {where}", what="is missing")


def _expect(condition: bool, where: str, what: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not condition:
        raise _wrong(where, what)


def _wrong(where: str, what: str) -> GoodwordError:
    return GoodwordError("story-file-wrong", f"In the story, {where} {what}.", "See the how-to: write down a story.")
