"""What customers speak of, and their words about one theme, as files."""

from django.http import Http404, HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.themes import theme_words_sheet, themes_sheet
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.export.taking import Taken, as_file, published
from goodword.doors.web.views.themes.looking import SIDES, chosen_in, narrowed_to
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.theme_counts import theme_counts
from goodword.programme.advocates.themes import heard_themes, said_in, speakers_of
from goodword.programme.team.roles import Right
from goodword.programme.themes.shaping import shape_now, spelled

_taking = may(Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_COMMENTS, Right.EXPORT)


@policy(_taking)
@require_safe
@as_file
def themes(request: HttpRequest) -> Taken:
    """The themes of the list, with its filters."""
    generation = published()
    chosen = chosen_in(request, generation)
    told = theme_counts(generation, shape_now(), narrowed_to(Sight.of(principal_in(request)), chosen))
    return Taken(themes_sheet(generation, told.themes, told.people), chosen, generation.as_of)


@policy(_taking)
@require_safe
@as_file
def theme(request: HttpRequest, theme: str) -> Taken:
    """The words about one theme, with the page's filters."""
    generation, sight, shape = published(), Sight.of(principal_in(request)), shape_now()
    heard = heard_themes(generation)
    name = shape.shown(spelled(theme, heard))
    if name is None or spelled(theme, heard) not in heard:
        raise Http404
    chosen = chosen_in(request, generation)
    side = SIDES.get(chosen["side"])
    places = speakers_of(said_in(generation, shape, narrowed_to(sight, chosen)), name, side)
    sheet = theme_words_sheet(generation, sight, places.tolist(), name, side)
    return Taken(sheet, chosen | {"theme": name}, generation.as_of)
