"""From an address or a web address to the domain that a company registered."""

from functools import lru_cache

from publicsuffixlist import PublicSuffixList

from goodword.finding.identity.companies.free_mail import FREE_MAIL

_SUFFIXES = PublicSuffixList()
_REMEMBERED = 200_000


def host(text: str | None) -> str:
    """Return the host of an address, a web address or a domain: lower case, as DNS writes it; empty for none.

    `Ana@Mail.Müller.example`, `https://www.müller.example/about` and `müller.example` are hosts of one domain.
    """
    name = (text or "").strip().lower().rpartition("@")[2]
    name = name.partition("://")[2] or name
    for end in "/?#:":
        name = name.partition(end)[0]
    name = name.strip(".").removeprefix("www.")
    return _as_dns_writes(name)


@lru_cache(maxsize=_REMEMBERED)
def registered(name: str) -> str:
    """Return the domain that somebody registered and that a host belongs to, after the public suffix list.

    Args:
        name: as `host` returns it.

    Returns:
        empty where the host is itself a public suffix (`ac.th`, `co.uk`) or no domain at all.
    """
    if "." not in name:
        return ""
    return _SUFFIXES.privatesuffix(name) or ""


@lru_cache(maxsize=_REMEMBERED)
def is_free(name: str) -> bool:
    """Whether anybody gets an address under a host, as `host` returns it: it says nothing about an employer."""
    return any(part in FREE_MAIL for part in climb(name))


def climb(name: str) -> list[str]:
    """Return a host and every domain above it, the longest first; the last has no dot."""
    labels = name.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]


def telling(text: str | None) -> str:
    """Return the host of an address where it may say something about an employer; empty for free mail and suffixes."""
    name = host(text)
    return name if name and not is_free(name) and registered(name) else ""


def label(name: str) -> str:
    """Return the word that a registered domain was registered for: `hpe` of `hpe.com`, `acme` of `acme.co.uk`."""
    return registered(name).partition(".")[0]


def _as_dns_writes(name: str) -> str:
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
