"""Catalogues of translations: reads and writes PO files, and compiles them as gettext reads them."""

import struct
from ast import literal_eval
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

_MAGIC, _HEAD = 0x950412DE, 7 * 4
_CONTEXT, _FORMS = "\x04", "\0"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said in another language.

    Attributes:
        text: the English sentence.
        plural: its form for many; empty where there is one form.
        context: what tells it from the same words elsewhere.
        said: the translations, one a form; empty where nobody translated it yet.
        places: the files it stands in.
    """

    text: str
    plural: str = ""
    context: str = ""
    said: tuple[str, ...] = ()
    places: frozenset[str] = field(default_factory=frozenset)

    @property
    def key(self) -> tuple[str, str]:
        """What a program asks for it by."""
        return (self.context, self.text)

    @property
    def done(self) -> bool:
        """Whether every form is translated."""
        return len(self.said) == (2 if self.plural else 1) and all(self.said)


def read_catalogue(path: Path) -> dict[tuple[str, str], Message]:
    """Return the messages of a PO file; the header is the message with no text."""
    if not path.exists():
        return {}
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return {one.key: one for one in map(_message, blocks)}


def _message(block: str) -> Message:
    parts: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if not line or line.startswith("#"):
            continue
        begins, _, rest = ("", "", line) if line.startswith('"') else line.partition(" ")
        name = begins or name
        parts[name] = parts.get(name, "") + str(literal_eval(rest))
    said = tuple(value for key, value in sorted(parts.items()) if key.startswith("msgstr"))
    return Message(
        parts.get("msgid", ""),
        parts.get("msgid_plural", ""),
        parts.get("msgctxt", ""),
        said if any(said) else (),
    )


def write_catalogue(path: Path, header: str, messages: Iterable[Message]) -> None:
    """Write a PO file, sorted, so that a change shows as a change."""
    blocks = [_block(Message("", said=(header,)))]
    blocks += [_block(one) for one in sorted(messages, key=lambda one: (one.text, one.context))]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _block(one: Message) -> str:
    lines = [f"#: {place}" for place in sorted(one.places)]
    if one.context:
        lines.append(f"msgctxt {_quoted(one.context)}")
    lines.append(f"msgid {_quoted(one.text)}")
    if one.plural:
        said = one.said if one.done else ("", "")
        lines += [
            f"msgid_plural {_quoted(one.plural)}",
            *(f"msgstr[{at}] {_quoted(text)}" for at, text in enumerate(said)),
        ]
    else:
        lines.append(f"msgstr {_quoted(one.said[0] if one.said else '')}")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def compiled(header: str, messages: Iterable[Message]) -> bytes:
    """Return the file that gettext reads: what is not translated is left out, and said in English."""
    pairs = sorted([("", header), *_pairs(one for one in messages if one.done)])
    keys = [key.encode() for key, _ in pairs]
    values = [value.encode() for _, value in pairs]
    count = len(pairs)
    at = _HEAD + 16 * count
    places: list[int] = []
    for one in (*keys, *values):
        places += [len(one), at]
        at += len(one) + 1
    head = struct.pack("<7I", _MAGIC, 0, count, _HEAD, _HEAD + 8 * count, 0, 0)
    return head + struct.pack(f"<{4 * count}I", *places) + b"\0".join([*keys, *values, b""])


def _pairs(messages: Iterable[Message]) -> Iterator[tuple[str, str]]:
    for one in messages:
        key = f"{one.context}{_CONTEXT}{one.text}" if one.context else one.text
        yield (f"{key}{_FORMS}{one.plural}" if one.plural else key), _FORMS.join(one.said)


def merged(found: Iterable[Message], known: dict[tuple[str, str], Message]) -> list[Message]:
    """Give each message of the code the translation the catalogue has for it."""
    return [replace(one, said=known[one.key].said) if one.key in known else one for one in found]
