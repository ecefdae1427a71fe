"""With what a provider's token may be signed: with its own private key, and with nothing that others hold as well."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client

from goodword.programme.team.models import AuditEntry
from tests.doors.web.sign_in.provider import Provider, come_back, is_in
from tests.team import let_in

pytestmark = pytest.mark.django_db

type Claims = dict[str, Any]


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def sealed(claims: Claims, secret: bytes, **header: object) -> str:
    """A token signed with a shared secret, by hand: libraries refuse to take a public key for one."""
    head = {"typ": "JWT", "kid": "one", "alg": "HS256", **header}
    text = f"{encoded(json.dumps(head).encode())}.{encoded(json.dumps(claims).encode())}"
    return f"{text}.{encoded(hmac.digest(secret, text.encode(), hashlib.sha256))}"


def unsigned(claims: Claims, algorithm: object) -> str:
    return f"{sealed(claims, b'', alg=algorithm).rpartition('.')[0]}."


def refused(provider: Provider, forges: Callable[[Claims], str]) -> bool:
    """Whether a token does not open the door, that would if it were signed as it should be."""
    let_in()
    provider.forges = forges
    client = Client()
    back = come_back(client, provider)
    return (back, is_in(client), AuditEntry.objects.filter(noun="sign_in").exists()) == ("/sign-in/", False, False)


@pytest.mark.parametrize("algorithm", ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"])
def test_what_the_provider_signs_with_its_key_opens_the_door(acme: Provider, algorithm: str) -> None:
    let_in()
    acme.algorithm = algorithm
    client = Client()
    come_back(client, acme)
    assert is_in(client)


@pytest.mark.parametrize(
    ("algorithm", "key", "shown"),
    [
        ("ES256", ec.generate_private_key(ec.SECP256R1()), jwt.algorithms.ECAlgorithm),
        ("EdDSA", ed25519.Ed25519PrivateKey.generate(), jwt.algorithms.OKPAlgorithm),
    ],
    ids=["ES256", "EdDSA"],
)
def test_keys_on_a_curve_open_it_too(acme: Provider, algorithm: str, key: Any, shown: Any) -> None:  # noqa: ANN401  # keys of several kinds
    let_in()
    acme.algorithm, acme.signs_with = algorithm, key
    acme.published = [{**json.loads(shown.to_jwk(key.public_key())), "kid": "one", "alg": algorithm, "use": "sig"}]
    client = Client()
    come_back(client, acme)
    assert is_in(client)


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "", None, 0, ["RS256"]], ids=str)
def test_a_token_that_nobody_signed_opens_nothing(acme: Provider, algorithm: object) -> None:
    assert refused(acme, lambda claims: unsigned(claims, algorithm))


@pytest.mark.parametrize(
    ("form", "shape"),
    [
        (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        (Encoding.PEM, PublicFormat.PKCS1),
        (Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
    ],
    ids=["pem", "pkcs1", "der"],
)
@pytest.mark.parametrize("algorithm", ["HS256", "RS256"])
def test_the_public_key_is_no_shared_secret(
    acme: Provider, form: Encoding, shape: PublicFormat, algorithm: str
) -> None:
    known_to_all = acme.key.public_key().public_bytes(form, shape)
    assert refused(acme, lambda claims: sealed(claims, known_to_all, alg=algorithm))


@pytest.mark.parametrize("told", ["HS256", None])
def test_a_secret_among_the_published_keys_proves_nothing(acme: Provider, told: str | None) -> None:
    secret = b"whoever can read the keys can read this, too"
    shared = {"kty": "oct", "kid": "one", "k": encoded(secret), **({"alg": told} if told else {})}
    acme.published = [shared]
    assert refused(acme, lambda claims: sealed(claims, secret))


@pytest.mark.parametrize("place", ["jwk", "jku", "x5u", "no kid", "another kid"])
def test_a_token_does_not_say_itself_with_which_key_it_is_to_be_read(acme: Provider, place: str) -> None:
    mine = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(mine.public_key()))
    header: dict[str, Any] = {
        "jwk": {"kid": "one", "jwk": public},
        "jku": {"kid": "one", "jku": f"{acme.url}/userinfo"},
        "x5u": {"kid": "one", "x5u": f"{acme.url}/userinfo"},
        "no kid": {},
        "another kid": {"kid": "two"},
    }[place]
    acme.userinfo = {"keys": [{**public, "kid": "one", "alg": "RS256"}]}
    assert refused(acme, lambda claims: jwt.encode(claims, mine, algorithm="RS256", headers=header))


@pytest.mark.parametrize("text", ["", "x", "a.b.c", "e30.e30.", "....", "é.é.é"], ids=repr)
def test_what_is_no_token_opens_nothing(acme: Provider, text: str) -> None:
    assert refused(acme, lambda _claims: text)
