"""A small grammar: rules are sentences with `{slots}` and `[one|of|these]` choices, expanded at random."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

_TOKEN = re.compile(r"\{(\w+)\}|\[|\]|\|")
_BEFORE_MARK = re.compile(r" +([,.])")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that another rule, or a value handed in, fills."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that one of these fills; alternatives may hold further slots and choices."""

    options: Sequence["Phrase"]


type Phrase = list[str | Slot | Choice]


class Grammar:
    """Rules of one language, parsed once. `say` expands one; a slot without a value is looked up among the rules."""

    def __init__(self, rules: Mapping[str, Sequence[str]]) -> None:
        self._rules = {name: [_parse(text) for text in texts] for name, texts in rules.items()}

    def __contains__(self, rule: str) -> bool:
        return rule in self._rules

    def say(self, rule: str, rng: Random, slots: Mapping[str, str] | None = None) -> str:
        """One expansion of a rule: single spaces, none before a comma or full stop, first letter capital."""
        words: list[str] = []
        self._expand(self._one(rng, rule), rng, slots or {}, words)
        text = _BEFORE_MARK.sub(r"\1", " ".join("".join(words).split()))
        return text[:1].upper() + text[1:]

    def _one(self, rng: Random, rule: str) -> Phrase:
        texts = self._rules[rule]
        return texts[int(rng.random() * len(texts))]

    def _expand(self, phrase: Phrase, rng: Random, slots: Mapping[str, str], out: list[str]) -> None:
        for node in phrase:
            if isinstance(node, str):
                out.append(node)
            elif isinstance(node, Choice):
                self._expand(node.options[int(rng.random() * len(node.options))], rng, slots, out)
            elif node.name in slots:
                out.append(slots[node.name])
            else:
                self._expand(self._one(rng, node.name), rng, slots, out)


def _parse(text: str) -> Phrase:
    """Text to a phrase; square brackets nest."""
    stack: list[list[Phrase]] = [[[]]]
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() > position:
            stack[-1][-1].append(text[position : token.start()])
        position = token.end()
        mark = token.group(0)
        if token.group(1):
            stack[-1][-1].append(Slot(token.group(1)))
        elif mark == "[":
            stack.append([[]])
        elif mark == "]":
            options = stack.pop()
            stack[-1][-1].append(Choice(options))
        else:
            stack[-1].append([])
    stack[-1][-1].append(text[position:])
    return stack[0][0]


def read_rules(lines: Iterable[str]) -> dict[str, list[str]]:
    """Rules from a grammar file: `== name`, then one alternative a line; `~` is empty, `_` at an end keeps a blank."""
    rules: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in lines:
        line = raw.strip()
        if line.startswith("== "):
            current = rules.setdefault(line[3:], [])
        elif line and not line.startswith("# "):
            current.append("" if line == "~" else _with_blanks(line))
    return rules


def _with_blanks(line: str) -> str:
    before = " " if line.startswith("_") else ""
    after = " " if line.endswith("_") else ""
    return f"{before}{line.removeprefix('_').removesuffix('_')}{after}"


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of a language: en, de, fr, es or pt."""
    text = (files("goodword.sample.texts") / f"{lang}.grammar").read_text(encoding="utf-8")
    return Grammar(read_rules(text.splitlines()))
