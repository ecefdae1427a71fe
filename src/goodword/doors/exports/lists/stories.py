"""Stories as a sheet: what was approved and everybody quoted allows today."""

from collections.abc import Iterable, Iterator

from goodword.doors.exports.sheets import Cells, Sheet, Type
from goodword.programme.stories.models import Outcome, Quote, Version

_STORY: dict[str, Type] = {
    "story_id": "whole",
    "version": "whole",
    "account": "text",
    "act_kind": "text",
    "audience": "text",
    "title": "text",
    "text": "text",
    "quotes": "text",
    "outcomes": "text",
    "language": "text",
    "industry": "text",
    "employees": "whole",
    "region": "text",
    "role": "text",
    "products": "text",
    "use_cases": "text",
    "replaced": "text",
    "written_at": "instant",
}


def stories_sheet(versions: Iterable[Version]) -> Sheet:
    """Stories in their order, whole versions, each with the words in it and whose they are."""
    return Sheet.of("stories", _STORY, _rows(versions))


def _rows(versions: Iterable[Version]) -> Iterator[Cells]:
    for version in versions:
        plain = [name for name in _STORY if hasattr(version, name)]
        yield {
            **{name: getattr(version, name) for name in plain},
            "version": version.number,
            "account": version.story.account.name,
            "act_kind": version.story.act_kind_id,
            "quotes": "\n".join(map(_said, version.quotes.all())),
            "outcomes": "\n".join(map(_changed, version.outcomes.all())),
            "products": ", ".join(version.products),
            "use_cases": ", ".join(version.use_cases),
            "written_at": version.at,
        }


def _said(quote: Quote) -> str:
    person = quote.person.root or quote.person
    by = ", ".join(part for part in (person.name, person.title) if part)
    return f"{quote.words} ({by})" if by else quote.words


def _changed(one: Outcome) -> str:
    return f"{one.what}: {one.before} > {one.after}" if one.before else f"{one.what}: {one.after}"
