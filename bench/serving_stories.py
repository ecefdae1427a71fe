"""The stories of the made-up company that `bench.serving` looks for: written, approved and allowed as any story is."""

import numpy as np

from goodword.kit import clock
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Story
from goodword.programme.stories.telling import Figure, Fit, Said, Telling
from goodword.programme.team.actor import Actor

STORIES = 1_000
"""As many as a company with a million people may have: more than anybody publishes today."""

WORDS = 220
"""In a story, besides what somebody says: as long as a page of print."""

SAID = "It saved my team four days at month-end."
_INDUSTRIES = ("Food and drink", "Health", "Energy", "Retail", "Logistics")
_REGIONS = ("NZ", "DE", "US", "BR", "JP")
_SUBJECTS = "closing the books|planning the wards|routing the vans|counting the stock|paying the drivers".split("|")


def tell_stories(many: int = STORIES, *, seed: int = 1) -> None:
    """Write as many stories as are lacking, each of a company of its own, and let their people allow them."""
    rng = np.random.default_rng(seed)
    words = _words(rng)
    generation = Publication.current()
    assert generation is not None
    listed = ListedPerson.objects.within(generation).order_by("account_id", "rank")
    first: dict[str, str] = {}
    for account_id, person_id in listed.filter(account_id__gt="").values_list("account_id", "person_id").iterator():
        first.setdefault(account_id, person_id)
        if len(first) == many:
            break
    have = set(Story.objects.values_list("account_id", flat=True))
    for number, (account_id, person_id) in enumerate(first.items()):
        text = " ".join(rng.choice(words, WORDS))
        if account_id not in have:
            _tell(number, Account.objects.get(pk=account_id), Person.objects.get(pk=person_id), text)


def _words(rng: np.random.Generator) -> list[str]:
    letters = np.array(list("etaoinshrdlucmfwypvbg"))
    return ["".join(rng.choice(letters, rng.integers(3, 11))) for _ in range(8_000)]


def _tell(number: int, account: Account, person: Person, text: str) -> None:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    told = Telling(
        account=account,
        title=f"{account.name} and {subject}: story {number}",
        text=f"{text} {SAID}",
        quotes=(Said(person, SAID),),
        outcomes=(Figure(subject, "5 days", "9 days"),),
        fit=Fit(industry=_INDUSTRIES[number % 5], region=_REGIONS[number // 5 % 5], use_cases=(subject,)),
    )
    console = Actor.console()
    approve_version(write_story(told, by=console), by=console)
    for key in (person, account):
        scope = Scope(act_kind="case_study", audience="public")
        evidence = Evidence(kind="said", said_to="boss@northwind.example", wording="You may tell it.")
        grant_permission(Saying(key=key, scope=scope, given_on=clock.today(), evidence=evidence), by=console)
