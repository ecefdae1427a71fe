"""What the console tells of a need: who and what fits it, and what stands in the way."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodword.programme.needs.models import Need


def answers_of(need: "Need") -> dict[str, Any]:
    """What the newest matching found for a need: ranked people and stories with their points, and obstacles."""
    from goodword.programme.needs.models import Matching
    from goodword.programme.needs.standing import standing_of
    from goodword.programme.needs.telling import need_sentence
    from goodword.programme.needs.wording import obstacle_help, obstacle_told

    matching = Matching.current()
    found = need.proposals.filter(matching=matching).select_related("person", "story")
    return {
        "need_id": need.pk,
        "wants": need_sentence(need),
        "standing": standing_of(need),
        "matched_as_of": matching.as_of.isoformat() if matching else None,
        "people": [
            {"person_id": row.person_id, "name": str(row.person), **_fit(row)} for row in found if row.person_id
        ],
        "stories": [{"story_id": row.story_id, **_fit(row)} for row in found if row.story_id],
        "refusals": [
            {
                "code": row.code,
                "people": row.people,
                "opens_on": row.opens_on.isoformat() if row.opens_on else None,
                "sentence": obstacle_told(row),
                "mend": obstacle_help(row),
            }
            for row in need.obstacles.filter(matching=matching)
        ],
    }


def answers_told(told: dict[str, Any]) -> str:
    """The same for people to read."""
    lines = [f"Request {told['need_id']} ({told['standing']}): {told['wants']}"]
    for row in told["people"]:
        lines += [f"  {'*' if row['chosen'] else ' '} {row['name']} ({row['person_id']}), {_share(row)}", *_points(row)]
    for row in told["stories"]:
        lines += [f"  {'*' if row['chosen'] else ' '} story-{row['story_id']}, {_share(row)}", *_points(row)]
    lines += [f"  {row['sentence']} {row['mend']}" for row in told["refusals"]]
    if len(lines) == 1:
        lines.append("  Nothing was matched yet: goodword match")
    return "\n".join(lines)


def _fit(row: Any) -> dict[str, Any]:  # noqa: ANN401  # a Proposal, which is not imported before Django is set up
    return {"chosen": row.chosen, "fit_low": row.fit_low, "fit_high": row.fit_high, "points": row.points}


def _share(row: dict[str, Any]) -> str:
    low, high = (round(100 * row[end]) for end in ("fit_low", "fit_high"))
    return f"fits {low} %" if low == high else f"fits {low} to {high} %"


def _points(row: dict[str, Any]) -> list[str]:
    told = (
        f"      {one['name']}: {one['state']}{' (' + one['there'] + ')' if one['there'] else ''}"
        for one in row["points"]
    )
    return list(told)
