"""Who may come in: every route says so, beside its view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may use a view.

    Attributes:
        name: how tables and errors call it.
        needs: the rights one needs, all of them.
        strangers: whether those who did not sign in are let in as well.
    """

    name: str
    needs: frozenset[Right] = frozenset()
    strangers: bool = False

    def admits(self, principal: Principal | None) -> bool:
        """Whether somebody is let in."""
        if principal is None:
            return self.strangers
        return self.needs <= principal.rights


anyone = Policy("anyone", strangers=True)
"""Everybody, signed in or not."""

signed_in = Policy("signed_in")
"""Whoever signed in and is still with us, whatever their role."""


def may(*rights: Right) -> Policy:
    """Whoever has all of these rights."""
    return Policy("+".join(sorted(rights)), frozenset(rights))


@dataclass(frozen=True, slots=True)
class Guarded:
    """A view behind its policy."""

    view: View
    policy: Policy

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Answer those whom the policy lets in; ask strangers to sign in, and turn others away."""
        principal = principal_behind(request)
        if self.policy.admits(principal):
            return self.view(request, *args, **kwargs)
        if principal is None:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied

    @property
    def login_required(self) -> bool:
        """Tell Django's own guard, which stands before this one, whom to let through."""
        return not self.policy.strangers

    @property
    def csrf_exempt(self) -> bool:
        """Tell Django's guard against forged forms what the view says of itself."""
        return bool(getattr(self.view, "csrf_exempt", False))


def policy(rule: Policy) -> Callable[[View], Guarded]:
    """Declare who may use a view."""
    return lambda view: Guarded(view=view, policy=rule)


def principal_behind(request: HttpRequest) -> Principal | None:
    """Who is asking; None for a stranger. `middleware.Principals` finds out, once for each request."""
    return cast("Principal | None", getattr(request, "principal", None)) or None


def principal_in(request: HttpRequest) -> Principal:
    """Who is asking, in a view whose policy lets no strangers in."""
    found = principal_behind(request)
    if found is None:
        raise PermissionDenied
    return found
