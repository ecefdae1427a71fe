"""Where a request came from: what its connection says, or the proxies in front, if they are ours."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

type Address = IPv4Address | IPv6Address

_HOUSEHOLD = 64
"""Bits of an IPv6 address that name a connection; the rest its holder makes up as they like."""


def origin_of(request: HttpRequest) -> str:
    """What stands for the address a request came from, so that it can be counted and not be read; empty if unknown."""
    address = address_of(request)
    return salted_hmac("goodword.doors.origin", address, algorithm="sha256").hexdigest() if address else ""


def address_of(request: HttpRequest) -> str:
    """The address a request came from, of IPv6 its network; empty where the connection has none.

    `X-Forwarded-For` is read from its end, where the proxy next to us writes, and only as far as proxies of ours wrote:
    whatever a client puts into it stands before that, and is never believed.
    """
    here = _read(request.META.get("REMOTE_ADDR") or "")
    if here is None:
        return ""
    for told in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        before = _read(told) if _is_ours(here) else None
        if before is None:
            break
        here = before
    return str(here if isinstance(here, IPv4Address) else IPv6Network((here, _HOUSEHOLD), strict=False))


def _is_ours(address: Address) -> bool:
    return any(address in network for network in settings.PROXIES)


def _read(told: str) -> Address | None:
    """An address as proxies write it: bare, in brackets, or with a port."""
    bare = told.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ip_address(bare)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
