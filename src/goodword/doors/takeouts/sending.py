"""Answer with everything held about somebody, for the one it is made for."""

from django.http import FileResponse, Http404

from goodword.doors.takeouts.making import FILES, newest_file
from goodword.runs.workspace import Workspace


def send(workspace: Workspace, person_id: str, ending: str) -> FileResponse:
    """Send a file of the newest takeout of somebody; it is saved, never shown in our own page.

    Raises:
        Http404: there is none.
    """
    path = newest_file(workspace, person_id, ending)
    if path is None:
        raise Http404
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=path.name, content_type=FILES[ending][1])
    answer["Cache-Control"] = "no-store"
    return answer
