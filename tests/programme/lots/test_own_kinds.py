"""A programme draws for public reviews of its own kinds, each with its own no, rest and letters."""

import pytest

from goodword.doors.mail.overtaking import overtaken
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.models import Ask, AskLetter
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.models import Exclusion, Invitation, Site
from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.kinds import Policy
from tests.permissions import CONSOLE, forbids, person
from tests.programme.lots.drawn import drawn_by, invite, may_be_drawn, row_of, rules_of, site
from tests.world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def video() -> Site:
    kind = Policy("video_review", by_choice=False, public_review=True, minutes=25, rest_days=9, label="Video review")
    add_kind(kind, by=CONSOLE)
    return site(name="Reelview", act_kind="video_review")


def test_who_is_drawn_for_a_kind_of_ones_own_is_asked_for_that_kind_and_bears_its_load(video: Site) -> None:
    came = invite(row_of("hemi", drawn_by(video)))
    assert isinstance(came, Invitation)
    assert (came.ask.kind, overtaken(AskLetter.objects.get().letter)) == ("video_review", "")
    assert came.ask.reservation is not None
    assert came.ask.reservation.act_kind_id == "video_review"


def test_a_no_to_one_kind_of_review_keeps_nobody_out_of_another(video: Site) -> None:
    forbids(person("hemi"), act_kind="video_review")
    assert "hemi" not in may_be_drawn(video)
    assert "hemi" in may_be_drawn(site())


def test_a_never_to_one_kind_of_review_keeps_nobody_out_of_another(video: Site) -> None:
    came = invite(row_of("hemi", drawn_by(video)))
    assert isinstance(came, Invitation)
    answer_ask(came.ask, "never", day=TODAY, by=CONSOLE)
    assert "hemi" not in may_be_drawn(video)
    assert "hemi" in may_be_drawn(site())


def test_who_denies_the_kind_after_they_were_drawn_is_left_in_peace(video: Site) -> None:
    made = drawn_by(video)
    forbids(person("hemi"), act_kind="video_review")
    came = invite(row_of("hemi", made))
    assert isinstance(came, Exclusion)
    assert (came.why, Ask.objects.count()) == ("denied", 0)


@pytest.mark.parametrize("kind", ["quote", "community_answer", "nobody_knows", ""])
def test_nobody_is_drawn_for_what_people_are_chosen_for_or_never_asked(kind: str) -> None:
    with pytest.raises(GoodwordError) as raised:
        site(act_kind=kind)
    assert (raised.value.code, Site.objects.count()) == ("kind-without-lot", 0)


def test_a_site_keeps_its_kind_once_somebody_was_drawn_for_it(video: Site) -> None:
    keep_site(rules_of(video, act_kind="review"), by=CONSOLE, site=video)
    drawn_by(Site.objects.get())
    with pytest.raises(GoodwordError) as raised:
        keep_site(rules_of(video, act_kind="video_review"), by=CONSOLE, site=video)
    assert raised.value.code == "site-was-drawn-for"
    assert Site.objects.get().act_kind_id == "review"
