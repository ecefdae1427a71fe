"""Who calls, what is published, and which settings hold."""

from django.conf import settings
from django.http import HttpRequest

from goodword.doors.api.callers import token_behind
from goodword.doors.api.governing_shapes import SettingOut, Settings
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import published, sight_of
from goodword.doors.api.shapes import GenerationOut, Me
from goodword.doors.web.policies import may, principal_in, signed_in
from goodword.programme.team.roles import Right
from goodword.runs.settings.resolving import resolve
from goodword.runs.workspace import open_workspace

about = Operations("about")


@about.operation("GET", "/me", signed_in, Me)
def get_me(request: HttpRequest) -> Me:
    """Who you are here, and what your token may do."""
    principal, token = principal_in(request), token_behind(request)
    return Me(
        user_id=str(principal.user.pk),
        name=principal.user.name,
        email=principal.user.email,
        role=principal.role.value,
        rights=sorted(principal.rights),
        own_accounts_only=bool(principal.owner),
        token_id=token.pk,
        token_name=token.name,
        token_scope=token.scope,
        token_expires_at=token.expires_at,
    )


@about.operation("GET", "/generation", may(Right.SEE_MEASURES), GenerationOut)
def get_generation(request: HttpRequest) -> GenerationOut:
    """What was published last, and how many people stand where among those you see."""
    generation = published()
    counts = sight_of(request).counts(generation)
    return GenerationOut(
        number=generation.number,
        as_of=generation.as_of,
        published_at=generation.published_at,
        synthetic=bool(settings.WORKSPACE_SETTINGS.get("workspace", {}).get("synthetic")),
        people=counts["people"],
        states=counts["states"],
        kinds=counts["kinds"],
        moments=counts["moments"],
    )


@about.operation("GET", "/settings", may(Right.SEE_SETTINGS), Settings)
def get_settings(request: HttpRequest) -> Settings:  # noqa: ARG001  # Django hands it over
    """Every setting with its meaning, what holds, and what would hold otherwise."""
    held = resolve(open_workspace(settings.WORKSPACE).settings)
    return Settings(
        items=[
            SettingOut(
                key=key,
                label=str(one.setting.label),
                meaning=str(one.setting.meaning),
                value=one.value,
                default=one.setting.default,
                origin=one.origin,
            )
            for key, one in held.items()
        ]
    )
