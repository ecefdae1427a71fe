"""What is compared of two people, and what each outcome weighs.

Every comparison is a list of outcomes, tried from the top. For each outcome two shares are needed: m, how often it
comes out between two descriptions of one human being, and u, how often between two strangers; log2(m / u) bits speak
for the two being one (Fellegi and Sunter 1969, "A Theory for Record Linkage"). The shares below hold where there is
too little data to learn from; where a value is more frequent than others, its own frequency stands in for u.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from splink import comparison_level_library as cll
from splink.comparison_library import CustomComparison
from splink.internals.comparison_level_creator import ComparisonLevelCreator

SIMILAR, VERY_SIMILAR = 0.88, 0.94
"""Jaro-Winkler similarities that a typo or a short form usually keeps."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way a comparison can come out.

    Attributes:
        code: what was compared and how it came out, in a word-code; stored with suggestions.
        when: its condition.
        m: share of it among descriptions of one human being.
        u: share of it among strangers.
        frequency_of: the column whose values' frequencies stand in for u.
        fixed: whether both shares hold whatever the data says, because other fields say the same thing again.
    """

    code: str
    when: ComparisonLevelCreator
    m: float
    u: float
    frequency_of: str | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field of two people.

    Attributes:
        field: its name in reasons.
        column: the column without which there is nothing to compare.
        unknown: condition under which nothing is said.
        outcomes: from the strongest to the last, which is what remains.
    """

    field: str
    column: str
    unknown: ComparisonLevelCreator
    outcomes: tuple[Outcome, ...]

    def creator(self) -> CustomComparison:
        """The comparison as Splink takes it, for every engine it knows."""
        unknown = deepcopy(self.unknown).configure(is_null_level=True, label_for_charts="unknown")
        levels: list[ComparisonLevelCreator | dict[str, Any]] = [unknown]
        for outcome in self.outcomes:
            level = deepcopy(outcome.when).configure(
                label_for_charts=outcome.code, m_probability=outcome.m, u_probability=outcome.u
            )
            if outcome.frequency_of:
                level.configure(tf_adjustment_column=outcome.frequency_of, disable_tf_exact_match_detection=True)
            levels.append(level)
        return CustomComparison(output_column_name=self.field, comparison_levels=levels)


def _same(column: str) -> ComparisonLevelCreator:
    return cll.CustomLevel(f"{column}_l = {column}_r")


def _when(condition: str) -> ComparisonLevelCreator:
    return cll.CustomLevel(condition)


def _unknown(column: str) -> ComparisonLevelCreator:
    return cll.CustomLevel(f"{column}_l IS NULL OR {column}_r IS NULL")


def _similar(column: str, at_least: float = SIMILAR) -> ComparisonLevelCreator:
    return cll.JaroWinklerLevel(column, at_least)


_COMPLETE = "(given_l IS NULL) = (family_l IS NULL) AND (given_r IS NULL) = (family_r IS NULL)"
"""Both names have both parts, or are in one piece."""
_GIVEN_MISSING = "given_l IS NULL OR given_r IS NULL"
_FAMILY_MISSING = "family_l IS NULL OR family_r IS NULL"
_GIVEN_SHORTENED = "substr(given_l, 1, length(given_r)) = given_r OR substr(given_r, 1, length(given_l)) = given_l"
"""An initial, or the beginning: Rob for Robert."""
_SWAPPED = "family_l = given_r OR given_l = family_r"

