"""An authenticator app for tests: RFC 6238 by the book, apart from the one that is tested."""

import base64
import hmac
import struct
import time
from hashlib import sha1


def code_of(key: str, *, steps: int = 0) -> str:
    """The code that an app with this key shows now, or some half minutes from now."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(key), counter, sha1).digest()
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
