"""Where every page is. The list of routes is the router's: one that stands in neither table fails a test."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from goodword.doors.web.policies import Guarded, Policy

PAGES: dict[str, tuple[str, ...]] = {
    "today": ("/today/",),
    "people": ("/people/", "/people/?state=resting", "/people/?kind=win&sort=name", "/people/?q=zznobody"),
    "person": ("/people/{person}/", "/people/selin/", "/people/nobody/"),
    "accounts": ("/accounts/", "/accounts/?people=ready&sort=arr", "/accounts/?q=zznobody"),
    "account": ("/accounts/oriel/", "/accounts/kestrel/", "/accounts/teawa/?state=resting"),
    "invite-advocate": ("/people/{person}/own-page/", "/people/hemi/own-page/", "/people/selin/own-page/"),
    "ask-person": ("/people/hemi/ask/quote/", "/people/hemi/ask/review/"),
    "who": ("/people/{person}/who/", "/people/{person}/who/?q=ing", "/people/selin/who/"),
    "who-compare": ("/people/{person}/who/selin/",),
    "who-correct": ("/people/{person}/correct/title/", "/people/{person}/correct/pays/"),
    "review-people": ("/people/review/",),
    "person-wishes": ("/people/hemi/wishes/",),
    "opt-out": ("/people/{person}/opt-out/",),
    "permissions": ("/permissions/",),
    "permission": ("/permissions/{grant}/",),
    "person-permission": ("/people/{person}/permissions/record/",),
    "account-permissions": ("/accounts/oriel/permissions/",),
    "account-permission": ("/accounts/oriel/permissions/record/",),
    "record": ("/records/interactions/{record}/?person={person}&start=0&end=9",),
    "search": ("/search/?q=rhi", "/search/?q=zznobody", "/search/"),
    "measures": ("/measures/",),
    "listening": ("/listening/",),
    "label-next": ("/listening/next/?batch=1",),
    "stories": ("/stories/", "/stories/?q=zznothing"),
    "story": ("/stories/{story}/",),
    "stories-making": ("/stories/making/",),
    "story-desk": ("/stories/{story}/desk/",),
    "story-change": ("/stories/{story}/change/",),
    "story-new": ("/accounts/oriel/story/", "/accounts/kestrel/story/"),
    "requests": ("/requests/", "/requests/?show=over", "/requests/?show=waiting"),
    "request-new": ("/requests/new/",),
    "request": ("/requests/{need}/",),
    "reviews": ("/reviews/",),
    "review-site-add": ("/reviews/sites/add/",),
    "review-site": ("/reviews/sites/{site}/",),
    "review-proof": ("/reviews/draws/{draw}/",),
    "review-rule": ("/reviews/rule/",),
    "themes": ("/themes/", "/themes/?days=90", "/themes/?segment=zznothing"),
    "theme-speakers": ("/themes/of/month-end%20close/", "/themes/of/speed/?side=wishes"),
    "design": ("/design/",),
    "data": ("/data/",),
    "data-upload": ("/data/uploads/{upload}/",),
    "data-sheet": ("/data/uploads/{upload}/0/",),
    "data-imports": ("/data/imports/",),
    "data-import": ("/data/imports/{import}/",),
    "data-undo": ("/data/imports/{import}/undo/",),
    "job": ("/jobs/{job}/", "/jobs/{failed}/"),
    "settings": ("/settings/", "/settings/?q=rest", "/settings/?q=zznothing"),
    "settings-environment": ("/settings/environment/",),
    "settings-group": tuple(f"/settings/groups/{name}/" for name in ("finders", "acts", "retention")),
    "kind": ("/settings/kinds/talk/",),
    "kind-letter": ("/settings/kinds/talk/letters/en/",),
    "kind-add": ("/settings/kinds/add/",),
    "setting": ("/settings/{setting}/",),
    "setting-preview": ("/settings/{setting}/preview/{preview}/",),
    "audit": ("/audit/", "/audit/?verb=load", "/audit/?verb=zznothing"),
    "team": ("/team/",),
    "team-let-in": ("/team/let-in/",),
    "team-advocates": ("/team/advocates/",),
    "team-roles": ("/team/roles/",),
    "team-tokens": ("/team/tokens/",),
    "colleague": ("/team/{user}/", "/team/{advocate}/", "/team/{gone}/"),
    "me": ("/me/",),
    "security": ("/me/security/",),
    "security-password": ("/me/security/password/",),
    "security-app": ("/me/security/app/",),
    "security-passkey": ("/me/security/passkeys/add/",),
    "tokens": ("/me/tokens/",),
    "notifications": ("/notifications/",),
    "portal": ("/portal/",),
    "person-data": ("/people/{person}/data/",),
    "person-erase": ("/people/{person}/erase/",),
}
"""What somebody who signed in may look at, by route."""

NOT_IN_CARE = (
    *("/people/selin/", "/people/nobody/", "/people/selin/own-page/", "/accounts/kestrel/"),
    "/accounts/kestrel/story/",
    *("/people/selin/who/", "/people/{person}/who/selin/"),
)
"""People and accounts whom a CSM who sees their own accounts does not see."""

FRONT = {"sign-in": "/sign-in/", "stop-digest": "/stop-digest/{digest}/", "by-link": "/a/{link}/"}
"""What strangers look at."""

OTHERWISE = {
    "home": "leads on",
    "sign-in-code": "there where letters leave: tests of coming in look at it",
    "account_request_login_code": "the same page under the name that its library knows",
    "account_confirm_login_code": "half way in: tests of coming in look at it",
    "account_login": "the same page under the name that its library knows",
    "mfa_authenticate": "half way in: tests of coming in look at it",
    "security-codes": "for those who have a second factor: tests of coming in look at it",
    "sign-in-again": "half way in: tests of coming in look at it",
    "openid_connect_login": "leads to a provider",
    "openid_connect_callback": "leads back from a provider",
    **dict.fromkeys(
        "answer-moment undo-answer answer-many undo-answers view-save view-remove view-restore data-receive data-run"
        " data-sample job-cancel setting-change setting-reset setting-undo audit-check theme sign-out"
        " notifications-read notification-read security-remove security-end security-end-others token-revoke"
        " role-second-factor team-token-revoke colleague-deactivate colleague-reactivate colleague-reset"
        " take-back-advocate let-in-advocate ask-take-back ask-thanked"
        " kind-change kind-back kind-letter-change kind-letter-back"
        " who-merge who-apart who-split who-unmerge who-join who-rejoin who-withdraw"
        " suggestion-later portal-say permission-withdraw person-data-export"
        " label label-undo listening-retrain listener-use listener-back"
        " request-match request-claim request-take-back request-pass request-pass-undo request-refuse request-end"
        " request-reopen request-feedback request-pick request-other-times request-call-off"
        " review-draw theme-change theme-undo story-approve story-withdraw".split(),
        "changes something",
    ),
    **dict.fromkeys(
        "export-people export-accounts export-today export-answers export-search export-views export-notifications"
        " export-tokens export-sources export-imports export-doubts export-rejected export-jobs export-settings"
        " export-settings-group export-themes export-theme"
        " export-audit export-team export-advocates export-team-tokens export-permissions export-requests"
        " export-stories permission-proof review-proof-json review-eligible"
        " measure-file data-rejected healthz person-data-file portal-file by-link-file"
        " request-calendar by-link-meeting portal-meeting".split(),
        "a file",
    ),
    **dict.fromkeys("jobs-under-way job-progress".split(), "a part of a page"),
    "sign-in-passkey": "asked for by script",
}
"""What is no page to look at, and why."""


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, before: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every route for people, with its name; programs have the API to themselves."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        place = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, place)
        elif not place.startswith("api/"):
            yield str(pattern.name), pattern


def policies() -> dict[str, Policy]:
    """Who may use each route."""
    return {name: one.callback.policy for name, one in routes() if isinstance(one.callback, Guarded)}
