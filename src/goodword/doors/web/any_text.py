"""A part of an address that may hold any text, line breaks too: what sources name things by."""

from django.urls import register_converter


class AnyText:
    """Takes whatever there is."""

    regex = r"[\s\S]+"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


register_converter(AnyText, "any")
