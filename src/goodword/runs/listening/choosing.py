"""Whom the settings say to ask; nobody unless they do."""

from goodword.runs.listening.answers import Answers
from goodword.runs.listening.asker import Asker
from goodword.runs.listening.budget import Budget, Limits
from goodword.runs.listening.endpoint import read_endpoint
from goodword.runs.settings.catalogue import within
from goodword.runs.settings.of_listening import ENDPOINT
from goodword.runs.settings.resolving import resolve
from goodword.runs.workspace import Workspace


def chosen_asker(workspace: Workspace, *, key: str = "", key_host: str = "") -> Asker | None:
    """Who asks the server of the settings; None where they name none, or where this is a copy not yet released.

    Args:
        workspace: whose settings, budget and kept answers.
        key: the secret key, from the environment.
        key_host: the only host it goes to.

    Raises:
        GoodwordError: asking is on, and the settings make no sense or would let words or the key out.
    """
    keys = [setting.key for setting in within("listening")]
    values = {name.removeprefix(f"{ENDPOINT}."): one.value for name, one in resolve(workspace.settings, keys).items()}
    if values["on"] is not True or workspace.is_copy:
        return None
    endpoint = read_endpoint(
        str(values["url"]),
        str(values["model"]),
        key=key,
        key_host=key_host,
        unencrypted=values["unencrypted"] is True,
    )
    limits = Limits(
        *(int(values[name]) for name in ("requests_a_day", "requests_a_month", "tokens_a_day", "tokens_a_month"))
    )
    return Asker(endpoint, Budget(workspace.path, limits), Answers(workspace), seconds=float(values["seconds"]))
