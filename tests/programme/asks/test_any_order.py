"""Asks, answers, moments put off, merges, imports, opt-outs, words of permission and changes of role, in any order.

What may be asked and shown is told here once more, in another way: from everything that was said and done, one after
the other, without a look at what the programme keeps of it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from unittest.mock import patch

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, Hold, Moment
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person, may_ask
from goodword.programme.asks.actions.post_load import Cost, post_load
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.actions.settle_roots import publish_roots
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Merge
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.models import ActKind, Grant
from goodword.programme.permissions.policies import may
from goodword.programme.permissions.saying import Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from tests.permissions import CONSOLE, TODAY, TOLD, account, person
from tests.team import let_in
from tests.world import the_cast

WHO = ("rhiannon", "hemi", "selin", "joost", "anjali", "etienne")
KINDS = ("quote", "reference_call", "logo")
ASKED_BY = {"logo": (Role.MANAGER, Role.ADMINISTRATOR)}
"""Who alone may ask for a kind of act; the console may always."""

ROLES = (Role.MANAGER, Role.CSM, Role.SALES, Role.ANALYST)
BOTH_KEYS = {"quote": (True, True), "reference_call": (True, False), "logo": (False, True)}
BOUNDS = Bounds(asks_a_quarter=2, rest_days=45, not_now_days=90)
WAYS = (Verb.DO, Verb.PUBLISH, Verb.HAND_OVER)

people, kinds = st.sampled_from(WHO), st.sampled_from(KINDS)


@dataclass
class Asked:
    """An ask that was made, and what became of it."""

    row: Ask
    who: str
    kind: str
    day: date
    answer: str = ""
    answered: date | None = None
    withdrawn: bool = False


@dataclass
class Said:
    """A word of permission."""

    row: Grant
    key: str
    kind: str
    granted: bool
    given_on: date
    ends_on: date | None
    place: int
    withdrawn_on: date | None = None
    mistaken: bool = False


@dataclass
class Told:
    """Everything that was said and done."""

    asks: list[Asked] = field(default_factory=list)
    words: list[Said] = field(default_factory=list)
    past: list[Cost] = field(default_factory=list)
    out: set[str] = field(default_factory=set)
    held: dict[str, list[tuple[str, date | None]]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    glued: list[tuple[str, str]] = field(default_factory=list)
    company: dict[str, str] = field(default_factory=dict)
    role: Role = Role.CSM

    def same(self, who: str) -> set[str]:
        """Every id of the human being; one that was told apart counts as one until the next run publishes two."""
        return _joined({who}, self.glued)

    def newest(self, keys: set[str], day: date) -> list[Said]:
        """The word of each kind that counts on a day, of one human being under all their ids, or of a company."""
        said = sorted(
            (word for word in self.words if word.key in keys and not word.mistaken and word.given_on <= day),
            key=lambda word: (word.given_on, word.place),
        )
        counts = {(word.kind, word.granted and "public"): word for word in said}  # a denial is for every audience
        return [
            word
            for word in counts.values()
            if (word.withdrawn_on is None or word.withdrawn_on > day) and (word.ends_on is None or word.ends_on > day)
        ]

    def says(self, keys: set[str], kind: str, day: date, *, granted: bool) -> bool:
        """Whether a human being or a company allows or forbids a kind of act on a day."""
        return any(word.granted is granted and word.kind in {"", kind} for word in self.newest(keys, day))

    def forbidden(self, who: str, kind: str, day: date, *, colleague: bool) -> str:
        """What forbids to ask somebody, at the console or as the colleague; empty where nothing does."""
        same, companies = self.same(who), self.companies(who)
        mine = [ask for ask in self.asks if ask.who in same and not ask.withdrawn]
        past = [cost for cost in self.past if cost.person_id in same]
        days = [ask.day for ask in mine] + [cost.happened_on for cost in past if cost.kind == "ask"]
        holds = [until for one in same for held, until in self.held.get(one, ()) if held in {"", kind}]
        reasons = {
            "asked by others": colleague and kind in ASKED_BY and self.role not in ASKED_BY[kind],
            "opted out": bool(self.out & same),
            "denied": any(self.says(keys, kind, day, granted=False) for keys in (same, companies)),
            "held": any(until is None or until > day for until in holds),
            # Where a clock was set back, they rest from what was asked on a day to come as well.
            "rests": any((day - ask.day).days < BOUNDS.rest_days for ask in mine)
            or any(cost.rests_until > day for cost in past),
            "capped": sum(_quarter(one) == _quarter(day) for one in days) >= BOUNDS.asks_a_quarter,
            "never": any(ask.answer == "never" and ask.kind == kind for ask in mine),
            "not now": any(
                ask.answer == "not_now" and ask.answered and ask.answered + timedelta(days=BOUNDS.not_now_days) > day
                for ask in mine
            ),
        }
        return next((reason for reason, holds_now in reasons.items() if holds_now), "")

    def companies(self, who: str) -> set[str]:
        """The company of somebody today."""
        return {f"company {self.company[person(who).root_id or who]}"}

    def showable(self, who: str, kind: str, day: date) -> bool:
        """Whether what somebody said or did may be shown on a day."""
        same, companies = self.same(who), self.companies(who)
        needs_person, needs_company = BOTH_KEYS[kind]
        return (
            not self.out & same
            and not any(self.says(keys, kind, day, granted=False) for keys in (same, companies))
            and (not needs_person or self.says(same, kind, day, granted=True))
            and (not needs_company or self.says(companies, kind, day, granted=True))
        )


def _joined(found: set[str], pairs: list[tuple[str, str]]) -> set[str]:
    """Whatever is tied to these by pairs, however far."""
    more = {one for pair in pairs if found & set(pair) for one in pair} - found
    return _joined(found | more, pairs) if more else found


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


class Programme(RuleBasedStateMachine):
    """A programme in which everything happens."""

    steps = asked = shown = 0

    def __init__(self) -> None:
        super().__init__()
        self.day, self.told, self.numbers = TODAY, Told(), count(1)
        self._clock = patch.object(clock, "now", lambda: datetime.combine(self.day, time(12), UTC))
        self._rolled_back = transaction.atomic()

    @initialize()
    def begin(self) -> None:
        self._clock.start()
        self._rolled_back.__enter__()
        publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
        for kind, roles in ASKED_BY.items():
            ActKind.objects.filter(pk=kind).update(asked_by=[role.value for role in roles])
        self.colleague = let_in("joe@northwind.example", self.told.role)
        self.told.company = {who: person(who).account_id or "" for who in WHO}
        for hold in Hold.objects.filter(person_id__in=WHO):
            self.told.held.setdefault(hold.person_id, []).append((hold.act_kind, hold.until))

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._rolled_back.__exit__(None, None, None)
        self._clock.stop()

    @invariant()
    def counts(self) -> None:
        type(self).steps += 1

    @rule(days=st.integers(-3, 60))
    def time_passes_or_a_clock_is_set_back(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(role=st.sampled_from(ROLES))
    def the_colleague_gets_another_role(self, role: Role) -> None:
        give_role(self.colleague, role, by=CONSOLE)
        self.told.role = role

    @rule(who=people, kind=kinds, colleague=st.booleans())
    def somebody_is_asked(self, who: str, kind: str, colleague: bool) -> None:  # noqa: FBT001  # drawn
        mine = str(self.colleague.pk)
        by = Actor("user", mine, "Joe", "web", mine) if colleague else CONSOLE
        why = self.told.forbidden(who, kind, self.day, colleague=colleague)
        refusal = may_ask(person(person(who).root_id or who), kind, day=self.day, bounds=BOUNDS, by=by)
        assert bool(refusal) == bool(why), f"{who}, {kind}: {why or 'nothing'} forbids it, but: {refusal}"
        if refusal is not None:
            with pytest.raises(GoodwordError, match=re.escape(refusal.sentence)):
                ask_person(who, kind, day=self.day, bounds=BOUNDS, by=by)
            return
        row = ask_person(who, kind, day=self.day, bounds=BOUNDS, by=by)
        # While two ids are one person, it is the one of today who is asked: a letter goes to their address.
        self.told.asks.append(Asked(row, person(who).root_id or who, kind, self.day))
        type(self).asked += 1

    @precondition(lambda self: any(not ask.answer and not ask.withdrawn for ask in self.told.asks))
    @rule(data=st.data(), said=st.sampled_from(("accepted", "declined", "not_now", "never", "no_answer")))
    def they_answer(self, data: st.DataObject, said: str) -> None:
        ask = data.draw(st.sampled_from([one for one in self.told.asks if not one.answer and not one.withdrawn]))
        if self.day >= ask.day:
            answer_ask(ask.row, said, day=self.day, by=CONSOLE)
            ask.answer, ask.answered = said, self.day

    @precondition(lambda self: any(not ask.answer and not ask.withdrawn for ask in self.told.asks))
    @rule(data=st.data())
    def an_ask_is_taken_back(self, data: st.DataObject) -> None:
        ask = data.draw(st.sampled_from([one for one in self.told.asks if not one.answer and not one.withdrawn]))
        withdraw_ask(ask.row, by=CONSOLE, reason="It never left.")
        ask.withdrawn = True

    @rule(who=people)
    def a_moment_is_put_off(self, who: str) -> None:
        moment = Moment.objects.filter(person_id=who).first()
        if moment is not None:
            answer_moment(moment, "later", by=CONSOLE)

    @rule(one=people, other=people)
    def two_are_one(self, one: str, other: str) -> None:
        if other not in self.told.same(one):
            self.told.merges.append(merge_people(one, other, by=CONSOLE))
            self.told.glued.append((one, other))

    @precondition(lambda self: self.told.merges)
    @rule(data=st.data())
    def they_are_two_again(self, data: st.DataObject) -> None:
        merge = data.draw(st.sampled_from(self.told.merges))
        unmerge_people(merge, by=CONSOLE)
        self.told.merges.remove(merge)

    @rule()
    def a_run_publishes_who_is_who(self) -> None:
        publish_roots(WHO, {})
        self.told.glued = [(merge.one_id, merge.other_id) for merge in self.told.merges]

    @rule(who=people, what=st.sampled_from(("ask", "act")), ago=st.integers(0, 120), rest=st.integers(1, 60))
    def past_asks_and_acts_are_imported(self, who: str, what: str, ago: int, rest: int) -> None:
        day = self.day - timedelta(days=ago)
        kind = "ask" if what == "ask" else "act"
        self.told.past.append(Cost(kind, f"past-{next(self.numbers)}", who, day, day + timedelta(days=rest)))  # type: ignore[arg-type]  # one of two words
        post_load(self.told.past)

    @precondition(lambda self: self.told.past)
    @rule(data=st.data())
    def an_import_is_undone(self, data: st.DataObject) -> None:
        self.told.past.remove(data.draw(st.sampled_from(self.told.past)))
        post_load(self.told.past)

    @precondition(lambda self: len(self.told.out) < len(WHO) / 2)
    @rule(who=people)
    def somebody_opts_out(self, who: str) -> None:
        self.told.out |= self.told.same(who)
        opt_out_person(who, by=CONSOLE)

    @rule(who=people, kind=st.sampled_from(("", *KINDS)), days=st.none() | st.integers(1, 90), seen=st.booleans())
    def a_run_finds_a_hold(self, who: str, kind: str, days: int | None, seen: bool) -> None:  # noqa: FBT001  # drawn
        if not seen:
            return  # holds are rarer than words
        until = None if days is None else self.day + timedelta(days=days)
        ident, generation = f"hold-{next(self.numbers)}", Generation.objects.get().pk
        Hold.objects.create(
            generation_id=generation, person_id=who, hold_id=ident, code="renewal", act_kind=kind, until=until,
            sentence="Renewal is due.",
        )  # fmt: skip
        self.told.held.setdefault(who, []).append((kind, until))

    @rule(who=people)
    def the_next_run_lifts_what_holds_them(self, who: str) -> None:
        Hold.objects.filter(person_id=who).delete()
        self.told.held.pop(who, None)

    @rule(
        who=people,
        company=st.booleans(),
        kind=st.sampled_from(("", *KINDS)),
        granted=st.integers(0, 4),
        days=st.none() | st.integers(1, 200),
    )
    def a_word_is_said(self, who: str, company: bool, kind: str, granted: int, days: int | None) -> None:  # noqa: FBT001  # drawn
        self._say(who, kind, days, company=company, granted=bool(granted))

    @rule(who=people, kind=kinds, days=st.none() | st.integers(30, 200))
    def both_keys_allow_it(self, who: str, kind: str, days: int | None) -> None:
        for company in (False, True):
            self._say(who, kind, days, company=company, granted=True)
        for way in WAYS:
            self._wants_to_show(who, kind, way)

    def _say(self, who: str, kind: str, days: int | None, *, company: bool, granted: bool) -> None:
        ends = None if days is None else self.day + timedelta(days=days)
        whose = account(self.told.company[who]) if company else person(who)
        scope = Scope(act_kind=kind, audience="public" if granted else "")
        saying = Saying(key=whose, scope=scope, given_on=self.day, expires_on=ends, evidence=TOLD)
        row = (grant_permission if granted else deny_permission)(saying, by=CONSOLE)
        if any(word.row == row for word in self.told.words):
            return  # who says the same again has said one word, and takes back one
        key = f"company {self.told.company[who]}" if company else who
        self.told.words.append(Said(row, key, kind, granted, self.day, ends, next(self.numbers)))

    @precondition(lambda self: any(word.withdrawn_on is None for word in self.told.words))
    @rule(data=st.data(), mistaken=st.booleans())
    def a_word_is_taken_back(self, data: st.DataObject, mistaken: bool) -> None:  # noqa: FBT001  # drawn
        word = data.draw(st.sampled_from([one for one in self.told.words if one.withdrawn_on is None]))
        if self.day < word.given_on:
            return
        withdraw_grant(word.row, by=CONSOLE, why="mistake" if mistaken else "withdrawn")
        word.withdrawn_on, word.mistaken = self.day, mistaken

    @rule(who=people, kind=kinds, way=st.sampled_from(WAYS))
    def somebody_wants_to_show_it(self, who: str, kind: str, way: Verb) -> None:
        self._wants_to_show(who, kind, way)

    def _wants_to_show(self, who: str, kind: str, way: Verb) -> None:
        deed = Deed(verb=way, act_kind=kind, person_id=who, audience="public")
        refusal = may(deed, day=self.day)
        assert (refusal is None) == self.told.showable(who, kind, self.day), refusal
        type(self).shown += refusal is None


@contextmanager
def counted() -> Iterator[type[Programme]]:
    Programme.steps = Programme.asked = Programme.shown = 0
    yield Programme


@pytest.mark.django_db
def test_nobody_is_asked_or_shown_against_what_was_said_whatever_happens_in_whichever_order(at_length: int) -> None:
    with counted() as programme:
        run_state_machine_as_test(
            programme,
            settings=settings(
                max_examples=60 if at_length == 1 else 3_000,
                stateful_step_count=100,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate],
            ),
        )
    assert programme.steps >= 2_000 * at_length**2
    assert programme.asked > 10
    assert programme.shown > 3
