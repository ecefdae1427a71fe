"""What somebody wants to do with a customer's person, or with what they said or did."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.programme.permissions.scope import Scope


class Verb(StrEnum):
    """The five things that need to ask whether they may be done.

    To write and to ask, nothing may be denied. To do, to publish and to hand over, a grant must hold, under each key
    that the act kind needs.
    """

    CONTACT = "contact"  # write to them about no act
    ASK = "ask"
    DO = "do"
    PUBLISH = "publish"
    HAND_OVER = "hand_over"  # give it to a third party


NEEDS_GRANTS = frozenset({Verb.DO, Verb.PUBLISH, Verb.HAND_OVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that somebody wants to do.

    Attributes:
        verb: what.
        act_kind: of which kind of act; empty only to contact.
        person_id: whose act it is; empty for an act of a company alone.
        account_id: the company of that person when the act is done; where it is empty, that of today.
        asset: the id of the one thing it is about; empty where it is about none.
        audience: who would see it; that of the act kind where it is empty.
        prospect: with `named`, which one; empty where it may be any.
        channel: where it would appear; empty for anywhere.
        territory: in which country or region; empty for all.
        by_lot: whether the person was drawn, not chosen.
    """

    verb: Verb
    act_kind: str = ""
    person_id: str = ""
    account_id: str = ""
    asset: str = ""
    audience: str = ""
    prospect: str = ""
    channel: str = ""
    territory: str = ""
    by_lot: bool = False

    def scope(self, default_audience: str) -> Scope:
        """What must be allowed for it."""
        return Scope(
            act_kind=self.act_kind,
            asset=self.asset,
            audience=self.audience or default_audience,
            prospect=self.prospect,
            channel=self.channel,
            territory=self.territory,
        )
