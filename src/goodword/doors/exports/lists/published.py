"""What every list of published findings says of itself, and what happens where they change under its writer."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation

PEOPLE_AT_ONCE = 1_000
"""How many people are looked up with one question."""


def published_facts(generation: Generation) -> dict[str, str]:
    """Which publication a list is of, to be kept beside its rows."""
    return {"generation": str(generation.number), "as_of": generation.as_of.isoformat()}


def list_changed() -> GoodwordError:
    """The error of a list whose people are gone before all of them were written."""
    return GoodwordError(
        "list-changed",
        _("The findings were published anew while this list was written."),
        _("Export it again."),
        retry=True,
    )
