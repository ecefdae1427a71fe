"""Everything we hold about them, and nothing of it left."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish
from goodword.doors.takeouts.making import FILES, ask_takeout, is_asked, newest_file
from goodword.programme.people.models import Person
from goodword.runs.rights.erasing import begin
from goodword.runs.rights.jobs import ask_erasure
from goodword.runs.rights.who import find_person
from goodword.runs.workspace import Workspace, open_workspace


def takeout_of(person_id: str) -> dict[str, object]:
    """Whether everything held about them is there as files, or on its way: for their page."""
    workspace = Workspace(settings.WORKSPACE)  # only its folder is asked for
    endings = [ending for ending in FILES if newest_file(workspace, person_id, ending)]
    return {"is_asked": is_asked(person_id), "endings": endings}


def _sure_to_export(_visit: Visit, _wish: Wish) -> Sure:
    return Sure(
        _("Everything we hold about you"),
        _("It is put together as a page to read and a file for programs. Only this page gives it out."),
        _("Put it together"),
    )


def _export(visit: Visit, _wish: Wish) -> None:
    ask_takeout(visit.person_id, by=visit.by, language=get_language() or "")


def _sure_to_erase(visit: Visit, _wish: Wish) -> Sure:
    person = Person.objects.get(pk=visit.person_id)
    return Sure(
        _("Shall nothing of you be left here?"),
        _(
            "Everything we hold about you is deleted, also the words you allowed us to use. It takes some minutes, and "
            "nothing brings it back. Your account with your company’s product goes on working."
        ),
        _("Erase me"),
        typed=str(person),
    )


def _erase(visit: Visit, _wish: Wish) -> None:
    workspace = open_workspace(settings.WORKSPACE)
    subject, _known = find_person(workspace, visit.person_id)
    ask_erasure(begin(workspace, subject, by=visit.by), by=visit.by)


DATA: dict[str, Step] = {
    "export": Step(_sure_to_export, _export),
    "erase": Step(_sure_to_erase, _erase, always_asks=True),
}
"""What can be said about one's data."""
