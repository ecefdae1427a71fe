"""Every way in which a comparison may come out has words."""

from goodword.doors.web.views.who.outcomes import OUTCOMES
from goodword.finding.identity.linkage.comparisons import COMPARISONS


def test_every_outcome_of_linkage_has_words_and_no_others_do() -> None:
    assert {outcome.code for one in COMPARISONS for outcome in one.outcomes} == set(OUTCOMES)
