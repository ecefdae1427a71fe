"""Which encoding a text file is in: told by its first bytes, by trying UTF-8 strictly, or guessed from what it says."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from goodword.kit.errors import GoodwordError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_SAMPLE = 1 << 18
# What Western languages write beyond ASCII; in a text of theirs nearly all of it is these, and most letters are ASCII.
_WESTERN = re.compile("[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŒœ‘’“”–—…€£«»°·§©®™ ¡¿]")  # noqa: RUF001 - these letters are the point
_MOSTLY = 0.9
_FEW = 0.35


def encoding_of(path: Path) -> str:
    """Return the codec that reads the whole file.

    Raises:
        GoodwordError: none does (code `bad-encoding`).
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    if _reads(path, "utf-8"):
        return "utf-8"
    for codec in _guesses(head):
        if _reads(path, codec):
            return codec
    raise GoodwordError(
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
