"""Which encoding a text file is in: told by its first bytes, by trying UTF-8 strictly, or guessed from what it says.

One bad byte makes no other encoding of a file in UTF-8: where at least as many characters are well-formed UTF-8 of
several bytes as there are bytes that are none, it is UTF-8, and the rows with such bytes cannot be taken. In another
encoding, bytes hardly ever come in such an order by chance.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from charset_normalizer import from_bytes

from goodword.kit.errors import GoodwordError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16", "utf-32")
_BAD = re.compile("[\udc80-\udcff]+")
_ONE_BYTE = 0xDC00
_CHUNK = 1 << 20
_SAMPLE = 1 << 18
# What Western languages write beyond ASCII; in a text of theirs nearly all of it is these, and most letters are ASCII.
_WESTERN = re.compile("[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŒœ‘’“”–—…€£«»°·§©®™ ¡¿]")  # noqa: RUF001 - these letters are the point
_SHOWN = 8  # bytes
_AROUND = 20  # characters
_MOSTLY = 0.9
_FEW = 0.35


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text file is to be read.

    Attributes:
        codec: its name.
        damaged: whether some bytes are none of its; each is read as one sign that `mended` knows.
    """

    codec: str
    damaged: bool = False

    def open(self, path: Path, newline: str | None = None) -> TextIO:
        """Open a file for reading; arguments as of `open`."""
        errors = "surrogateescape" if self.damaged else "strict"
        return path.open(encoding=self.codec, errors=errors, newline=newline)


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with bytes that are none of its encoding: which they are, and what it may have said."""

    text: str
    why: str


def mended(text: str) -> Mended | None:
    """A text with such bytes as Windows would have read them; None where it has none."""
    if text.isascii() or not _BAD.search(text):
        return None
    found = bytes(ord(sign) - _ONE_BYTE for stretch in _BAD.findall(text) for sign in stretch)
    likely = _BAD.sub(lambda stretch: _in_windows(stretch.group()), text)
    first = _BAD.search(text)
    at = first.start() if first is not None else 0
    around = likely[max(at - _AROUND, 0) : at + _AROUND].strip()
    shown = found[:_SHOWN].hex(" ").upper()
    return Mended(likely, f"has bytes that are no UTF-8 ({shown}), as the rest of the file is; it may mean “{around}”")


def _in_windows(stretch: str) -> str:
    return bytes(ord(sign) - _ONE_BYTE for sign in stretch).decode("cp1252", errors="replace")


def encoding_of(path: Path) -> Encoding:
    """Return how to read the whole file.

    Raises:
        GoodwordError: none does (code `bad-encoding`).
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return _marked(path, codec)
    if _reads(path, "utf-8"):
        return Encoding("utf-8")
    if _is_mostly_utf8(path):
        return Encoding("utf-8", damaged=True)
    for codec in _guesses(head):
        if _reads(path, codec):
            return Encoding(codec)
    raise _untold(path)


def _marked(path: Path, codec: str) -> Encoding:
    """The encoding that the file itself names."""
    whole = _reads(path, codec)
    if not whole and codec in _WIDE:
        raise _untold(path)  # there, one lost byte moves all that follow
    return Encoding(codec, damaged=not whole)


def _is_mostly_utf8(path: Path) -> bool:
    good = bad = 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = decoder.decode(chunk)
            wrong = sum(map(len, _BAD.findall(text)))
            good += len(text) - len(text.encode("ascii", errors="ignore")) - wrong
            bad += wrong
    return good >= max(bad, 1)


def _untold(path: Path) -> GoodwordError:
    return GoodwordError(
        code="bad-encoding",
        sentence=f"{path.name} is text in an encoding that cannot be told.",
        mend="Save it as UTF-8 and load it again.",
    )


def _guesses(head: bytes) -> list[str]:
    if _looks_western(head.decode("cp1252", errors="replace")):
        return ["cp1252", "latin-1"]
    best = from_bytes(head).best()
    return [*([best.encoding] if best else []), "cp1252", "latin-1"]


def _looks_western(text: str) -> bool:
    foreign = [character for character in text if not character.isascii()]
    letters = sum(character.isalpha() for character in text)
    foreign_letters = sum(character.isalpha() for character in foreign)
    usual = sum(bool(_WESTERN.match(character)) for character in foreign)
    return usual >= _MOSTLY * len(foreign) and foreign_letters <= _FEW * letters


def _reads(path: Path, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
