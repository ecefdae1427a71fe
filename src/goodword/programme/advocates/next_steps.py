"""What to do next about somebody: decided here once, for pages, exports and API.

Whoever left the account they are listed at is not asked for what their signals there would have them do: they gave
that as a customer. The next thing is to know where they are, and then whether they would bring us along.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goodword.programme.advocates.employments import Employment, employments_of
from goodword.programme.advocates.models import KIND_BITS, Generation, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import SIGNALS
from goodword.programme.people.names import given_name

# Whose step comes first where there are several: words and deeds of theirs before what their company did.
_FIRST = ("win", "repeat_customer", "champion", "promoter", "super_user", "growth")


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next.

    Attributes:
        short: in a few words.
        whole: as a sentence or two.
        act: the kind of act it leads to; empty where there is nobody to ask for one yet.
    """

    short: str | Promise
    whole: str
    act: str


def step_after(kind: str, person: ListedPerson, generation: Generation, sight: Sight, *, ready: bool) -> NextStep:
    """Return the step that follows from a signal of this kind.

    Args:
        kind: of the signal.
        person: whose it is, with what the reader sees of them.
        generation: what is published.
        sight: of the reader.
        ready: whether they may be asked, and would perhaps say yes.
    """
    if has_left(person, generation.as_of):
        return _after_leaving(person, sight, generation.as_of)
    words = SIGNALS[kind]
    if not ready:
        return NextStep(words.listen, f"{words.listen}.", words.act)
    return NextStep(words.short, str(words.step).format(name=_given(person)), words.act)


def short_step(person: ListedPerson, generation: Generation, sight: Sight) -> str | Promise:
    """Return, in a few words, the step that follows from all that was found about somebody."""
    if person.state == "resting":
        return _("Wait")
    if has_left(person, generation.as_of):
        return _after_leaving(person, sight, generation.as_of).short
    kind = next((kind for kind in _FIRST if person.kinds & KIND_BITS[kind]), "")
    if kind:
        return step_after(kind, person, generation, sight, ready=person.state == "ready").short
    # A number without a signal comes from what they answered or did when they were asked before.
    return _("Listen first") if person.best_likelihood is None else _("Thank for last time")


def act_after(kind: str, person: ListedPerson, as_of: date) -> str:
    """Return the kind of act that a signal of this kind leads to; empty where its person left."""
    return "" if has_left(person, as_of) else SIGNALS[kind].act


def has_left(person: ListedPerson, as_of: date) -> bool:
    """Whether somebody is known to have left the account they are listed at."""
    if person.left_on is not None:
        return person.left_on <= as_of
    there = [job for job in employments_of(person) if job.account_id and job.account_id == person.account_id]
    return bool(there) and all(_is_over(job, as_of) for job in there)


def _after_leaving(person: ListedPerson, sight: Sight, as_of: date) -> NextStep:
    name, job = _given(person), _new_job(sight.employments(person), person.account_id, as_of)
    if job is None:
        return NextStep(
            _("Find out where they went"),
            _("%(name)s has left. Find out where they went, and thank them for their time as a customer.")
            % {"name": name},
            "",
        )
    told = {"name": name, "company": job.company}
    if not job.company:
        return NextStep(
            _("Congratulate, ask whether they bring us along"),
            _("Congratulate %(name)s on the new job, and ask whether they would bring us along.") % told,
            "",
        )
    return NextStep(
        _("Congratulate at %(company)s, ask whether they bring us along") % told,
        _("Congratulate %(name)s on the new job at %(company)s, and ask whether they would bring us along.") % told,
        "",
    )


def _new_job(jobs: Iterable[Employment], left: str, as_of: date) -> Employment | None:
    """A job elsewhere that goes on; one whose company is named comes first."""
    elsewhere = [job for job in jobs if (not job.account_id or job.account_id != left) and not _is_over(job, as_of)]
    begun = [job for job in elsewhere if _begun(job, as_of)]
    return next((job for job in begun if job.company), next(iter(begun), None))


def _begun(job: Employment, as_of: date) -> bool:
    first = job.started.on or job.started.not_before
    return first is None or first <= as_of


def _is_over(job: Employment, as_of: date) -> bool:
    last = job.ended.on or job.ended.not_after
    return not job.goes_on and (last is None or last <= as_of)


def _given(person: ListedPerson) -> str:
    return given_name(person.name) or _("this person")
