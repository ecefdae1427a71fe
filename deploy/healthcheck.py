"""Leaves with 0 where Goodword answers in this container, with 1 where it does not."""  # noqa: INP001 - a script

import http.client
import os
import sys


def main() -> int:
    """Ask as the proxy would: Goodword answers to its own host names only."""
    names = os.environ.get("GOODWORD_ALLOWED_HOSTS") or "127.0.0.1"
    connection = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT") or 8000), timeout=4)
    try:
        connection.request("GET", "/healthz/", headers={"Host": names.split(",")[0].strip()})
        return 0 if connection.getresponse().status == http.client.OK else 1
    except (OSError, http.client.HTTPException):
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