NAME = Comparison(
    field="name",
    column="whole",
    unknown=_unknown("whole"),
    outcomes=(
        Outcome(
            "same_name",
            cll.And(_same("whole"), _when(_COMPLETE)),
            0.55,
            0.0005,
            frequency_of="whole",
        ),
        Outcome(
            "similar_name",
            cll.Or(
                cll.And(_similar("given"), _similar("family")),
                cll.And(_similar("whole", VERY_SIMILAR), _when(_COMPLETE)),
            ),
            0.2,
            0.0003,
        ),
        Outcome(
            "same_family_name_short_given_name",
            cll.And(_same("family"), _when(_GIVEN_SHORTENED)),
            0.05,
            0.0006,
            frequency_of="family",
        ),
        Outcome(
            "same_family_name_alone",
            cll.And(_same("family"), _when(_GIVEN_MISSING)),
            0.04,
            0.001,
            frequency_of="family",
        ),
        Outcome(
            "same_given_name_alone",
            cll.And(_same("given"), _when(_FAMILY_MISSING)),
            0.04,
            0.002,
            frequency_of="given",
        ),
        Outcome(
            "similar_in_part",
            cll.Or(
                cll.And(_similar("family"), _when(_GIVEN_MISSING)),
                cll.And(_similar("given"), _when(_FAMILY_MISSING)),
                _when(_SWAPPED),
            ),
            0.03,
            0.003,
        ),
        # Mostly namesakes and families, whose addresses are alike too and who work at the same place.
        Outcome("other_family_name", _same("given"), 0.02, 0.01, fixed=True),
        Outcome("other_given_name", _same("family"), 0.01, 0.005, fixed=True),
        Outcome("other_name", cll.ElseLevel(), 0.05, 0.975),
    ),
)

# Colleagues share both account and domain: where both accounts are known, the domain says nothing new.
_ACCOUNT_MISSING = "account_l IS NULL OR account_r IS NULL"

# Addresses are made of names: that namesakes and families have similar ones says little.
_NAMES_AGREE = cll.Or(
    _when(_SWAPPED),
    cll.And(
        cll.Or(_similar("family"), _when(_FAMILY_MISSING)),
        cll.Or(_similar("given"), _when(_GIVEN_MISSING), _when(_GIVEN_SHORTENED)),
    ),
)

_BOTH_MADE_OF_NAMES = "handle_l = '' AND handle_r = '' AND coalesce(domain_l, '') <> coalesce(domain_r, '')"
"""Neither address says anything beyond the name, and they are at two places: at one place they are two mailboxes."""

MAIL = Comparison(
    field="email",
    column="mail",
    unknown=_unknown("mail"),
    outcomes=(
        Outcome("same_address", _same("mail"), 0.45, 0.00001),
        Outcome(
            "same_handle",
            cll.And(_same("handle"), _when("handle_l <> ''"), _NAMES_AGREE),
            0.15,
            0.0005,
            frequency_of="handle",
        ),
        Outcome(
            "similar_address",
            cll.And(_similar("mail", VERY_SIMILAR), cll.Or(_when(_FAMILY_MISSING), _when(_GIVEN_MISSING))),
            0.08,
            0.0002,
        ),
        Outcome("same_domain", cll.And(_same("domain"), _when(_ACCOUNT_MISSING)), 0.05, 0.004, frequency_of="domain"),
        # Addresses are made of names, and how is up to each company: that namesakes have similar ones says next to
        # nothing, and neither does j.vance here and latoya.vance there.
        Outcome(
            "address_like_the_name",
            cll.Or(_similar("local"), cll.And(_when(_BOTH_MADE_OF_NAMES), _NAMES_AGREE)),
            0.12,
            0.1,
            fixed=True,
        ),
        Outcome("other_address", cll.ElseLevel(), 0.15, 0.8953),
    ),
)

PHONE = Comparison(
    field="phone",
    column="phone",
    unknown=_unknown("phone"),
    outcomes=(
        Outcome("same_number", _same("phone"), 0.6, 0.00005),
        Outcome("similar_number", cll.LevenshteinLevel("phone", 1), 0.05, 0.0001),
        Outcome("other_number", cll.ElseLevel(), 0.35, 0.9998),
    ),
)

EMPLOYER = Comparison(
    field="company",
    column="employer",
    unknown=_unknown("employer"),
    outcomes=(
        Outcome("same_account", _same("account"), 0.5, 0.005, frequency_of="account"),
        Outcome("same_company", _same("company"), 0.15, 0.002, frequency_of="company"),
        # Pairs to learn from are mostly two entries of one company; whoever moved would look like a stranger.
        Outcome("other_company", cll.ElseLevel(), 0.35, 0.993, fixed=True),
    ),
)

