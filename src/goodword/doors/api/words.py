"""What values may come in: words of a list, texts that every database can hold, numbers of rows."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

from ninja import Field
from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

LARGEST_ID = 2**63 - 1
_FIRST_YEAR, _LAST_YEAR = 2000, 2999


class OneOf:
    """Marks a text as one of these words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = list(words)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401  # pydantic's protocol
        """A literal, which becomes an enumeration in the schema."""
        return core_schema.literal_schema(self.words)


def _storable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("may not contain a null character")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("may not contain half a character") from error
    return text


Text = Annotated[str, AfterValidator(_storable)]
"""A text that can be written down."""

RowId = Annotated[int, Field(ge=1, le=LARGEST_ID)]
"""The number of a row."""


def _within_reach(at: datetime) -> datetime:
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ValueError(f"must lie between {_FIRST_YEAR} and {_LAST_YEAR}")
    return at if at.tzinfo else at.replace(tzinfo=UTC)


Instant = Annotated[datetime, AfterValidator(_within_reach)]
"""A point in time; UTC where it names no zone."""
