"""Anything that can happen to people, in any order: product and naive model must say the same after each step."""

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.join_apart import join_apart
from goodword.programme.people.actions.keep_apart import keep_apart
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.rejoin_record import rejoin_record
from goodword.programme.people.actions.split_record import split_record
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Apart, Merge, Person, Split
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import Grant
from tests.runs.people.cast import ADDRESSES, SOURCES
from tests.runs.people.naive import Erased, Naive
from tests.runs.people.naive_parts import Row
from tests.runs.people.naive_words import Word
from tests.runs.people.product import BY, Product, code_of

DEEDS = (("contact", ""), ("do", "quote"), ("do", "reference_call"))
ONE = st.integers(0, 20)
KINDS = st.sampled_from(("", "quote", "reference_call"))
SOMETIMES = st.sampled_from((True, False, False))
DAYS_BEFORE = st.sampled_from((None, None, None, None, 0, 0, 3, 30))


type Export = tuple[str, list[tuple[str, tuple[str, ...], int | None]]]
"""A source, and for each key its addresses and how many days ago they opted out."""


@st.composite
def exports(draw: Callable[..., Any], *sources: str) -> Export:
    """An export of people."""
    source = draw(st.sampled_from(sources))
    keys = draw(st.lists(st.sampled_from(SOURCES[source]), min_size=1, max_size=3, unique=True))
    emails = st.lists(st.sampled_from(ADDRESSES), max_size=2, unique=True).map(tuple)
    return source, [(key, draw(emails), draw(DAYS_BEFORE)) for key in keys]


