"""Sets of findings that pages and actions speak of. Every set of findings starts with a generation."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import FETCH_RAISE, F

if TYPE_CHECKING:
    from goodword.programme.advocates.models import Generation

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class FindingQuerySet(models.QuerySet[Row_co]):
    """Rows that belong to one generation of findings."""

    def within(self, generation: "Generation") -> Self:
        """The rows of a generation; a forgotten join raises instead of asking once a row."""
        return self.filter(generation_id=generation.number).fetch_mode(FETCH_RAISE)

    def about(self, person_id: str) -> Self:
        """The rows about one person."""
        return self.filter(person_id=person_id)


class CaredForQuerySet(FindingQuerySet[Row_co]):
    """Rows of people whose account a colleague cares for."""

    def cared_for_by(self, owner: str) -> Self:
        """Those of accounts with this owner, whatever the case of the letters; everybody where it is empty."""
        return self.filter(owner_email=owner.strip().lower()) if owner else self


class StandingQuerySet(CaredForQuerySet[Row_co]):
    """Rows that say where a person stands and which kinds of signals they have."""

    def standing(self, state: str) -> Self:
        """Those who stand there: ready, resting, unknown or silent."""
        return self.filter(state=state)

    def showing(self, bit: int) -> Self:
        """Those with a signal of the kind that stands for this bit."""
        return self.annotate(shown=F("kinds").bitand(bit)).filter(shown__gt=0)


class ListedPersonQuerySet(StandingQuerySet[Row_co]):
    """People as the list shows them."""

    def speaking(self) -> Self:
        """Those about whom there is anything to say."""
        return self.exclude(state="silent")


class LikelihoodQuerySet(StandingQuerySet[Row_co]):
    """Likelihoods by act kind."""

    def of_kind(self, act_kind: str) -> Self:
        """Those for one kind of act."""
        return self.filter(act_kind=act_kind)


class MomentQuerySet(CaredForQuerySet[Row_co]):
    """Moments, the most urgent first."""

    def waiting(self) -> Self:
        """Those that may be answered now."""
        return self.filter(resting=False).order_by("rank")

    def resting(self) -> Self:
        """Those whose person is held."""
        return self.filter(resting=True).order_by("rank")