TITLE = Comparison(
    field="title",
    column="title",
    unknown=_unknown("title"),
    outcomes=(
        Outcome("same_title", _same("title"), 0.5, 0.02, frequency_of="title"),
        # Who changes employers changes titles: that they differ tells two people apart only within one company.
        Outcome("other_title_elsewhere", _when("account_l <> account_r"), 0.25, 0.28, fixed=True),
        Outcome("other_title", cll.ElseLevel(), 0.25, 0.7, fixed=True),
    ),
)

LANGUAGE = Comparison(
    field="language",
    column="language",
    unknown=_unknown("language"),
    outcomes=(
        Outcome("same_language", _same("language"), 0.95, 0.5, frequency_of="language"),
        Outcome("other_language", cll.ElseLevel(), 0.05, 0.5),
    ),
)

BORN = Comparison(
    field="born_on",
    column="born_on",
    unknown=_unknown("born_on"),
    outcomes=(
        Outcome("same_day", _same("born_on"), 0.7, 0.0001),
        Outcome("one_digit_differs", cll.LevenshteinLevel("born_on", 1), 0.1, 0.001),
        Outcome(
            "two_of_three_same",
            cll.Or(
                _when("substr(born_on_l, 1, 7) = substr(born_on_r, 1, 7)"),
                _when("substr(born_on_l, 6, 5) = substr(born_on_r, 6, 5)"),
                _when(
                    "substr(born_on_l, 1, 4) = substr(born_on_r, 1, 4)"
                    " AND substr(born_on_l, 9, 2) = substr(born_on_r, 9, 2)"
                ),
                _when(
                    "substr(born_on_l, 1, 4) = substr(born_on_r, 1, 4)"
                    " AND substr(born_on_l, 6, 2) = substr(born_on_r, 9, 2)"
                    " AND substr(born_on_l, 9, 2) = substr(born_on_r, 6, 2)"
                ),
            ),
            0.1,
            0.004,
        ),
        Outcome("other_day", cll.ElseLevel(), 0.1, 0.9949),
    ),
)

CITY = Comparison(
    field="city",
    column="city",
    unknown=_unknown("city"),
    outcomes=(
        Outcome("same_city", _same("city"), 0.6, 0.01, frequency_of="city"),
        Outcome("similar_city", _similar("city"), 0.2, 0.01),
        Outcome("other_city", cll.ElseLevel(), 0.2, 0.98),
    ),
)

_ONE_PLACE = "account_l IS NULL OR account_r IS NULL OR account_l = account_r"
_NOBODY_SEEN = "there_day_l IS NULL AND there_day_r IS NULL"


def _came_after(day: str, earliest: int, latest: int) -> ComparisonLevelCreator:
    """One left their account, and the other has that day at theirs, between so many days before and after."""
    between = f"BETWEEN {earliest} AND {latest}"
    return _when(f"{day}_r - left_day_l {between} OR {day}_l - left_day_r {between}")


CAREER = Comparison(
    field="career",
    column="there_day",
    unknown=cll.Or(_when(_ONE_PLACE), _when(_NOBODY_SEEN)),
    outcomes=(
        # Two weeks of both, holidays not taken, up to two months between two jobs.
        Outcome("one_left_as_the_other_came", _came_after("came_day", -14, 60), 0.4, 0.002),
        # Everybody is seen for the first time some day, and many of them on the first days that a source knows.
        Outcome("one_left_as_the_other_was_first_seen", _came_after("there_day", -14, 60), 0.1, 0.004),
        Outcome("one_left_before_the_other_came", _came_after("there_day", -31, 184), 0.15, 0.01),
        # Nobody wrote down that most of those who moved had left: that no day fits says little.
        Outcome("days_do_not_meet", cll.ElseLevel(), 0.35, 0.984),
    ),
)

COMPARISONS = (NAME, MAIL, PHONE, EMPLOYER, CAREER, TITLE, LANGUAGE, BORN, CITY)
"""Every comparison there is, in the order of the settings."""
