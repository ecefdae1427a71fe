"""Champions: people who help others in the community."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.helping import NUMBERS, USUAL, Weights, answers_to_others, helper_strength, own_posts
from goodword.finding.signals.shape import found
from goodword.finding.signals.truth import surely, unless_denied

__all__ = ["NUMBERS", "VERSION", "champions", "helper_strength"]
VERSION = 1


def champions(
    posts: ir.Table,
    persons: ir.Table,
    *,
    as_of: datetime,
    window_days: int = 180,
    min_helped: float = 3.0,
    half_life_days: float = USUAL.half_life_days,
    accepted_adds: float = USUAL.accepted,
    mutual_weight: float = USUAL.mutual,
    insight_weight: float = USUAL.insight,
    presence_weight: float = USUAL.presence,
    scale: float = USUAL.scale,
    least_likes: int = USUAL.least_likes,
    shown: int = 5,
) -> ir.Table:
    """Find people who answered the questions of at least `min_helped` others.

    Args:
        posts: known_posts.
        persons: who they are, and at which account on the day; the community does not know accounts.
        as_of: first instant that no longer counts.
        window_days: length of the window before it.
        min_helped: the least number of distinct people helped; two who helped each other count half each.
        half_life_days: age at which help counts half.
        accepted_adds: what acceptance adds to an answer, which itself counts 1.
        mutual_weight: what an answer counts between two people who helped each other; for both sums.
        insight_weight: what a topic with likes counts.
        presence_weight: what any own question or topic counts.
        scale: the sum at which strength reaches 1 - 1/e.
        least_likes: the least number of likes of an insight.
        shown: how many posts are shown as evidence, at most.

    Returns:
        FOUND and the numbers of `helper_strength`, a row for each post: accepted answers first, then the most liked.
    """
    weights = Weights(half_life_days, accepted_adds, mutual_weight, insight_weight, presence_weight, scale, least_likes)
    strong = helper_strength(posts, as_of=as_of, window_days=window_days, weights=weights)
    strong = strong.filter(strong.helped >= min_helped)
    known = persons.select(
        "account_id", known_as="person_id", approximate=unless_denied(persons.approximate)
    ).distinct()
    rows = strong.left_join(known, strong.person_id == known.known_as)
    # Whether an answer was accepted or liked bears no date: its latest value stands in.
    undated = (rows.accepted > 0.0) | (rows.insights > 0.0)
    rows = rows.mutate(approximate=surely(rows.approximate & rows.account_id.notnull()) | undated)
    best = _best_posts(posts, as_of=as_of, window_days=window_days, weights=weights, shown=shown)
    rows = rows.inner_join(best, rows.person_id == best.author)
    return found(rows.mutate(anchor=rows.account_id, evidence_table=ibis.literal("posts")), NUMBERS)


def _best_posts(posts: ir.Table, *, as_of: datetime, window_days: int, weights: Weights, shown: int) -> ir.Table:
    answers = answers_to_others(posts, as_of=as_of, window_days=window_days, weights=weights)
    own = own_posts(posts, as_of=as_of, window_days=window_days, weights=weights)
    insights = own.filter(own.insight > 0).mutate(accepted=ibis.literal(0).cast("int8"))
    columns = {"author": "person_id", "evidence_id": "record_id", "posted_at": "at", "likes": "likes"}
    both = answers.select(**columns, accepted=answers.accepted.cast("int64"), insight=ibis.literal(0).cast("int64"))
    both = both.union(
        insights.select(**columns, accepted=insights.accepted.cast("int64"), insight=ibis.literal(1).cast("int64"))
    )
    order = [both.accepted.desc(), both.insight, both.likes.desc(), both.posted_at.desc(), both.evidence_id]
    ranked = both.mutate(evidence_rank=ibis.row_number().over(ibis.window(group_by="author", order_by=order)))
    return ranked.filter(ranked.evidence_rank < shown).select("author", "evidence_id", "evidence_rank")
