"""Words and the key go where they may, and nowhere else."""

import ssl
import subprocess
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.kit.errors import GoodwordError
from goodword.runs.listening.calling import LineError, post
from goodword.runs.listening.endpoint import Endpoint, read_endpoint
from tests.modelserver import Server, opining, running

KEY = "sk-secret"
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def code(url: str, model: str = "small", *, key: str = "", key_host: str = "", unencrypted: bool = False) -> str:
    with pytest.raises(GoodwordError) as refused:
        read_endpoint(url, model, key=key, key_host=key_host, unencrypted=unencrypted)
    assert refused.value.mend
    assert KEY not in str(refused.value)
    return refused.value.code


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://models.example/v1", ("models.example", 443, "/v1/chat/completions", True)),
        ("https://models.example:8443/v1/", ("models.example", 8443, "/v1/chat/completions", True)),
        ("https://models.example/v1/chat/completions", ("models.example", 443, "/v1/chat/completions", True)),
        ("http://127.0.0.1:11434/v1", ("127.0.0.1", 11434, "/v1/chat/completions", False)),
        ("http://[::1]:8080", ("::1", 8080, "/chat/completions", False)),
        ("http://LOCALHOST/v1", ("localhost", 80, "/v1/chat/completions", False)),
    ],
)
def test_an_address_is_read(url: str, read: tuple[str, int, str, bool]) -> None:
    found = read_endpoint(url, "small")
    assert (found.host, found.port, found.path, found.encrypted) == read


@pytest.mark.parametrize(
    "url",
    ["", "models.example/v1", "ftp://models.example", "https://", "https://user:sk-secret@models.example/v1",
     "https://models.example/v1?key=sk-secret", "https://models.example/v1#a", "https://models.example:99999/v1",
     "https://models.example/a b", "https://models.example/\u00e9", "https://[::1/v1"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    assert code(url) == "bad-endpoint"


@pytest.mark.parametrize("host", ["models.example", "10.0.0.7", "127.0.0.1.evil.example", "localhost.evil.example"])
def test_words_travel_to_other_machines_under_encryption_unless_somebody_allows_it(host: str) -> None:
    assert code(f"http://{host}/v1") == "endpoint-in-the-open"
    assert read_endpoint(f"http://{host}/v1", "small", unencrypted=True).host == host


def test_the_key_goes_to_the_host_it_is_for_and_is_never_shown() -> None:
    found = read_endpoint("https://models.example/v1", "small", key=KEY, key_host="Models.Example")
    assert found.key == KEY
    assert KEY not in repr(found)
    assert code("https://other.example/v1", key=KEY, key_host="models.example") == "key-for-another-host"
    assert code("https://other.example/v1", key=KEY) == "key-for-another-host"


def test_a_key_with_a_line_break_is_no_key() -> None:
    assert code("https://models.example", key=f"{KEY}\r\nX: y", key_host="models.example") == "bad-endpoint-key"


def test_no_model_is_refused() -> None:
    assert code("https://models.example/v1", " ") == "bad-endpoint"


def test_a_server_that_cannot_prove_who_it_is_gets_nothing(tmp_path: Path) -> None:
    pair = tmp_path / "pair.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(
        [*made, "-keyout", str(tmp_path / "k"), "-out", str(tmp_path / "c")], check=True, capture_output=True
    )
    pair.write_text((tmp_path / "k").read_text() + (tmp_path / "c").read_text())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pair)
    server = Server([opining()])
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        port = server.server_address[1]
        with pytest.raises(LineError) as refused:
            post(Endpoint("localhost", port, "/v1", encrypted=True, model="m", key=KEY), b"{}", seconds=5, now=NOW)
        assert not refused.value.sent
        assert server.asked == []
    finally:
        server.shutdown()
        server.server_close()


def test_a_server_without_encryption_gets_nothing_where_it_is_expected() -> None:
    with running(opining()) as server:
        port = server.server_address[1]
        with pytest.raises(LineError):
            post(Endpoint("localhost", port, "/v1", encrypted=True, model="m"), b"{}", seconds=5, now=NOW)
        assert server.asked == []
