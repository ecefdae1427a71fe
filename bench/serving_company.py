"""Builds the made-up company that `bench.serving` clicks through, once, and lets two readers in.

Run as a process of its own inside its workspace: `python -m bench.serving_company FOLDER PEOPLE`. Prints JSON: the
cookies of a manager and of a colleague who sees her own accounts only, and what to search for.
"""

import hashlib
import json
import sys
from pathlib import Path
from time import monotonic
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from goodword.runs.workspace import create_workspace

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src" / "goodword" / "programme"
OWNER = "csm7@northwind.example"
PASSWORD = "only a made-up company behind it"  # noqa: S105  # of a made-up user in a made-up company


def recipe(people: int) -> str:
    """What the built company depends on: how many, how they are made up, and how they are published."""
    parts = [HERE / "serving_crowd.py", *sorted(SOURCE.glob("advocates/publishing/*.py"))]
    parts += [SOURCE / "advocates/search/building.py", *sorted(SOURCE.glob("advocates/migrations/0*.py"))]
    told = hashlib.sha256(str(people).encode())
    for part in parts:
        told.update(part.read_bytes())
    return told.hexdigest()[:16]


def build(people: int) -> dict[str, float]:
    """Publish the crowd; return how long it took."""
    from bench.serving_crowd import crowd_of  # noqa: PLC0415  # needs Django set up
    from goodword.programme.advocates.actions.publish_findings import publish_findings  # noqa: PLC0415  # as above
    from tests.world import TODAY  # noqa: PLC0415  # as above

    call_command("migrate", verbosity=0)
    findings = crowd_of(people)
    started = monotonic()
    publish_findings(findings, as_of=TODAY, fingerprint=f"{people} made-up people")
    seconds = monotonic() - started
    return {"publish_seconds": round(seconds, 1), "people_a_second": round(people / seconds)}


def add_stories(people: int) -> None:
    """Tell the stories there are; of a smaller company fewer."""
    from bench.serving_stories import STORIES, tell_stories  # noqa: PLC0415  # needs Django set up

    tell_stories(min(STORIES, people // 100))


def let_in(email: str, role: str, reach: Any) -> str:  # noqa: ANN401  # a word of the programme
    """Return the session of a user, who is made if need be."""
    from goodword.programme.team.actions.create_user import create_user  # noqa: PLC0415  # needs Django set up
    from goodword.programme.team.actor import Actor  # noqa: PLC0415  # as above
    from goodword.programme.team.models import User  # noqa: PLC0415  # as above
    from goodword.programme.team.roles import Role  # noqa: PLC0415  # as above

    user = User.objects.filter(email=email).first()
    user = user or create_user(email, PASSWORD, role=Role(role), by=Actor.console(), reach=reach)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def known() -> dict[str, Any]:
    """Who there is to look for: a likely person, one of the last, and one in the care of OWNER."""
    from goodword.programme.advocates.models import ListedPerson, Publication  # noqa: PLC0415  # needs Django set up
    from goodword.programme.stories.models import Version  # noqa: PLC0415  # as above

    generation = Publication.current()
    assert generation is not None
    listed = ListedPerson.objects.within(generation)
    speaking = generation.counts["people"] - generation.counts["states"]["silent"]
    some = {
        "likely": listed.order_by("rank")[0],
        "late": listed.order_by("rank")[speaking - 10],
        "mine": listed.cared_for_by(OWNER).order_by("rank")[0],
    }
    fields = ("person_id", "name", "email", "account", "account_id")
    people = {name: {field: getattr(one, field) for field in fields} for name, one in some.items()}
    told = Version.objects.shown().order_by("story_id").first()
    assert told is not None
    story = {"number": told.story_id, "title": told.title, "stories": Version.objects.shown().count()}
    return {"people": people, "speaking": speaking, "story": story}


def main(folder: Path, people: int) -> None:
    """Build what is not built yet, and print what a reader needs."""
    create_workspace(folder, synthetic=True)
    django.setup()
    stamp = folder / "built.json"
    told = json.loads(stamp.read_text(encoding="utf-8")) if stamp.is_file() else {}
    if told.get("recipe") != recipe(people):
        database = settings.DATABASES["default"]["NAME"]
        for end in ("", "-wal", "-shm"):
            Path(f"{database}{end}").unlink(missing_ok=True)
        told = {"recipe": recipe(people), **build(people)}
        stamp.write_text(json.dumps(told), encoding="utf-8")
    call_command("migrate", verbosity=0)
    add_stories(people)
    people_of_ours = {
        "administrator": ("root@northwind.example", "administrator", "all"),
        "manager": ("boss@northwind.example", "manager", "all"),
        "owner": (OWNER, "csm", "own"),
    }
    cookies = {name: let_in(*one) for name, one in people_of_ours.items()}
    print(json.dumps({"built": told, "cookies": cookies, **known()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
