"""Where a request came from: proxies of ours are believed, what a client writes is not."""

import re

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from goodword.config.proxies import read_proxies
from goodword.doors.origin import address_of, origin_of
from goodword.kit.errors import GoodwordError

OURS = "10.0.0.7, 172.30.87.0/29, 2001:db8:1::7"


@pytest.mark.parametrize(
    ("connection", "told", "found"),
    [
        ("203.0.113.5", "", "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
        ("10.0.0.7", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.7", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.7", "10.0.0.7, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.7", "1.2.3.4, 198.51.100.1, 172.30.87.2", "198.51.100.1"),
        ("10.0.0.7", "", "10.0.0.7"),
        ("10.0.0.7", "1.2.3.4, nonsense", "10.0.0.7"),
        ("10.0.0.7", "1.2.3.4,", "10.0.0.7"),
        ("10.0.0.7", "198.51.100.1:4711", "198.51.100.1"),
        ("2001:db8:1::7", "[2001:db8:5:6:7:8:9:a]:4711", "2001:db8:5:6::/64"),
        ("2001:db8:5:6::1", "", "2001:db8:5:6::/64"),
        ("::ffff:203.0.113.5", "", "203.0.113.5"),
        ("::ffff:10.0.0.7", "198.51.100.1", "198.51.100.1"),
        ("", "198.51.100.1", ""),
    ],
)
def test_the_last_address_that_one_of_our_proxies_wrote_counts(
    settings: Settings, connection: str, told: str, found: str
) -> None:
    settings.PROXIES = read_proxies(OURS, secure=True)
    request = RequestFactory(REMOTE_ADDR=connection).get("/", headers={"X-Forwarded-For": told} if told else None)
    assert address_of(request) == found


def test_without_a_proxy_nobody_is_believed_and_behind_tls_this_machine_is() -> None:
    assert read_proxies("", secure=False) == ()
    assert [str(network) for network in read_proxies("", secure=True)] == ["127.0.0.0/8", "::1/128"]


def test_a_proxy_that_is_no_address_is_an_error_that_says_so() -> None:
    with pytest.raises(GoodwordError, match="caddy is neither an address nor a network") as caught:
        read_proxies("10.0.0.7,caddy", secure=True)
    assert "172.30.87.0/29" in caught.value.mend


def test_what_is_counted_under_tells_no_address_and_changes_with_the_key(settings: Settings) -> None:
    request = RequestFactory(REMOTE_ADDR="203.0.113.5").get("/")
    before = origin_of(request)
    assert re.fullmatch("[0-9a-f]{64}", before)
    settings.SECRET_KEY = "a key that nobody knows"
    assert origin_of(request) != before
    assert origin_of(RequestFactory(REMOTE_ADDR="").get("/")) == ""
