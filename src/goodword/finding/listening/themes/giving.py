"""Learned themes given to remarks, without hearing any text again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.findings import REMARKS
from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of, tokens_of
from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.reading import read
from goodword.finding.listening.reading.languages import language_of
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.themes.learning import SIDES, Said, Theme
from goodword.finding.listening.themes.translated import also_written
from goodword.finding.listening.themes.tree import TREE, Finder, finder_of, forms_of, themes_in, tree_names, words_of

THEMES_VERSION = "themes-2"
"""The name of how themes are learned and given."""


_READ_MOST = 5_000  # characters of a text that are looked at for what is said in passing


def known_phrases(features: Mapping[str, str]) -> set[str]:
    """What names a theme already, in lower case: the tree's words, features and their areas."""
    names = {name for pair in features.items() for name in pair}
    own = {" ".join(words) for name in names for words in (*forms_of(name), *also_written(words_of(name)))}
    return own | {phrase for written in TREE.values() for phrase in phrases(written)}


def about(remarks: pa.Table, themes: Sequence[Theme], features: Mapping[str, str]) -> pa.Table:
    """The same remarks with all that their words name.

    Args:
        remarks: contract REMARKS.
        themes: the learned ones.
        features: the product's features, each with its area; empty where it has none.
    """
    areas = {name: area for name, area in features.items() if area}
    finder, called = _with(finder_of(list(features), areas), themes), tree_names(areas)
    columns = (remarks.column(name).to_pylist() for name in ("quote", "language", "themes"))
    given = [
        sorted({*(called.get(one, one) for one in before or ()), *themes_in(_tokens(quote, language), finder)})
        for quote, language, before in zip(*columns, strict=True)
    ]
    place = remarks.schema.get_field_index("themes")
    field = REMARKS.arrow().field("themes")
    return remarks.set_column(place, field, pa.array(given, field.type))


def _tokens(quote: str, language: str | None) -> list[str]:
    """The words of a quote; none in a language without a lexicon, as where somebody labelled a sentence of another."""
    return tokens_of(plain(quote), lexicon_of(language)) if language in LANGUAGES else []


def said_in(remarks: pa.Table) -> Iterable[Said]:
    """What was praised, blamed and wished for, from contract REMARKS with `person_id` and `account_id` beside."""
    some = remarks.filter(pc.is_in(remarks["kind"], value_set=pa.array(list(SIDES))))
    columns = (some.column(name).to_pylist() for name in ("person_id", "account_id", "language", "kind", "quote"))
    for person, account, language, kind, quote in zip(*columns, strict=True):
        if language in LANGUAGES:
            yield Said(person or "", account or "", language, kind, quote)


def said_in_passing(texts: pa.Table, remarks: pa.Table) -> Iterable[Said]:
    """What the customers' people wrote in these texts beside their remarks.

    Args:
        texts: contract TEXTS.
        remarks: contract REMARKS; those of other texts do not matter.
    """
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for table, record, start, end in zip(
        *(remarks.column(name).to_pylist() for name in ("table", "id", "start", "end")), strict=True
    ):
        spans[table, record].append((start, end))
    for row in texts.to_pylist():
        words, passages = read(
            (row["text"] or "")[:_READ_MOST],
            person_name=row["name"] or "",
            direction=row["direction"] or "in",
            channel=row["channel"] or "",
        )
        theirs = "\n".join(words[passage.start : passage.end] for passage in passages)
        if not theirs:
            continue
        for start, end in spans[row["table"], row["id"]]:
            if start < len(words):
                theirs = theirs.replace(words[start:end], "\n")
        yield Said(row["person_id"] or "", row["account_id"] or "", language_of(theirs)[0], "", theirs)


def _with(finder: Finder, themes: Sequence[Theme]) -> Finder:
    """An index that knows the learned themes too; one that differs by capitals only goes by the surer one's name."""
    index = dict(finder)
    names: dict[str, str] = {}
    for theme in themes:
        name = names.setdefault(theme.name.casefold(), theme.name)
        for form in theme.forms:
            first, *rest = form.split()
            index[first] = (*index.get(first, ()), (tuple(rest), (name,)))
    return index
