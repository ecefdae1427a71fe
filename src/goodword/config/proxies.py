"""Which proxies stand in front: only what they say about where a request came from is believed."""

from ipaddress import IPv4Network, IPv6Network, ip_network

from goodword.kit.errors import GoodwordError

type Network = IPv4Network | IPv6Network

_THIS_MACHINE = "127.0.0.0/8,::1/128"


def read_proxies(text: str, *, secure: bool) -> tuple[Network, ...]:
    """Read addresses and networks, with commas between them.

    Args:
        text: such as `10.0.0.7,172.30.87.0/29`; empty for this machine, where there is a proxy at all.
        secure: whether it is served over HTTPS, which is a proxy's doing.

    Raises:
        GoodwordError: one of them is neither (code `bad-proxies`).
    """
    told = [name.strip() for name in (text or (_THIS_MACHINE if secure else "")).split(",") if name.strip()]
    return tuple(_network(name) for name in told)


def _network(name: str) -> Network:
    try:
        return ip_network(name, strict=False)
    except ValueError as error:
        raise GoodwordError(
            "bad-proxies",
            f"GOODWORD_PROXIES: {name} is neither an address nor a network.",
            "Write addresses such as 10.0.0.7, or networks such as 172.30.87.0/29, with commas between them.",
        ) from error
