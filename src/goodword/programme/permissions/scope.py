"""What a permission is for, and whether it reaches as far as what somebody wants to do. Pure.

Empty means: any. A grant must reach all of what is wanted; a denial stops what it touches. How the two differ is on the
page docs/algorithms/permissions.md.
"""

from dataclasses import dataclass

from goodword.programme.permissions.kinds import AUDIENCES

_REACH: dict[str, int] = {audience: place for place, audience in enumerate(AUDIENCES)}


def folded(text: str) -> str:
    """A name as it is compared: without the case of its letters and the number of its blanks."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a word is about, or what somebody wants to do.

    Attributes:
        act_kind: a kind of act; empty for every kind.
        asset: the id of one thing, such as a story or a quote; empty for any.
        audience: `named` for prospects one by one, `private` for whoever we hand it to, `public` for everybody; a
            denial may leave it empty, and then it is for every audience.
        prospect: with `named`, the one prospect; empty for any of them.
        channel: where it appears, such as a website; empty for everywhere.
        territory: for which country or region; empty for all.
    """

    act_kind: str = ""
    asset: str = ""
    audience: str = ""
    prospect: str = ""
    channel: str = ""
    territory: str = ""

    @property
    def compared(self) -> tuple[str, ...]:
        """What makes two scopes the same."""
        return (self.act_kind, self.asset, self.audience, *map(folded, (self.prospect, self.channel, self.territory)))

    def reaches(self, wanted: "Scope") -> bool:
        """Whether a grant of this scope allows all of what is wanted."""
        pairs = zip(_sides(self), _sides(wanted), strict=True)
        return _shown(self, wanted) and all(not side or side == other for side, other in pairs)

    def stops(self, wanted: "Scope", *, all_of_it: bool) -> bool:
        """Whether a denial of this scope forbids what is wanted.

        Args:
            wanted: what somebody wants to do.
            all_of_it: whether only a denial counts that forbids the whole of it. To ask, it is so: whoever said no to
                one story may be asked for another. To publish, a denial of a part is enough.
        """
        pairs = zip(_sides(self), _sides(wanted), strict=True)
        meets = all(not side or side == other or (not all_of_it and not other) for side, other in pairs)
        return meets and _shielded(self, wanted, all_of_it=all_of_it)


def _sides(scope: Scope) -> tuple[str, ...]:
    """The sides of a scope of which each is one value or any."""
    return (scope.act_kind, scope.asset, folded(scope.channel), folded(scope.territory))


def _shown(grant: Scope, wanted: Scope) -> bool:
    """Whether a grant lets everybody see it who would see it."""
    if grant.audience == "named" == wanted.audience:
        return not grant.prospect or folded(grant.prospect) == folded(wanted.prospect)
    return _REACH.get(grant.audience, -1) >= _REACH[wanted.audience]


def _shielded(denial: Scope, wanted: Scope, *, all_of_it: bool) -> bool:
    """Whether somebody would see it whom a denial shields it from."""
    if denial.audience != "named" or not denial.prospect:
        return not denial.audience or _REACH[denial.audience] <= _REACH[wanted.audience]
    if wanted.audience == "named" and wanted.prospect:
        return folded(denial.prospect) == folded(wanted.prospect)
    return not all_of_it
