"""What a quarter bears of all kinds of acts; what each kind takes and needs are rows of their own."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models.load import MOST_POINTS
from goodword.runs.settings.setting import Setting


def settings_of_acts() -> Iterator[Setting]:
    """What the asks of a quarter may weigh together."""
    yield Setting(
        key="load.points",
        group="holds",
        subject=_("Load"),
        label=_("Points a quarter"),
        meaning=_("What the asks of a calendar quarter may weigh together; the first of a quarter is always borne."),
        changes=_("Whether somebody may be asked for more. The list of people does not change with it."),
        kind="whole",
        default=Bounds().points_a_quarter,
        unit=_("points"),
        low=1,
        high=MOST_POINTS,
        page="algorithms/load.md",
    )
