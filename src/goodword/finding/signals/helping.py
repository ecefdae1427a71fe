"""How much people help others in the community: who answered whose question, counted and weighed by age."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import age, instant
from goodword.finding.signals.truth import one_if, surely

NUMBERS = ("answers", "accepted", "helped", "insights", "help_now", "presence_now")
_PARTS = 1_000_000_000  # decayed weights are added as whole numbers, so that the order of adding never matters
_LN2 = 0.6931471805599453


@dataclass(frozen=True, slots=True)
class Weights:
    """What an act of help weighs.

    Attributes:
        half_life_days: age at which help counts half.
        accepted: what acceptance adds to an answer, which itself counts 1.
        mutual: what an answer counts between two people who helped each other.
        insight: what a topic with likes counts.
        presence: what any own question or topic counts: who is still there can still help.
        scale: the sum at which strength reaches 1 - 1/e.
        least_likes: the least number of likes of an insight.
    """

    half_life_days: float = 30.0
    accepted: float = 0.5
    mutual: float = 0.5
    insight: float = 0.5
    presence: float = 0.1
    scale: float = 3.0
    least_likes: int = 1


USUAL = Weights()
"""Measured on a question-and-answer site; see docs/algorithms/champion.md."""


def helper_strength(posts: ir.Table, *, as_of: datetime, window_days: int = 180, weights: Weights = USUAL) -> ir.Table:
    """Return what everybody who posted in the window did for others, however little it is.

    Args:
        posts: known_posts.
        as_of: first instant that no longer counts.
        window_days: length of the window before it.
        weights: what an act of help weighs.

    Returns:
        One row a person: person_id, observed_at (their latest help; empty where there is none), strength (0 to 1) and
        NUMBERS: answers to others' questions, accepted ones, people helped (mutual pairs count half), insights, and
        the two decayed sums `help_now` and `presence_now`.
    """
    answers = answers_to_others(posts, as_of=as_of, window_days=window_days, weights=weights)
    own = own_posts(posts, as_of=as_of, window_days=window_days, weights=weights)
    helping = answers.group_by(helper=answers.person_id).agg(
        answers=answers.count(),
        accepted=answers.accepted.sum(),
        helps=answers.parts.sum(),
        helped_at=answers.at.max(),
    )
    pairs = answers.select("person_id", "asker", "pair").distinct()
    helped = pairs.group_by(helped_by=pairs.person_id).agg(helped=pairs.pair.sum())
    being = own.group_by(author=own.person_id).agg(
        insights=own.insight.sum(),
        insight_parts=own.insight_parts.sum(),
        presence=own.presence_parts.sum(),
        insight_at=own.at.max(where=own.insight > 0),
    )
    everybody = answers.select("person_id").union(own.select("person_id")).distinct()
    rows = everybody.left_join(helping, everybody.person_id == helping.helper)
    rows = rows.left_join(helped, rows.person_id == helped.helped_by)
    rows = rows.left_join(being, rows.person_id == being.author)
    newer = rows.insight_at.notnull() & (rows.helped_at.isnull() | (rows.insight_at > rows.helped_at))
    help_now = _sum_of(rows.helps) + _sum_of(rows.insight_parts)
    presence_now = _sum_of(rows.presence)
    return rows.select(
        "person_id",
        observed_at=ibis.ifelse(newer, rows.insight_at, rows.helped_at),
        strength=1.0 - (-(help_now + presence_now) / weights.scale).exp(),
        answers=rows.answers.fill_null(0).cast("float64"),
        accepted=rows.accepted.cast("float64").fill_null(0.0),
        helped=rows.helped.cast("float64").fill_null(0.0),
        insights=rows.insights.cast("float64").fill_null(0.0),
        help_now=help_now,
        presence_now=presence_now,
    )


def answers_to_others(posts: ir.Table, *, as_of: datetime, window_days: int, weights: Weights = USUAL) -> ir.Table:
    """Return the window's answers to other people's questions.

    An answer is a post of kind `answer`, or a reply that was accepted: a mere reply is talk. It counts where the
    question (or topic) it belongs to is known, and known to be somebody else's.

    Columns: person_id, record_id, at, likes, asker, accepted (0 or 1), pair (1, or less where the two helped each
    other) and parts (the decayed weight, in whole thousand-millionths).
    """
    seen = posts.filter(posts.at < instant(as_of), posts.person_id.notnull())
    asked = seen.filter(seen.kind.isin(["question", "topic"]))
    asked = asked.select(asked_id="post_id", asked_in="source", asker="person_id").distinct()
    given = seen.filter(
        seen.at >= instant(as_of - timedelta(days=window_days)),
        (seen.kind == "answer") | ((seen.kind == "reply") & surely(seen.accepted)),
    )
    # An answer hangs on its question; an accepted reply may hang on another reply, but solves the thread's question.
    question = ibis.ifelse(
        given.kind == "answer",
        ibis.coalesce(given.parent_id, given.root_id),
        ibis.coalesce(given.root_id, given.parent_id),
    )
    given = given.select(
        "person_id",
        "record_id",
        "source",
        "at",
        likes=given.likes.fill_null(0),
        accepted=ibis.ifelse(surely(given.accepted), 1, 0),
        question=question,
    ).distinct()
    both = given.inner_join(asked, [given.question == asked.asked_id, given.source == asked.asked_in])
    both = both.filter(both.person_id != both.asker)
    back = both.select(was_helped="person_id", was_helper="asker").distinct()
    both = both.left_join(back, [both.person_id == back.was_helper, both.asker == back.was_helped])
    pair = 1.0 - (1.0 - weights.mutual) * one_if(both.was_helper.notnull())
    weight = (1.0 + weights.accepted * both.accepted) * pair
    return both.select(
        "person_id",
        "record_id",
        "at",
        "likes",
        "asker",
        "accepted",
        pair=pair,
        parts=_decayed(weight, both.at, as_of, weights),
    ).distinct()


def own_posts(posts: ir.Table, *, as_of: datetime, window_days: int, weights: Weights = USUAL) -> ir.Table:
    """Return the window's questions and topics by known people, with what they weigh.

    Columns: person_id, record_id, at, likes, insight (1 for a topic with likes, else 0), insight_parts and
    presence_parts (decayed weights, in whole thousand-millionths).
    """
    own = posts.filter(
        posts.person_id.notnull(),
        posts.at < instant(as_of),
        posts.at >= instant(as_of - timedelta(days=window_days)),
        posts.kind.isin(["question", "topic"]),
    )
    likes = own.likes.fill_null(0)
    own = own.select(
        "person_id",
        "record_id",
        "source",
        "at",
        likes=likes,
        insight=ibis.ifelse((own.kind == "topic") & (likes >= weights.least_likes), 1, 0),
    ).distinct()
    return own.mutate(
        insight_parts=_decayed(weights.insight * own.insight, own.at, as_of, weights),
        presence_parts=_decayed(ibis.literal(weights.presence), own.at, as_of, weights),
    )


def _decayed(weight: ir.NumericValue, at: ir.TimestampValue, as_of: datetime, weights: Weights) -> ir.IntegerValue:
    faded = (age(at.date(), as_of) * (-_LN2 / weights.half_life_days)).exp()
    return (weight * faded * float(_PARTS)).round().cast("int64")


def _sum_of(parts: ir.NumericValue) -> ir.FloatingValue:
    return parts.cast("float64").fill_null(0.0) / float(_PARTS)
