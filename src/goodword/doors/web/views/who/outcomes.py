"""How the comparison of two people came out, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OUTCOMES: dict[str, str | Promise] = {
    "same_name": _("same name"),
    "similar_name": _("similar name"),
    "same_family_name_short_given_name": _("same family name, given name shortened"),
    "same_family_name_alone": _("same family name, no given name"),
    "same_given_name_alone": _("same given name, no family name"),
    "similar_in_part": _("part of the name is similar"),
    "other_family_name": _("another family name"),
    "other_given_name": _("another given name"),
    "other_name": _("another name"),
    "same_address": _("same e-mail"),
    "same_handle": _("same name before the @"),
    "similar_address": _("similar e-mail"),
    "same_domain": _("same company behind the @"),
    "address_like_the_name": _("similar name before the @"),
    "other_address": _("another e-mail"),
    "same_number": _("same telephone"),
    "similar_number": _("telephone differs by a digit"),
    "other_number": _("another telephone"),
    "same_account": _("same account"),
    "same_company": _("same company"),
    "other_company": _("another company"),
    "one_left_as_the_other_came": _("one left as the other came"),
    "one_left_as_the_other_was_first_seen": _("one left as the other was first seen"),
    "one_left_before_the_other_came": _("one left some months before the other came"),
    "days_do_not_meet": _("neither came as the other left"),
    "same_title": _("same title"),
    "other_title": _("another title"),
    "other_title_elsewhere": _("another title at another company"),
    "same_language": _("same language"),
    "other_language": _("another language"),
    "same_day": _("same day of birth"),
    "one_digit_differs": _("day of birth differs by a digit"),
    "two_of_three_same": _("day of birth nearly the same"),
    "other_day": _("another day of birth"),
    "same_city": _("same city"),
    "similar_city": _("similar city"),
    "other_city": _("another city"),
}
"""By the word of linkage (finding/identity/linkage/comparisons.py)."""


def outcome_words(code: str) -> str | Promise:
    """Return what to call an outcome; the word itself where nobody wrote words for it."""
    return OUTCOMES.get(code) or code.replace("_", " ")
