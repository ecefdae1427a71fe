"""What languages are called."""

from django.utils.translation import get_language_info


def language_told(code: str) -> str:
    """The name of a language in that of the reader; its code where that has no name, as of what somebody typed."""
    try:
        return str(get_language_info(code.lower())["name_translated"])
    except KeyError:
        return code
