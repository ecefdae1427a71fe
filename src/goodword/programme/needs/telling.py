"""A need as one sentence, for lists, letters and whoever hears it."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from goodword.programme.needs.models import Need
from goodword.programme.people.languages import language_told


def need_sentence(need: Need, *, own_words: bool = True) -> str:
    """Whom it wants, without for whom and why.

    Args:
        need: which.
        own_words: whether to tell a need that says nothing else in the words of whoever filed it. Customers never
            read those.
    """
    parts = [_("%(role)s in %(industry)s") % {"role": need.role, "industry": need.industry}]
    if not need.role or not need.industry:
        parts = [one for one in (need.role, need.industry) if one]
    if need.use_case:
        parts.append(_("who uses us for %(use)s") % {"use": need.use_case})
    if need.product:
        parts.append(_("with %(product)s") % {"product": need.product})
    if need.competitor:
        parts.append(_("who replaced %(what)s") % {"what": need.competitor})
    if need.region:
        parts.append(_("from %(region)s") % {"region": need.region})
    if need.employees is not None:
        parts.append(_("of about %(count)s people") % {"count": number_format(need.employees)})
    if need.language:
        parts.append(_("speaking %(language)s") % {"language": language_told(need.language)})
    return ", ".join(parts) or (need.text.strip() if own_words else "")
