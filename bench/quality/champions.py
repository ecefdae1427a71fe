"""Who will help again: strength of help against recency, on a young question-and-answer site."""

import math
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import ibis
import numpy as np
import pyarrow as pa

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, Labels, auc_difference, auc_interval, skipped
from goodword.evidence.lake.local.engine import engine
from goodword.evidence.records.known import KNOWN
from goodword.finding.signals.champions import helper_strength

NAME = "stackexchange_quantum"
KIND = {"1": "question", "2": "answer"}
ACCEPTED, LIKED = "1", "2"  # kinds of vote


@dataclass(frozen=True, slots=True)
class Post:
    id: str
    kind: str
    at: datetime
    author: str | None
    parent: str | None


def figures(data: Data) -> list[Figure]:
    """How well strength before the cut tells who answers at least twice after it."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped("later helpers by helper strength", NAME, data.why_not())]
    posts = sorted(_posts(folder), key=lambda post: post.at)
    answers = [post for post in posts if post.kind == "answer" and post.author]
    # Just after the first 60 % of the answers.
    cut = answers[math.ceil(len(answers) * 0.6) - 1].at + timedelta(microseconds=1)
    earlier = [post for post in posts if post.at < cut and post.author]
    later = Counter(post.author for post in answers if post.at >= cut)
    people = sorted({post.author or "" for post in earlier})
    label = np.array([later[person] >= 2 for person in people])
    latest = {post.author: post.at for post in earlier}
    strengths = _strengths(_known_posts(folder, earlier, cut), cut)
    recency = np.array([latest[person].timestamp() for person in people])
    strength = np.array([strengths.get(person, 0.0) for person in people])
    return _compared(strength, recency, label)


def _compared(strength: Floats, recency: Floats, label: Labels) -> list[Figure]:
    n = int(label.size)
    ours, theirs = auc_interval(strength, label), auc_interval(recency, label)
    gap = auc_difference(strength, recency, label)
    note = f"{NAME}, {int(label.sum())} later helpers"
    return [
        Figure("later helpers by recency: AUC", note, n, theirs.value, theirs.low, theirs.high),
        Figure("later helpers by helper strength: AUC", note, n, ours.value, ours.low, ours.high, theirs.value),
        Figure(
            "later helpers: AUC of helper strength minus recency",
            note,
            n,
            gap.value,
            gap.low,
            gap.high,
            0.0,
            "interval reaches 0 or more",
            met=gap.high >= 0,
        ),
    ]


def _posts(folder: Path) -> list[Post]:
    # The file is a data set that somebody chose, not input from a stranger.
    rows = ET.parse(folder / "Posts.xml").getroot()  # noqa: S314 - see above
    return [
        Post(
            id=row.attrib["Id"],
            kind=KIND.get(row.attrib["PostTypeId"], "wiki"),
            at=datetime.fromisoformat(row.attrib["CreationDate"]),
            author=row.attrib.get("OwnerUserId"),
            parent=row.attrib.get("ParentId"),
        )
        for row in rows
    ]


def _votes(folder: Path, cut: datetime) -> dict[str, Counter[str]]:
    """Votes of each kind by post, of the days before the cut: what came later was not known then."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in ET.parse(folder / "Votes.xml").getroot():  # noqa: S314 - as above
        if datetime.fromisoformat(row.attrib["CreationDate"]).date() < cut.date():
            votes[row.attrib["VoteTypeId"]][row.attrib["PostId"]] += 1
    return votes


def _known_posts(folder: Path, posts: list[Post], cut: datetime) -> pa.Table:
    votes = _votes(folder, cut)
    contract = KNOWN["posts"].arrow()
    rows = [
        dict.fromkeys(contract.names)
        | {
            "post_id": post.id,
            "record_id": post.id,
            "source": NAME,
            "at": post.at,
            "kind": post.kind,
            "person_id": post.author,
            "person_key": post.author,
            "parent_id": post.parent,
            "root_id": post.parent or post.id,
            "accepted": votes[ACCEPTED][post.id] > 0,
            "likes": votes[LIKED][post.id],
        }
        for post in posts
        if post.kind != "wiki"
    ]
    return pa.Table.from_pylist(rows, schema=contract)


def _strengths(posts: pa.Table, cut: datetime) -> dict[str, float]:
    contract = KNOWN["posts"]
    rule = helper_strength(contract.unbound(), as_of=cut)
    with engine() as connection:
        connection.register(contract.name, posts)
        found = connection.sql(str(ibis.to_sql(rule, dialect="duckdb"))).to_arrow_table()
    return dict(zip(found["person_id"].to_pylist(), found["strength"].to_pylist(), strict=True))
