"""Which mail server is meant."""

import pytest

from goodword.doors.mail.server import Server, mail_domain, read_server
from goodword.kit.errors import GoodwordError


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.northwind.example", Server("mail.northwind.example", 587, "starttls")),
        ("smtps://mail.northwind.example", Server("mail.northwind.example", 465, "tls")),
        ("smtp+plain://10.0.0.7:2525", Server("10.0.0.7", 2525, "plain")),
        ("smtp://ana%40n:p%3Aw@mail.example:2587", Server("mail.example", 2587, "starttls", "ana@n", "p:w")),
        ("smtp+plain://ana:pw@127.0.0.1", Server("127.0.0.1", 25, "plain", "ana", "pw")),
    ],
)
def test_an_address_names_a_server(url: str, server: Server) -> None:
    assert read_server(url) == server


def test_nothing_names_none() -> None:
    assert read_server("  ") is None


@pytest.mark.parametrize(
    "url",
    [
        "mail.northwind.example",
        "http://mail.northwind.example",
        "smtp://",
        "smtp://mail.example:many",
        "smtp://mail.example/path",
        "smtp://mail.example?tls=none",
        "smtp+plain://ana:a-secret-word@mail.example",
    ],
)
def test_what_names_none_is_refused_without_repeating_a_password(url: str) -> None:
    with pytest.raises(GoodwordError) as caught:
        read_server(url)
    assert "a-secret-word" not in str(caught.value)


def test_a_password_is_not_printed() -> None:
    assert "a-secret-word" not in repr(read_server("smtp://ana:a-secret-word@mail.example"))


@pytest.mark.parametrize(
    ("site", "domain"),
    [
        ("https://goodword.northwind.example", "goodword.northwind.example"),
        ("http://127.0.0.1:8000", "goodword.example"),
        ("http://localhost:8000", "goodword.example"),
        ("https://10.0.0.7", "goodword.example"),
        ("http://[::1]:8000", "goodword.example"),
    ],
)
def test_addresses_of_ours_have_a_domain(site: str, domain: str) -> None:
    assert mail_domain(site) == domain
