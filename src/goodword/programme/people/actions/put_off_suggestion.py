"""Put off the question whether two people are one."""

from datetime import date

from goodword.programme.people.models import Suggestion
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def put_off_suggestion(suggestion: Suggestion, *, until: date, by: Actor) -> None:
    """Let a pair come back on a later day; a pair that was decided meanwhile is left alone."""
    changed = Suggestion.objects.filter(pk=suggestion.pk).update(state=Suggestion.LATER, until=until)
    if changed:
        record(by, "later", "suggestion", suggestion.one_id, after={"other": suggestion.other_id, "until": until})
