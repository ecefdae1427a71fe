"""Pages for what went wrong: what happened, what it means, what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext


def _page(request: HttpRequest, status: int, title: str, sentence: str, mend: str) -> HttpResponse:
    words = {"title": title, "sentence": sentence, "mend": mend}
    return render(request, "web/error.html", words, status=status)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django hands it over
    """404: there is no such page, or nothing here for this reader."""
    return _page(
        request,
        404,
        gettext("There is nothing here"),
        gettext("The address may be mistyped, or what it showed is gone from the data."),
        gettext("Nothing was lost by looking."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django hands it over
    """403: known, but not for this reader."""
    return _page(
        request,
        403,
        gettext("This is not open to you"),
        gettext("Your account may not see this page."),
        gettext("Whoever looks after this workspace can change that."),
    )


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django hands it over
    """403: a form that did not come from our own page, or from a page that was open too long."""
    return _page(
        request,
        403,
        gettext("The form was too old"),
        gettext("This page was open for a long time, or cookies are switched off. Nothing was changed."),
        gettext("Go back, load the page again and send it once more."),
    )


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # Django hands it over
    """500: our fault. Touches neither database nor session, for those may be what broke."""
    body = (
        "<!doctype html><html lang='en-GB'><head><meta charset='utf-8'><title>Something broke · Goodword</title>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<link rel='stylesheet' href='/static/web/goodword.css'></head><body class='gate'>"
        "<main class='oops stack' id='main'><h1>Something broke</h1>"
        "<p>This page could not be made. Nothing was changed and nothing was sent.</p>"
        "<p class='soft'>Trying again may help. If it does not, the log of the server says why.</p>"
        "<p><a class='btn primary' href='/'>Go to Today</a></p></main></body></html>"
    )
    return HttpResponse(body, status=500)
