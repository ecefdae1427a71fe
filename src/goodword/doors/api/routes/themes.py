"""Themes: who speaks of what, and how colleagues have that shown."""

from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import PAGE_DEFAULT, PAGE_LIMIT, published, sight_of
from goodword.doors.api.telling import piece_told, remark_told
from goodword.doors.api.theme_shapes import (
    ShareOut,
    SpeakerOut,
    Speakers,
    ThemeChangeIn,
    ThemeChangeOut,
    ThemeChanges,
    ThemeOut,
    Themes,
)
from goodword.doors.api.words import OneOf, RowId, Text
from goodword.doors.web.policies import principal_in
from goodword.doors.web.views.themes.changing import done
from goodword.doors.web.views.themes.looking import SIDES
from goodword.doors.web.views.themes.shown import SEES, SHAPES, ThemeRow, rows_of, speakers
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.theme_counts import theme_counts
from goodword.programme.advocates.themes import Narrowed, heard_themes, said_in, speakers_of
from goodword.programme.themes.actions.withdraw_change import withdraw_change
from goodword.programme.themes.models import ThemeChange
from goodword.programme.themes.shaping import Shape, shape_now, spelled

themes = Operations("themes")

MOST_DAYS = 36_500
SideWord = Annotated[str, OneOf(["", *SIDES])]


class ThemeFilter(Schema):
    """Whose words count, and of when."""

    segment: Text = Field("", max_length=200, description="Only people of accounts of this segment.")
    days: int = Field(0, ge=0, le=MOST_DAYS, description="Only what was said in so many days; 0 for whenever.")
    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)


class SpeakerFilter(ThemeFilter):
    """Which theme, whose words about it, and of when."""

    theme: Text = Field(min_length=1, max_length=500, description="As it was heard.")
    side: SideWord = Field("", description="Only good words, wishes or complaints.")


@themes.operation("GET", "/themes", SEES, Themes)
def list_themes(request: HttpRequest, narrowed: Query[ThemeFilter]) -> Themes:
    """What customers speak of, the themes of most people first."""
    sight, generation, shape = sight_of(request), published(), shape_now()
    of = {"list": "themes", **_of(narrowed, sight, shape)}
    start = place_in(narrowed.cursor, of, edition=generation.number)
    told = theme_counts(generation, shape, _narrowed(narrowed, sight))
    end = start + narrowed.limit
    rows = rows_of(sight, generation, told.themes[start:end], told.people, shape)
    return Themes(
        generation=generation.number,
        as_of=generation.as_of,
        count=len(told.themes),
        people=told.people,
        items=[_theme(row) for row in rows],
        next_cursor=cursor_to(end, of, edition=generation.number) if end < len(told.themes) else None,
    )


@themes.operation("GET", "/themes/speakers", SEES, Speakers)
def list_speakers(request: HttpRequest, narrowed: Query[SpeakerFilter]) -> Speakers:
    """Who speaks of a theme, with their words; who did so last first."""
    sight, generation, shape = sight_of(request), published(), shape_now()
    heard = heard_themes(generation)
    theme = shape.root(spelled(narrowed.theme, heard))
    name = shape.shown(theme)
    if name is None or theme not in heard:
        raise Http404
    of = {"list": "speakers", "theme": theme, "side": narrowed.side, **_of(narrowed, sight, shape)}
    start = place_in(narrowed.cursor, of, edition=generation.number)
    side = SIDES.get(narrowed.side)
    places = speakers_of(said_in(generation, shape, _narrowed(narrowed, sight)), name, side).tolist()
    end = start + narrowed.limit
    found = speakers(sight, generation, places[start:end], name, side)
    return Speakers(
        generation=generation.number,
        as_of=generation.as_of,
        theme=theme,
        name=name,
        count=len(places),
        items=[
            SpeakerOut(person_id=one.person.person_id, remarks=[remark_told(row) for row in one.remarks], more=one.more)
            for one in found
        ],
        next_cursor=cursor_to(end, of, edition=generation.number) if end < len(places) else None,
    )


@themes.operation("GET", "/themes/changes", SEES, ThemeChanges)
def list_theme_changes(request: HttpRequest) -> ThemeChanges:  # noqa: ARG001  # its policy alone asks who it is
    """What stands of what colleagues said of themes."""
    return ThemeChanges(items=[_change(row) for row in ThemeChange.objects.standing().order_by("-pk")])


@themes.operation("POST", "/themes/changes", SHAPES, ThemeChangeOut)
def post_theme_change(request: HttpRequest, payload: ThemeChangeIn) -> ThemeChangeOut:
    """Call a theme otherwise, count it with another or show it nowhere; it holds everywhere at once."""
    return _change(done(payload.deed, payload.theme, payload.to, by=principal_in(request).actor))


@themes.operation("POST", "/themes/changes/{change_id}/withdraw", SHAPES, ThemeChangeOut)
def post_theme_change_withdrawal(request: HttpRequest, change_id: RowId) -> ThemeChangeOut:
    """Take a change back: what stood before it counts again. Doing it twice changes nothing."""
    row = ThemeChange.objects.filter(pk=change_id).first()
    if row is None:
        raise Http404
    withdraw_change(row, by=principal_in(request).actor)
    return _change(ThemeChange.objects.get(pk=row.pk))


def _narrowed(narrowed: ThemeFilter, sight: Sight) -> Narrowed:
    return Narrowed(owner=sight.owner, segment=narrowed.segment, days=narrowed.days)


def _of(narrowed: ThemeFilter, sight: Sight, shape: Shape) -> dict[str, object]:
    """What a list is made of, beside the generation: with another shape it is another list."""
    shaped = [sorted(shape.names.items()), sorted(shape.into.items()), sorted(shape.hidden)]
    return {"owner": sight.owner, "segment": narrowed.segment, "days": narrowed.days, "shape": shaped}


def _theme(row: ThemeRow) -> ThemeOut:
    told = row.told
    return ThemeOut(
        theme=told.theme,
        name=told.name,
        people=told.people,
        share=ShareOut(**row.share._asdict()) if row.share else None,
        accounts=told.accounts,
        good_words=told.good,
        wishes=told.wishes,
        complaints=told.complaints,
        newest=piece_told(row.piece),
        person_id=row.person.person_id if row.person else "",
    )


def _change(row: ThemeChange) -> ThemeChangeOut:
    told = {name: getattr(row, name) for name in ("theme", "deed", "to", "at")}
    return ThemeChangeOut(change_id=row.pk, withdrawn=hasattr(row, "withdrawal"), **told)
