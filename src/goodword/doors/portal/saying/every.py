"""Everything that can be said on one's own page."""

from goodword.doors.portal.saying.answers import ANSWERING, WELCOME
from goodword.doors.portal.saying.data import DATA
from goodword.doors.portal.saying.limits import LIMITS
from goodword.doors.portal.saying.meetings import MEETINGS
from goodword.doors.portal.saying.step import Step
from goodword.doors.portal.saying.stories import STORIES
from goodword.doors.portal.saying.terms import TERMS
from goodword.doors.portal.saying.words import WORDS

EVERY: dict[str, Step] = {**ANSWERING, **MEETINGS, "welcome": WELCOME, **LIMITS, **TERMS, **WORDS, **STORIES, **DATA}
"""By name."""
