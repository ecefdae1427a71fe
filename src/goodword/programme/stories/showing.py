"""What one does who shows a story, as the gate is asked for it. Pure."""

from collections.abc import Collection

from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.saying import LONGEST_WORDING

READ_BY_THEM = "their own page, version "
"""How the proof of a permission begins that somebody gave for the very words of a story."""


def read_wording(title: str, text: str, quotes: Collection[str]) -> str:
    """What somebody reads before they allow a story: all of it where a proof has room, otherwise their words in it."""
    whole, quoted = f"{title}\n\n{text}", "\n\n".join([title, *quotes])
    return whole if len(whole) <= LONGEST_WORDING else quoted[:LONGEST_WORDING]


def asset_of(story: int) -> str:
    """What permissions call a story that are for it only."""
    return f"story-{story}"


def reaches(meant: str, audience: str) -> bool:
    """Whether what is meant for some is meant for all of an audience; where that is empty, for its own."""
    return not audience or AUDIENCES.index(audience) <= AUDIENCES.index(meant)


def deeds_of(story: int, act_kind: str, account_id: str, quoted: Collection[str], seen: str) -> list[Deed]:
    """One deed for each person a story quotes, and one for the company alone if it quotes nobody.

    Args:
        story: its number.
        act_kind: what it needs the permission for.
        account_id: whose story it is.
        quoted: the people whose words stand in it.
        seen: the audience that would see it.
    """
    return [
        Deed(
            verb=Verb.PUBLISH if seen == "public" else Verb.HAND_OVER,
            act_kind=act_kind,
            person_id=person_id,
            account_id=account_id,
            asset=asset_of(story),
            audience=seen,
        )
        for person_id in sorted(quoted) or [""]
    ]
