"""Who may come in: every route says so, beside its view."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase

type Policy = Callable[[HttpRequest], bool]
type View = Callable[..., HttpResponseBase]


def anyone(_request: HttpRequest) -> bool:
    """Everybody, signed in or not."""
    return True


def signed_in(request: HttpRequest) -> bool:
    """Colleagues who signed in and are still with us."""
    return request.user.is_authenticated and request.user.is_active


@dataclass(frozen=True, slots=True)
class Guarded:
    """A view behind its policy."""

    view: View
    policy: Policy

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Answer those whom the policy lets in; send everybody else to sign in first."""
        if not self.policy(request):
            return redirect_to_login(request.get_full_path())
        return self.view(request, *args, **kwargs)

    @property
    def login_required(self) -> bool:
        """Tell Django's own guard, which stands before this one, whom to let through."""
        return self.policy is not anyone


def policy(rule: Policy) -> Callable[[View], Guarded]:
    """Declare who may use a view."""
    return lambda view: Guarded(view=view, policy=rule)
