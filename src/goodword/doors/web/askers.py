"""What to call those who did something: the audit trail and the lake keep ids, never names."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from goodword.programme.team.models import Token, User


def who_is(actors: Iterable[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """What to call each of some actors, by kind and id; two queries however many there are."""
    pairs = {(str(one.get("kind", "")), str(one.get("ident", ""))) for one in actors}
    users = {pk for kind, pk in pairs if kind == "user" and pk.isdecimal()}
    tokens = {pk for kind, pk in pairs if kind == "token" and pk.isdecimal()}
    names = {("console", ""): _("the console"), ("system", ""): "Goodword"}
    names |= {("user", str(user.pk)): str(user) for user in User.objects.filter(pk__in=users)}
    found = Token.objects.filter(pk__in=tokens).select_related("user")
    names |= {("token", str(token.pk)): f"{token.user} ({token.name})" for token in found}
    names |= {pair: _("a customer’s person, by a link of theirs") for pair in pairs if pair[0] == "link"}
    return {pair: names.get(pair, _("somebody who is gone") if pair[0] else "") for pair in pairs}
