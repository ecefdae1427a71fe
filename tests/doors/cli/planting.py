"""Five people with words that nobody else has, brought in through every door there is."""

import csv
from pathlib import Path

import xlsxwriter

PEOPLE = ("quixabel", "vorzanth", "mikrodel", "ysolwing", "bramokat")
"""One word a person; everything of theirs holds it."""


def email_of(word: str) -> str:
    """The address of one of them."""
    return f"ada.{word}@{word}.example"


BYSTANDER = "Nadja Petersen"


def write_exports(folder: Path) -> None:
    """Exports that hold all of them, and a bystander who names them."""
    folder.mkdir(parents=True)
    people = [
        {
            "person_key": f"KEY-{word}", "full_name": f"Ada {word.title()}", "email": f"Ada.{word}@{word}.example",
            "emails": f"{word}+news@oriel.example", "phone": f"+49 {word}", "title": f"Head of {word}",
            "account_id": "oriel", "shoe size": f"42 {word}",
        }
        for word in PEOPLE
    ]  # fmt: skip
    people.append(
        dict.fromkeys(people[0], "")
        | {"person_key": "KEY-nadja", "full_name": BYSTANDER, "email": "nadja@oriel.example", "account_id": "oriel"}
    )
    _write(folder / "people.csv", people)
    _write(folder / "accounts.csv", [{"account_id": "oriel", "name": "Oriel Foods", "domains": "oriel.example"}])
    said = [
        {
            "interaction_id": f"i-{word}", "at": "2026-11-10T09:00:00Z", "channel": "email", "direction": "in",
            "person_key": f"KEY-{word}", "email": email_of(word), "account_id": "oriel",
            "subject": f"About {word}", "text": f"We saved four days, says {word}. Thank you so much, this is great!",
        }
        for word in PEOPLE
    ]  # fmt: skip
    names = " and ".join(f"Ada {word.title()} ({email_of(word)})" for word in PEOPLE)
    said.append(
        said[0]
        | {
            "interaction_id": "i-nadja",
            "person_key": "KEY-nadja",
            "email": "nadja@oriel.example",
            "subject": "Hello",
            "text": f"Please ask {names}. We love the new release, we saved six hours!",
        }
    )
    _write(folder / "interactions.csv", said)
    _write_deeds(folder)


def _write_deeds(folder: Path) -> None:
    """What they answered, did and were asked for; and answers that are rejected."""
    answer = {"response_id": "", "survey": "nps", "score": "99", "comment": "", "email": "", "answered_at": "no day"}
    good = answer | {"score": "10", "answered_at": "2026-11-01T08:00:00Z"}
    answers = [
        good | {"response_id": f"r-{n}", "comment": f"Wonderful, says {word}", "email": email_of(word).upper()}
        for n, word in enumerate(PEOPLE)
    ]
    _write(folder / "responses.csv", answers)
    bad = [answer | {"comment": f"rejected {word}", "email": email_of(word)} for word in PEOPLE]
    _write(folder / "more_responses.csv", bad)
    act = {"kind": "quote", "done_on": "2026-09-01", "account_id": "oriel"}
    acts = [
        act | {"act_id": f"act-{n}", "person_key": f"KEY-{word}", "url": f"https://x.example/{word}", "note": word}
        for n, word in enumerate(PEOPLE)
    ]
    _write(folder / "acts.csv", acts)
    ask = {"kind": "talk", "asked_on": "2026-08-01", "answer": "accepted", "answered_on": "2026-08-02"}
    asks = [ask | {"ask_id": f"ask-{n}", "person_key": f"KEY-{word}"} for n, word in enumerate(PEOPLE)]
    _write(folder / "asks.csv", asks)


def write_workbook(path: Path) -> None:
    """A workbook that waits as an upload, with one row a person."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("contacts")
    sheet.write_row(0, 0, ["person_key", "full_name", "email"])
    for row, word in enumerate(PEOPLE, start=1):
        sheet.write_row(row, 0, [f"KEY-{word}", f"Ada {word.title()}", email_of(word)])
    book.close()


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


PLANT = """
from pathlib import Path
from goodword.doors.mail.inviting import write_invitation
from goodword.doors.takeouts.writing import keep_takeout
from goodword.kit import clock
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.invite_person import invite_person
from goodword.programme.advocates.actions.take_back_invitation import take_back_invitation
from goodword.programme.advocates.actions.renew_invitation import renew_invitation
from goodword.programme.advocates.models import ListedPerson, Moment
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.desk.models import Notification
from goodword.programme.people.actions.correct_value import correct_value
from goodword.programme.people.actions.withdraw_correction import withdraw_correction
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import OpenSession
from goodword.programme.team.roles import Role
from goodword.runs.jobs.models import Job
from goodword.runs.rights.held import everything_held
from goodword.runs.rights.who import find_person
from goodword.runs.intake.uploads import Receiving
from goodword.runs.workspace import open_workspace
from django.contrib.sessions.backends.db import SessionStore

space, by, now = open_workspace(workspace), Actor.console(), clock.now()
leila = create_user("leila@northwind.example", "a long password of hers", role=Role.ADMINISTRATOR, by=by, name="Leila")
receiving = Receiving(space)
place = receiving.place_for("waiting.xlsx")
place.write_bytes(Path({book!r}).read_bytes())
receiving.complete(by, now)
for word in {words!r}:
    (listed,) = ListedPerson.objects.filter(email__iexact=f"ada.{{word}}@{{word}}.example")
    moment = Moment.objects.filter(person_id=listed.person_id).first()
    if moment is not None:
        answer_moment(moment, "thank", by=by, note=f"a note that says {{word}}")
    user = invite_person(
        listed, by=by, write=lambda user, key: write_invitation(listed, user.email, inviter=leila, key=key)
    ).user
    take_back_invitation(user, by=by, reason=f"because {{word}} asked for it")
    renew_invitation(listed, user, by=by, write=None, reason="")
    right = correct_value(listed.person_id, "title", f"Head of {{word}}", by=by, reason=f"because {{word}} said so")
    withdraw_correction(right, by=by, reason=f"{{word}} said otherwise")
    correct_value(listed.person_id, "title", f"Chief of {{word}}", by=by, reason=f"because {{word}} said so again")
    store = SessionStore()
    store["greeting"] = word
    store.create()
    OpenSession.objects.create(user=user, session_key=store.session_key, began_at=now, how="code", browser=word)
    save_view(leila, "people", f"all about Ada {{word.title()}}", f"q=ada.{{word}}%40{{word}}.example", by=by)
    facts = {{"label": f"Ada {{word.title()}}"}}
    Notification.objects.create(user=leila, kind="job_failed", facts=facts, at=now, key=f"about {{listed.email}}")
    Job.objects.create(kind="load", arguments={{"upload": f"ada.{{word}}@{{word}}.example"}}, asked_by_kind="console",
        asked_door="cli", asked_at=now, due_at=now, state="cancelled", ended_at=now)
    subject, known = find_person(space, listed.email)
    keep_takeout(space, everything_held(space, subject, known))
"""
