"""Themes learned from the sample companies' remarks, with the features table hidden, against the words of the product.

A theme is right where its words name a module or a feature of the made-up product in any language, or hold such a name.
Beside it stand the phrases of the same shape that most people say, names and small words left out as well.
"""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from importlib import resources

import pyarrow as pa
import pyarrow.parquet as pq

from bench.quality.company import ACCOUNTS, Company, Row
from bench.quality.figures import Figure, share
from bench.quality.finders import Place
from goodword.evidence.lake.local.lake import LocalLake
from goodword.evidence.records.findings import TEXTS
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.finding.listening.judging.cues import lexicon_of, tokens_of
from goodword.finding.listening.themes.giving import known_phrases, said_in_passing
from goodword.finding.listening.themes.learning import SIDES, Said, learned
from goodword.finding.listening.themes.phrases import grammar_of, phrases_in
from goodword.sample.catalogue import FEATURES

FIRST = 20
WORDS = {"interactions": "text", "responses": "comment", "posts": "text"}
_LANGUAGES = ("en", "de", "fr", "es", "pt")
_ARTICLE = re.compile(r"^(?:the|der|die|das|den|dem|le|la|les|l'|el|los|las|o|a|os|as)[ ’]?\b *", re.IGNORECASE)
_RULE = re.compile(r"^== (?P<name>\w+)$")


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Precision of the first twenty themes of each company."""
    note = f"sample, {len(companies)} seeds, {ACCOUNTS} accounts, features hidden"
    right, usual, found = 0, 0, 0
    for company in companies:
        themes, common = _first(company)
        right += sum(_is_ours(forms) for forms in themes)
        usual += sum(_is_ours((phrase,)) for phrase in common)
        found += len(themes)
    first = share(f"themes: the first {FIRST} name a module or a feature", note, right, found, at_least=0.80)
    return [replace(first, baseline=usual / max(found, 1))]


def _first(company: Company) -> tuple[list[tuple[str, ...]], list[str]]:
    """The forms of the first themes, and as many phrases that most people say."""
    authors, texts, names = _written(company)
    remarks = _remarks(company)
    said = [
        Said(*authors[row["table"], row["id"]], row["language"], row["kind"], row["quote"])
        for row in remarks.to_pylist()
    ]
    themes = learned(said, said_in_passing(texts, remarks), names=names, known=known_phrases({}))[:FIRST]
    pairs = {
        (one.person, " ".join(phrase.words))
        for one in said
        if one.kind in SIDES
        for phrase in phrases_in(tokens_of(one.words, lexicon_of(one.language)), grammar_of(one.language))
    }
    counted = Counter(phrase for _, phrase in sorted(pairs))
    return [theme.forms for theme in themes], [phrase for phrase, _ in counted.most_common(len(themes))]


def _remarks(company: Company) -> pa.Table:
    """What the search for this day heard."""
    return pa.concat_tables(
        pq.read_table(path) for path in sorted((company.workspace / "derived").glob("*/remarks*.parquet"))
    )


def _written(company: Company) -> tuple[dict[Place, tuple[str, str]], pa.Table, set[str]]:
    """Who wrote each record, what stands in it, and names of people and companies, as the lake has them."""
    authors: dict[Place, tuple[str, str]] = {}
    rows: list[Row] = []
    with LocalLake(company.workspace / "lake").session() as session:
        records = {name: table.plus(*STAMPS).unbound() for name, table in RECORDS.items()}
        for table, words in WORDS.items():
            for row in session.fetch(records[table]).to_pylist():
                place = (table, row["record_id"])
                authors[place] = (row["person_key"] or row["email"] or "", row.get("account_id") or "")
                rows.append(
                    dict.fromkeys(TEXTS.names)
                    | {"table": table, "id": row["record_id"], "text": row[words], "direction": row.get("direction")}
                    | dict(zip(("person_id", "account_id"), authors[place], strict=True))
                )
        people = session.fetch(records["people"].select("full_name")).column(0).to_pylist()
        accounts = session.fetch(records["accounts"].select("name")).column(0).to_pylist()
    names = {name for name in (*people, *accounts, company.vendor.partition(".")[0]) if name}
    return authors, pa.Table.from_pylist(rows, schema=TEXTS.arrow()), names


def _is_ours(forms: tuple[str, ...]) -> bool:
    return any(f" {word} " in f" {form} " for form in forms for word in _vocabulary())


@cache
def _vocabulary() -> frozenset[str]:
    """What modules and features are called, lower case, without an article."""
    words = {name.replace("_", " ") for name in FEATURES}
    for language in _LANGUAGES:
        grammar = resources.files("goodword.sample.texts").joinpath(f"{language}.grammar").read_text(encoding="utf-8")
        inside = False
        for line in grammar.splitlines():
            rule = _RULE.match(line)
            if rule:
                inside = rule["name"].startswith("module")
            elif inside and line and not line.startswith("#"):
                words.add(_ARTICLE.sub("", line).strip().lower())
    return frozenset(words)
