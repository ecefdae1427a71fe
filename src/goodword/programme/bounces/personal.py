"""What of customers' people stands in bounces: their address, and what their server said of a letter to them."""

from goodword.programme.bounces.models import Bounce
from goodword.programme.outbox.personal import letters_to
from goodword.programme.personal import Personal

DECLARED = (
    Personal(
        "bounces.Bounce", "Letters to them that came back, or of which they complained.",
        lambda s: Bounce.objects.filter(letter__in=letters_to(s)), texts=("said",),
    ),
)  # fmt: skip
