"""A provider of single sign-on on loopback. It checks what it is asked, and can be told to lie."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

CLIENT, SECRET = "goodword", "a secret between the two"  # of a made-up client


@cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    """What it says of whoever asks, and how it lies."""

    url: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    signs_with: Any = None
    forges: Callable[[dict[str, Any]], str] | None = None
    published: list[dict[str, Any]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.key = _key()
        self.signs_with = self.key

    def authorize(self, url: str) -> str:
        """Somebody presses yes; return where they are sent."""
        parts = urlsplit(url)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if f"{parts.scheme}://{parts.netloc}{parts.path}" != f"{self.url}/authorize":
            self.complaints.append(f"authorized at {url}")
        if query.get("client_id") != CLIENT or query.get("response_type") != "code" or "openid" not in query["scope"]:
            self.complaints.append(f"asked wrongly: {query}")
        if query.get("code_challenge_method") != "S256" or len(query.get("nonce", "")) < 20:
            self.complaints.append("no proof key, or no nonce")
        code = secrets.token_urlsafe()
        self.asked[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """Exchange a code, once, for those who can prove that it is theirs."""
        query = self.asked.pop(form.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        known = authorization == f"Basic {basic}" or (form.get("client_id"), form.get("client_secret")) == (
            CLIENT,
            SECRET,
        )
        if query is None or not known or form.get("redirect_uri") != query["redirect_uri"]:
            return None
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != query["code_challenge"]:
            return None
        return {"access_token": "a-token", "token_type": "Bearer", "id_token": self.id_token(query["nonce"])}

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        told: dict[str, Any] = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": nonce}
        told |= {"sub": "leila-1", "email": "leila@northwind.example", "email_verified": True, **self.claims}
        told = {name: value for name, value in told.items() if value is not None}
        if self.forges:
            return self.forges(told)
        return jwt.encode(told, self.signs_with, algorithm=self.algorithm, headers={"kid": "one"})

    def answer(self, path: str) -> dict[str, Any] | None:
        """What it publishes."""
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "userinfo_endpoint": f"{self.url}/userinfo",
                "jwks_uri": f"{self.url}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
        if path == "/keys":
            public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
            return {"keys": self.published or [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]}
        return self.userinfo if path == "/userinfo" else None


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that answers until the end of the block."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(provider.answer(self.path))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(provider.token(form, self.headers.get("Authorization", "")))

        def _say(self, told: dict[str, Any] | None) -> None:
            text = json.dumps(told or {"error": "invalid_grant"}).encode()
            self.send_response(200 if told else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_args: Any) -> None:  # noqa: ANN401  # as allauth hands them over
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    provider.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def tables(url: str, **more: object) -> dict[str, object]:
    """What goodword.toml says."""
    said = {"id": "acme", "name": "Acme", "client_id": CLIENT, "discovery": url}
    return {"sign_in": {"oidc": [said | more]}}


def come_back(client: Client, provider: Provider, *, want: str = "") -> str:
    """Go to the provider, say yes, come back; return where one ends."""
    begun = client.get(f"/sign-in/with/acme/{want}")
    assert begun.status_code == 302
    back = provider.authorize(begun["Location"])
    return str(client.get(back.removeprefix("http://testserver"))["Location"])


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200
