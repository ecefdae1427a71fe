"""Ends with 0 when nothing listens on the loopback port given, with 1 when something does."""

import socket
import sys


def main(port: str) -> int:
    """Try to take the port the way the server will."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", int(port)))
        except (OSError, OverflowError):
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
