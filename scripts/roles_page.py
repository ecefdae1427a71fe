"""The page docs/reference/roles.md, from the table of roles and rights."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import override

from goodword.programme.team.right_labels import RIGHT_LABELS
from goodword.programme.team.roles import CHANGING, LABELS, MEANINGS, RIGHTS, Right, Role

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "roles.md"

_INTRODUCTION = """\
# Roles

Made from `src/goodword/programme/team/roles.py` by `make reference`; do not edit it by hand.

A role is given by an administrator (Team) or on the console (`goodword user role`). Pages, exports, search, the API and
the command line ask the same table. A colleague may be narrowed to their own accounts: then they see only people of
accounts whose owner has their address, in every one of these places.
"""

_TOKENS = """\
A token never may more than its user. One that only reads has none of the rights marked `*`.
"""


def page() -> str:
    """The whole page, as it should stand in the file."""
    with override("en-gb"):
        lines = [_INTRODUCTION, *_roles(), "", "## What each may do", "", _TOKENS, *_rights()]
    return "\n".join(lines).rstrip() + "\n"


def _roles() -> Iterator[str]:
    yield "| role | called | for |"
    yield "| --- | --- | --- |"
    for role in Role:
        yield f"| `{role.value}` | {LABELS[role]} | {MEANINGS[role]} |"


def _rights() -> Iterator[str]:
    yield f"| may | right | {' | '.join(role.value for role in Role)} |"
    yield f"| --- | --- |{' --- |' * len(Role)}"
    for right in Right:
        mark = " *" if right in CHANGING else ""
        held = " | ".join("yes" if right in RIGHTS[role] else "" for role in Role)
        yield f"| {RIGHT_LABELS[right]}{mark} | `{right.value}` | {held} |"
