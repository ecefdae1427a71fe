"""What a browser signed, or what somebody sends as if one had."""

import struct

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django import forms

_NONSENSE = (AttributeError, InvalidSignature, LookupError, TypeError, UnsupportedAlgorithm, ValueError)


def holds(form: forms.Form) -> bool:
    """Whether a credential is what it should be; allauth expects only what browsers send, and we everything."""
    try:
        return form.is_valid()
    except (*_NONSENSE, struct.error):
        return False