class AnyOrder(RuleBasedStateMachine):
    """The machine. Every rule does one thing in both; `_same` compares."""

    begin: ClassVar[Callable[[], Product]]
    taken: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.product, self.naive = type(self).begin(), Naive()
        self.since_backup = 0
        self.backups: list[tuple[Path, Naive, list[str]]] = []

    def _step(self, name: str) -> None:
        type(self).taken[name] += 1
        self.since_backup += 1
        self.product.now.go(minutes=1)

    @initialize(people=exports("crm"), others=exports("desk"))
    def begins(self, people: Export, others: Export) -> None:
        """Two sources are there from the first day."""
        for source, rows in (people, others):
            self._load(self._rows(source, rows), source)
        self._settle()

    # --- records -----------------------------------------------------------------------------------------------------

    @rule(export=exports(*SOURCES), settled=SOMETIMES)
    def import_people(self, *, export: Export, settled: bool) -> None:
        """An export of people arrives; what it says again may be different, what it leaves out stays."""
        self._step("import")
        source, people = export
        self._load(self._rows(source, people), source)
        if settled:
            self._settle()

    @precondition(lambda self: len(self.naive.loads) < 12)
    @rule(number=st.integers(0, 3), key=st.sampled_from(("", "", "C1", "D1")), email=st.sampled_from(("", *ADDRESSES)))
    def import_answer(self, number: int, key: str, email: str) -> None:
        """Somebody answers a survey, known by a key, an address, or both."""
        self._step("import an answer")
        self._load([Row("survey", f"R{number}", key, (email,) if email else (), listed=False)], "survey")

    @precondition(lambda self: len(self.naive.loads) < 12)
    @rule(one=ONE)
    def import_again(self, one: int) -> None:
        """An export of before arrives again."""
        self._step("re-import")
        rows = self.naive.files[one % len(self.naive.files)]
        self._load(rows, rows[0].source)

    @precondition(lambda self: len(self.naive.undone) + 2 < len(self.naive.loads))
    @rule(one=ONE)
    def undo_import(self, one: int) -> None:
        """An import is taken back: its records vanish."""
        self._step("undo an import")
        left = [number for number in range(len(self.naive.loads)) if number not in self.naive.undone]
        number = left[one % len(left)]
        self.product.undo(number)
        self.naive.undone.add(number)

    @rule(days=st.sampled_from((0, 1, 40)))
    def settle(self, days: int) -> None:
        """A run knows everybody anew, at once or some days later."""
        self._step("settle")
        self.product.now.go(days=days)
        self._same()
        self._settle()

    # --- decisions ---------------------------------------------------------------------------------------------------

    @precondition(lambda self: len(self.naive.known) > 1)
    @rule(one=ONE, two=ONE, settled=SOMETIMES)
    def merge(self, *, one: int, two: int, settled: bool) -> None:
        """Somebody says that two ids mean one."""
        self._step("merge")
        pair = self._id(one), self._id(two)
        expected = self._refuses(*pair, merging=True)
        refusal = None
        try:
            row = merge_people(*pair, by=BY)
        except GoodwordError as error:
            refusal = error
        assert code_of(refusal) == expected
        if not expected:
            self.naive.merges[row.pk] = pair
            self.naive.join_roots()
        self._settle() if settled else self._same()

    @precondition(lambda self: self.naive.merges)
    @rule(one=ONE, settled=SOMETIMES)
    def unmerge(self, *, one: int, settled: bool) -> None:
        """A merge is taken back."""
        self._take_back(_nth(self.naive.merges, one), settled=settled)

    @precondition(lambda self: len(self.naive.known) > 1)
    @rule(one=ONE, two=ONE, out=st.booleans(), settled=st.booleans())
    def merge_by_mistake(self, *, one: int, two: int, out: bool, settled: bool) -> None:
        """Two are merged, one of them may opt out, and the merge is taken back."""
        before = set(self.naive.merges)
        self.merge(one=one, two=two, settled=settled)
        made = self.naive.merges.keys() - before
        if out and made:
            self.opt_out(one=one, ago=0, settled=settled)
        for number in made:
            self._take_back(number, settled=settled)

    def _take_back(self, number: int, *, settled: bool) -> None:
        self._step("un-merge")
        unmerge_people(Merge.objects.get(pk=number), by=BY)
        del self.naive.merges[number]
        self._settle() if settled else self._same()

    @precondition(lambda self: len(self.naive.known) > 1)
    @rule(one=ONE, two=ONE)
    def keep_apart(self, one: int, two: int) -> None:
        """Somebody says that two ids mean two."""
        self._step("keep apart")
        pair = self._id(one), self._id(two)
        expected = "" if self._apart(pair) else self._refuses(*pair, merging=False)
        refusal = None
        try:
            row = keep_apart(*pair, by=BY)
        except GoodwordError as error:
            refusal = error
        assert code_of(refusal) == expected
        if not expected:
            self.naive.aparts.setdefault(row.pk, pair)
        self._same()

    @precondition(lambda self: self.naive.aparts)
    @rule(one=ONE)
    def join_apart(self, one: int) -> None:
        """That is taken back."""
        self._step("join")
        number = _nth(self.naive.aparts, one)
        join_apart(Apart.objects.get(pk=number), by=BY)
        del self.naive.aparts[number]

    @precondition(lambda self: any(row.listed for row in self.naive.live()) and self.naive.known)
    @rule(one=ONE, two=ONE)
    def split(self, one: int, two: int) -> None:
        """A record stands for somebody of its own."""
        self._step("split")
        rows = sorted((row.source, row.key) for row in self.naive.live() if row.listed)
        source, key = rows[one % len(rows)]
        row = split_record(source, key, of=self._id(two), by=BY)
        self.naive.splits.setdefault(row.pk, (source, key, self._id(two)))

    @precondition(lambda self: self.naive.splits)
    @rule(one=ONE)
    def rejoin(self, one: int) -> None:
        """That is taken back."""
        self._step("rejoin")
        number = _nth(self.naive.splits, one)
        rejoin_record(Split.objects.get(pk=number), by=BY)
        del self.naive.splits[number]

    # --- what they said ----------------------------------------------------------------------------------------------

    @precondition(lambda self: self.naive.known)
    @rule(one=ONE, ago=st.sampled_from((0, 0, 0, 5)), settled=SOMETIMES)
    def opt_out(self, *, one: int, ago: int, settled: bool) -> None:
        """Somebody tells us that nobody may ask them."""
        self._step("opt out")
        day = self.product.now.day - timedelta(ago)
        self.product.opt_out(self._id(one), day)
        self.naive.opt_out(self._id(one), (day, self.product.now.at))
        self._settle() if settled else self._same()

    @precondition(lambda self: any(self.naive.is_out(one) for one in self.naive.known))
    @rule(one=ONE, settled=SOMETIMES)
    def consent(self, *, one: int, settled: bool) -> None:
        """Somebody who opted out says themselves that one may ask them again."""
        self._step("consent")
        out = sorted(ident for ident in self.naive.known if self.naive.is_out(ident))
        email = self.product.consent(out[one % len(out)])
        self.naive.consent(out[one % len(out)], self.product.now.at)
        self.naive.users.append((out[one % len(out)], email))
        self._settle() if settled else self._same()

    @precondition(lambda self: self.naive.known)
    @rule(one=ONE, company=st.booleans(), kind=KINDS, granted=st.sampled_from((True, True, False)),
          lasts=st.sampled_from((None, 1, 30)))  # fmt: skip
    def say(self, *, one: int, company: bool, kind: str, granted: bool, lasts: int | None) -> None:
        """A person or a company allows or forbids something."""
        self._step("grant" if granted else "deny")
        person, account, today = (
            ("", "A1", self.product.now.day) if company else (self._id(one), "", self.product.now.day)
        )
        ends = today + timedelta(lasts) if lasts else None
        number = self.product.say(person, account, kind, granted=granted, ends=ends)
        self.naive.words[number] = Word(number, person, account, kind, granted, today, ends)
        self._same()

    @precondition(lambda self: self.naive.words.keys() - self.naive.taken_back.keys())
    @rule(one=ONE, mistake=st.booleans())
    def withdraw(self, *, one: int, mistake: bool) -> None:
        """A word is taken back, or was never said."""
        self._step("withdraw")
        number = _nth(self.naive.words.keys() - self.naive.taken_back.keys(), one)
        withdraw_grant(Grant.objects.get(pk=number), by=BY, why="mistake" if mistake else "withdrawn")
        self.naive.taken_back[number] = (self.product.now.day, mistake)
        self._same()

    # --- nothing left, and everything again --------------------------------------------------------------------------

    @precondition(lambda self: len(self.naive.known) > 2)
    @rule(one=ONE)
    def erase(self, one: int) -> None:
        """Somebody wants nothing of them left."""
        self._step("erase")
        ident, now = self._id(one), self.product.now
        self._learn()
        expected = self.naive.subject({ident}, set(), set())
        subject = self.product.erase(ident)
        assert (set(subject.person_ids), set(subject.pairs)) == (expected.ids, expected.pairs)
        assert set(subject.emails) == expected.emails
        for handle in expected.handles:
            self.naive.listed.setdefault(handle, set()).add((now.day, now.at))
        self._erased(expected)
        self._settle()

    def _erased(self, one: Erased) -> None:
        self.naive.marks.append(one.handles)
        self.naive.erase(one)
        self._learn()
        self.naive.forget_rows(one)
        self._learn()

    @precondition(lambda self: len(self.backups) < 2 and self.since_backup > 8)
    @rule()
    def back_up(self) -> None:
        """A backup is taken."""
        self._step("back up")
        self.since_backup = 0
        self.backups.append((self.product.back_up(), deepcopy(self.naive), list(self.product.imports)))

    @precondition(lambda self: self.backups and self.since_backup > 4)
    @rule(one=ONE)
    def restore(self, one: int) -> None:
        """Everything is lost, and comes back as a backup has it; who opted out or was erased since, stays so."""
        self._step("restore")
        self.since_backup = 0
        archive, before, imports = self.backups[one % len(self.backups)]
        lost, self.naive, self.product.imports = self.naive, deepcopy(before), list(imports)
        self.product.restore(archive)
        for handle, words in lost.listed.items():
            self.naive.listed.setdefault(handle, set()).update(words)
        self.naive.files = lost.files
        if lost.listed:
            for ident in self._learn():
                for same in self.naive.same_as(ident) if ident in self.naive.known else ():
                    self.naive.known[same].out = True
        for marks in lost.marks:
            if marks not in self.naive.marks:
                self._learn()
                self._erased(self.naive.marked(marks))
                self.naive.marks[-1] = marks
                self.naive.erased |= marks
        self._same()
        self._settle()

    # --- both --------------------------------------------------------------------------------------------------------

    def _rows(self, source: str, people: list[tuple[str, tuple[str, ...], int | None]]) -> list[Row]:
        today = self.product.now.day
        return [
            Row(source, key, key, emails, None if ago is None else today - timedelta(ago))
            for key, emails, ago in people
        ]

    def _load(self, rows: list[Row], source: str) -> None:
        self.product.load_rows(rows, source)
        self.naive.load(rows)

    def _learn(self) -> dict[str, date]:
        return self.naive.learn(self.product.now.at)

    def _settle(self) -> None:
        said = self.product.settle()
        self.naive.publish(self._learn())
        agree(said, self.naive.means)
        self._same()

    def _same(self) -> None:
        """Whom each id means, who may not be asked, and what else may not be done."""
        told = Person.objects.values_list("person_id", "root_id", "person_keys", "emails")
        rows = {one: (root or one, set(keys), set(emails)) for one, root, keys, emails in told}
        known = {one: (known.root, known.keys, known.emails) for one, known in self.naive.known.items()}
        agree(rows, known)
        deeds = [(verb, kind, one) for one in sorted(rows) for verb, kind in DEEDS]
        may = dict(zip(deeds, self.product.may(deeds), strict=True))
        day = self.product.now.day
        agree(may, {deed: self.naive.may(*deed, day) for deed in deeds})

    def _id(self, number: int) -> str:
        return _nth(self.naive.known, number)

    def _apart(self, pair: tuple[str, str]) -> bool:
        return any(set(one) == set(pair) for one in self.naive.aparts.values())

    def _refuses(self, one: str, two: str, *, merging: bool) -> str:
        ones, twos = self.naive.same_as(one), self.naive.same_as(two)
        if ones == twos:
            return "one-already"
        between = [pair for pair in self.naive.aparts.values() if set(pair) <= ones | twos]
        return "kept-apart" if merging and any((a in ones) != (b in ones) for a, b in between) else ""


def agree(product: dict[Any, Any], naive: dict[Any, Any]) -> None:
    """Fail where the two say something else."""
    every = sorted(product.keys() | naive.keys())
    told = [
        f"{one}: {product.get(one)}, and not {naive.get(one)}" for one in every if product.get(one) != naive.get(one)
    ]
    assert not told, "\n".join(["The product and the model differ:", *told])


def _nth[One: (int, str)](some: Iterable[One], number: int) -> One:
    ordered = sorted(some)
    return ordered[number % len(ordered)]
