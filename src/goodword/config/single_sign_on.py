"""Providers of single sign-on (OpenID Connect): named in goodword.toml, their secrets in the environment only."""

from collections.abc import Mapping
from typing import Any

from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import CONFIG_NAME

_NEEDED = ("id", "name", "client_id", "discovery")
_ROLES = ("manager", "csm", "sales", "executive", "analyst")


def read_providers(tables: Mapping[str, Any], environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the providers as allauth knows them, in the order of the file.

    Raises:
        GoodwordError: something is missing from one, or two have the same id (`bad-single-sign-on`).
    """
    said = _said(tables)
    for one in said:
        for name in _NEEDED:
            if not str(one.get(name, "")).strip():
                raise _bad(f"a provider has no {name}.", f'Write {name} = "..." below [[sign_in.oidc]].')
    ids = [str(one["id"]) for one in said]
    if len(set(ids)) != len(ids):
        raise _bad("two providers have the same id.", "Give each its own.")
    return [_app(one, environment) for one in said]


def read_admitted(tables: Mapping[str, Any]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Which new people each provider may let in: the role they get, and the domains of their addresses.

    Raises:
        GoodwordError: the role is none that may be given so, or there are no domains (`bad-single-sign-on`).
    """
    admitted: dict[str, tuple[str, tuple[str, ...]]] = {}
    for one in _said(tables):
        role, domains = str(one.get("new_role", "")), tuple(str(name).lower() for name in one.get("new_domains", ()))
        if not role and not domains:
            continue
        if role not in _ROLES or not domains:
            raise _bad(
                "new people need both new_role and new_domains.",
                f"new_role is one of {', '.join(_ROLES)}; or leave both.",
            )
        admitted[str(one.get("id", ""))] = (role, domains)
    return admitted


def _said(tables: Mapping[str, Any]) -> list[dict[str, Any]]:
    said = tables.get("sign_in", {}).get("oidc", [])
    if not isinstance(said, list):
        raise _bad("[sign_in.oidc] is a list.", "Write [[sign_in.oidc]], once for each provider.")
    return said


def _app(said: Mapping[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    own = f"GOODWORD_OIDC_SECRET_{str(said['id']).upper().replace('-', '_')}"
    return {
        "provider_id": str(said["id"]),
        "name": str(said["name"]),
        "client_id": str(said["client_id"]),
        "secret": environment.get(own) or environment.get("GOODWORD_OIDC_SECRET", ""),
        "settings": {"server_url": str(said["discovery"]), "oauth_pkce_enabled": True},
    }


def _bad(sentence: str, mend: str) -> GoodwordError:
    return GoodwordError("bad-single-sign-on", f"{CONFIG_NAME}: {sentence}", mend)
